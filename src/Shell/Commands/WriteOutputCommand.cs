using System.Management.Automation;

namespace VsMigration.Shell.Commands;

/// <summary>Write-Output: hands objects on, and takes collections apart unless told not to.</summary>
[Cmdlet(VerbsCommunications.Write, "Output")]
internal sealed class WriteOutputCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    protected override void ProcessRecord() => WriteObject(InputObject, enumerateCollection: !NoEnumerate);
}
