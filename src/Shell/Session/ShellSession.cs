using System;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using VsMigration.Shell.Commands;
using VsMigration.Shell.Host;

namespace VsMigration.Shell.Session;

/// <summary>PowerShell's language and core commands, vsm's own few, and the module, in one runspace.</summary>
internal sealed class ShellSession : IDisposable
{
    private readonly Runspace _runspace;

    private ShellSession(Runspace runspace, VsmHost host, PipelineRunner pipelines)
    {
        _runspace = runspace;
        Host = host;
        Pipelines = pipelines;
    }

    public VsmHost Host { get; }

    public PipelineRunner Pipelines { get; }

    public Runspace Runspace => _runspace;

    /// <summary>Opens the runspace; the module is not loaded yet.</summary>
    public static ShellSession Open(Terminal terminal, Interruption interruption)
    {
        // Otherwise System.Management.Automation reports to Microsoft which modules are loaded; that is for nobody to know.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        var state = InitialSessionState.CreateDefault2();
        OwnCommands.AddTo(state);
        var host = new VsmHost(terminal, interruption.Interrupted);
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        PwshCommands.AnswerFor(runspace.SessionStateProxy.InvokeCommand);
        return new ShellSession(runspace, host, new PipelineRunner(runspace, interruption, terminal));
    }

    /// <summary>Loads a module as users do, by its path.</summary>
    /// <returns>Whether it could be loaded; if not, the reason has been shown.</returns>
    public bool Import(string path)
    {
        var import = new Command("Import-Module");
        import.Parameters.Add("Name", path);
        import.Parameters.Add("ErrorAction", ActionPreference.Stop);
        return Pipelines.Show(import) == PipelineEnd.Completed;
    }

    public void Dispose() => _runspace.Dispose();
}
