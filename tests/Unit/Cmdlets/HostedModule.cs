using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;
using Xunit;
using PowerShellCall = System.Management.Automation.PowerShell;

namespace VsMigration.Tests.Cmdlets;

/// <summary>
/// The module as users have it: imported by its manifest into a runspace, with a configuration folder and a simulated world of its own.
/// Its objects are looked at through their PSObject properties, as a script would.
/// </summary>
public sealed class HostedModule : IDisposable
{
    private const string HomeVariable = "VSMIGRATION_HOME";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();
    private readonly string? _homeBefore = Environment.GetEnvironmentVariable(HomeVariable);
    private readonly RecordingHost _host = new();

    public HostedModule()
    {
        Environment.SetEnvironmentVariable(HomeVariable, Home);
        Runspace = RunspaceFactory.CreateRunspace(_host, InitialSessionState.CreateDefault2());
        Runspace.Open();
        Must($"Import-Module -Name '{Manifest}' -ErrorAction Stop");
        Define("world", World());
        Define("source", World("sim-a"));
    }

    /// <summary>The manifest of the module that was built, next to the tests' sources.</summary>
    public static string Manifest { get; } = FindManifest();

    public Runspace Runspace { get; }

    /// <summary>The folder that VSMIGRATION_HOME names.</summary>
    public string Home => _folder.File("home");

    /// <summary>What was shown and not written to the pipeline: views, questions, what -WhatIf says.</summary>
    public string Shown => _host.Shown;

    public string WorldFile => _folder.File("world.xml");

    /// <summary>The connection URI of the world or of one of its hosts; in virtual time unless said otherwise.</summary>
    public string World(string? host = null, bool realTime = false)
    {
        string query = string.Join('&', new[] { host is null ? null : "host=" + host, realTime ? null : "clock=virtual" }.Where(part => part is not null));
        return "simulator://" + WorldFile + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>Makes a variable of the runspace. <c>$world</c> and <c>$source</c> (the world at sim-a) are there from the start.</summary>
    public void Define(string variable, object value) => Runspace.SessionStateProxy.SetVariable(variable, value);

    /// <summary>Answers the questions to come, each by the label of a choice.</summary>
    public void Answer(params string[] labels) => _host.Answer(labels);

    /// <summary>Runs a script and returns what it wrote, errors included.</summary>
    public RunResult Run(string script)
    {
        using var shell = Shell(script);
        var output = new PSDataCollection<PSObject>();
        var running = shell.BeginInvoke<PSObject, PSObject>(input: null, output);
        if (!running.AsyncWaitHandle.WaitOne(s_patience))
        {
            shell.Stop();
            throw new TimeoutException($"Not within {s_patience.TotalSeconds} s: {script}");
        }

        try
        {
            shell.EndInvoke(running);
        }
        catch (RuntimeException e)
        {
            return RunResult.Of(shell, output, e.ErrorRecord);
        }

        return RunResult.Of(shell, output, terminating: null);
    }

    /// <summary>Runs a script that must not write an error, and returns what it wrote.</summary>
    public IReadOnlyList<PSObject> Must(string script)
    {
        var result = Run(script);
        Assert.True(result.Errors.Count == 0, string.Join(Environment.NewLine, result.Errors));
        return result.Output;
    }

    /// <summary>Runs a script that must write exactly one object and no error.</summary>
    public PSObject One(string script) => Assert.Single(Must(script));

    /// <summary>Runs a script that must write exactly one error and no object.</summary>
    public ErrorRecord Fail(string script)
    {
        var result = Run(script);
        Assert.Empty(result.Output);
        return Assert.Single(result.Errors);
    }

    /// <summary>Begins a script, and interrupts it as Ctrl-C does once a progress bar shows more than nothing, or once a condition holds.</summary>
    /// <returns>The state that the pipeline ended in.</returns>
    public Task<PSInvocationState> InterruptAsync(string script, Func<bool>? condition = null) =>
        InterruptAsync(script, shell => condition?.Invoke() ?? shell.Streams.Progress.ReadAll().Any(record => record.PercentComplete > 0));

    /// <summary>The same once a progress bar says something.</summary>
    public Task<PSInvocationState> InterruptAsync(string script, Func<ProgressRecord, bool> says) =>
        InterruptAsync(script, shell => shell.Streams.Progress.ReadAll().Any(says));

    private async Task<PSInvocationState> InterruptAsync(string script, Func<PowerShellCall, bool> isDue)
    {
        using var shell = Shell(script);
        var running = shell.BeginInvoke();
        await Eventually.HoldsAsync("progress of " + script, () => running.IsCompleted || isDue(shell));
        await Task.Run(shell.Stop).WaitAsync(s_patience);
        return shell.InvocationStateInfo.State;
    }

    /// <summary>What Tab offers at the end of a line.</summary>
    public IReadOnlyList<string> Complete(string line)
    {
        using var shell = PowerShellCall.Create(Runspace);
        return CommandCompletion.CompleteInput(line, line.Length, options: null, shell).CompletionMatches
            .Select(match => match.CompletionText).ToList();
    }

    /// <summary>Scripts a fault into the world's file.</summary>
    public void Fault(string action, string message)
    {
        Must("$null = Get-VSMigrationSystem -Session $world");
        string world = File.ReadAllText(WorldFile);
        Change(world, world.Replace(
            "</simulator>",
            $"<fault action=\"{action}\" system=\"\" atPercent=\"0\" times=\"1\" kind=\"PeerFailed\" code=\"simulator 7\" message=\"{message}\" /></simulator>",
            StringComparison.Ordinal));
    }

    /// <summary>Gives a virtual system of the world's file another name.</summary>
    public void Rename(string name, string to)
    {
        Must("$null = Get-VSMigrationSystem -Session $world");
        string world = File.ReadAllText(WorldFile);
        Change(world, world.Replace($"name=\"{name}\"", $"name=\"{to}\"", StringComparison.Ordinal));
    }

    /// <summary>The names of the virtual systems that a host has.</summary>
    public IReadOnlyList<string> SystemsOf(string host) =>
        Must($"Get-VSMigrationSystem -Session '{World(host)}'").Select(system => system.Text("Name")).ToList();

    public void Dispose()
    {
        Run("Get-VSMigrationJob -State New, Starting, Running, Suspended | Stop-VSMigrationJob -Confirm:$false; Get-VSMigrationSession | Remove-VSMigrationSession");
        Runspace.Dispose();
        Environment.SetEnvironmentVariable(HomeVariable, _homeBefore);
        _folder.Dispose();
    }

    private PowerShellCall Shell(string script) => PowerShellCall.Create(Runspace).AddScript(script);

    private void Change(string before, string after)
    {
        Assert.NotEqual(before, after);
        File.WriteAllText(WorldFile, after);
    }

    private static string FindManifest()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string manifest = Path.Combine(folder.FullName, "VsMigration.psd1");
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        throw new FileNotFoundException("No VsMigration.psd1 above " + AppContext.BaseDirectory);
    }
}
