using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using VsMigration.Shell.Host;

namespace VsMigration.Shell.Session;

/// <summary>Keeps the program alive while migration jobs run in it, and says how they end.</summary>
/// <remarks>
/// It knows the module by its command names and its jobs by their property names only, as a script does. A module without these
/// commands has no jobs. The commands are looked up once, so that removing the module does not hide its jobs.
/// </remarks>
internal sealed class JobGuard
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    private readonly ShellSession _session;
    private readonly Interruption _interruption;
    private readonly Terminal _terminal;
    private readonly CommandInfo? _get;
    private readonly CommandInfo? _wait;
    private readonly CommandInfo? _stop;

    public JobGuard(ShellSession session, Interruption interruption, Terminal terminal)
    {
        _session = session;
        _interruption = interruption;
        _terminal = terminal;
        _get = Find("Get-VSMigrationJob");
        _wait = Find("Wait-VSMigrationJob");
        _stop = Find("Stop-VSMigrationJob");
    }

    /// <summary>After a signal: one line for each job that has ended since, because PowerShell takes no output from a stopped command.</summary>
    public void ReportEndedBySignal()
    {
        if (_interruption.At is { } since)
        {
            Jobs().Where(job => IsFinished(job) && Value(job, "TimeOfLastStateChange") is DateTimeOffset end && end >= since).ToList().ForEach(Report);
        }
    }

    /// <summary>
    /// Returns when no job runs any more. A signal, before or meanwhile, cancels the jobs; their undoing is waited for. One that is held
    /// back has not begun, and nobody could let it go: it ends with the program.
    /// </summary>
    public void WaitForJobs()
    {
        WaitForRunning();
        Jobs().Where(IsHeldBack).ToList().ForEach(Report);
    }

    private void WaitForRunning()
    {
        var running = Running();
        if (running.Count == 0)
        {
            return;
        }

        var waitedFor = running.Select(Identity).ToHashSet(StringComparer.Ordinal);
        if (_interruption.At is null)
        {
            _terminal.WriteErrorLine("vsm: waiting for migration jobs before the exit; Ctrl-C cancels them.");
        }

        running.ForEach(Report);
        for (; running.Count > 0; running = Running())
        {
            if (_interruption.At is not null && !_interruption.Undoing)
            {
                _interruption.Undoing = true;
                _terminal.WriteErrorLine("vsm: cancelling the migration jobs, and waiting until they are undone.");
                Run(_stop, running, "-Confirm:$false -WhatIf:$false");
            }

            Run(_wait, running, "");
            if (running.Exists(job => !IsFinished(job)))
            {
                _interruption.Pause(s_pause);
            }
        }

        Jobs().Where(job => waitedFor.Contains(Identity(job))).ToList().ForEach(Report);
    }

    private static bool IsFinished(PSObject job) => Value(job, "IsFinished") is true;

    private static bool IsHeldBack(PSObject job) => Value(job, "IsLocal") is true && Text(job, "JobState") == "Suspended";

    private static string Identity(PSObject job) => Text(job, "InstanceId");

    private static object? Value(PSObject job, string property) => job.Properties[property]?.Value;

    private static string Text(PSObject job, string property) =>
        Convert.ToString(Value(job, property), CultureInfo.InvariantCulture) ?? "";

    /// <summary>The jobs of this process that have not ended; those of others end without it.</summary>
    private List<PSObject> Running() => Jobs().Where(job => Value(job, "IsLocal") is true && !IsFinished(job) && !IsHeldBack(job)).ToList();

    private void Report(PSObject job)
    {
        var status = Text(job, "JobStatus");
        _terminal.WriteErrorLine($"vsm: {Text(job, "Name")}: {Text(job, "JobState")}{(status.Length > 0 ? ", " + status : "")}");
    }

    private CommandInfo? Find(string command) =>
        _session.Runspace.SessionStateProxy.InvokeCommand.GetCommand(command, CommandTypes.Cmdlet | CommandTypes.Function);

    private IReadOnlyList<PSObject> Jobs()
    {
        if (_get is null)
        {
            return [];
        }

        try
        {
            return _session.Pipelines.Collect("param($command) & $command", stoppable: false, _get);
        }
        catch (RuntimeException exception)
        {
            _terminal.WriteErrorLine("vsm: the migration jobs cannot be listed: " + exception.Message);
            return [];
        }
    }

    /// <summary>Runs a command on jobs; an error that ends it is shown. The first signal ends the command, later ones are only answered.</summary>
    private void Run(CommandInfo? command, List<PSObject> jobs, string options)
    {
        if (command is null)
        {
            return;
        }

        try
        {
            _session.Pipelines.Collect(
                "param($command, $jobs) $jobs | & $command " + options, stoppable: !_interruption.Undoing, command, jobs);
        }
        catch (RuntimeException exception)
        {
            _session.Pipelines.ShowError(exception);
        }
    }
}
