using System.Management.Automation;

namespace VsMigration.Shell.Commands;

/// <summary>Stands where a command of pwsh was called that vsm does not have, and says so.</summary>
internal sealed class ComesWithPwshCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    [Parameter(ValueFromRemainingArguments = true)]
    public object[]? Arguments { get; set; }

    protected override void BeginProcessing()
    {
        var name = MyInvocation.MyCommand.Name;
        var error = new ErrorRecord(
            new CommandNotFoundException($"The command '{name}' comes with pwsh; vsm has PowerShell's language, its core commands and VsMigration.")
            {
                CommandName = name,
            },
            "CommandComesWithPwsh",
            ErrorCategory.ObjectNotFound,
            name);
        error.ErrorDetails = new ErrorDetails(error.Exception.Message)
        {
            RecommendedAction = "Run the script with pwsh and 'Import-Module VsMigration', or use .NET instead, such as [System.IO.File]::Exists($path).",
        };
        ThrowTerminatingError(error);
    }
}
