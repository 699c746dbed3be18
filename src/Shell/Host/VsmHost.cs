using System;
using System.Globalization;
using System.Management.Automation.Host;
using System.Reflection;
using System.Threading;

namespace VsMigration.Shell.Host;

/// <summary>What PowerShell knows of the program that it runs in.</summary>
internal sealed class VsmHost(Terminal terminal, WaitHandle interrupted) : PSHost
{
    public override string Name => "vsm";

    public override Version Version { get; } = Assembly.GetExecutingAssembly().GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI { get; } = new VsmUserInterface(terminal, interrupted);

    /// <summary>What a script's 'exit' said; null as long as none did.</summary>
    public int? RequestedExitCode { get; private set; }

    /// <summary>The prompt within a running command; null where there is nobody to type.</summary>
    public Action? NestedPrompt { get; set; }

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public override void EnterNestedPrompt()
    {
        if (NestedPrompt is null)
        {
            throw new HostException("There is no prompt to suspend to: vsm does not run interactively.");
        }

        NestedPrompt();
    }

    /// <summary>Ends the innermost nested prompt: the same as 'exit' typed there.</summary>
    public override void ExitNestedPrompt() => RequestedExitCode ??= ExitCode.Success;

    /// <summary>'exit' at a nested prompt ends that prompt and not the program.</summary>
    public void ForgetExit() => RequestedExitCode = null;

    public override void NotifyBeginApplication() => terminal.ClearProgress();

    public override void NotifyEndApplication()
    {
        // A native program leaves nothing behind that would have to be restored.
    }
}
