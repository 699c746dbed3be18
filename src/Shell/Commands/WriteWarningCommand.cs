using System.Management.Automation;

namespace VsMigration.Shell.Commands;

/// <summary>Write-Warning.</summary>
[Cmdlet(VerbsCommunications.Write, "Warning")]
internal sealed class WriteWarningCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("Msg")]
    [AllowEmptyString]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteWarning(Message);
}
