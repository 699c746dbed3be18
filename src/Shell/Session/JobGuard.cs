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
/// commands has no jobs.
/// </remarks>
internal sealed class JobGuard(ShellSession session, Interruption interruption, Terminal terminal)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);
    private static readonly HashSet<string> s_unfinished =
        new(StringComparer.OrdinalIgnoreCase) { "New", "Starting", "Running", "Suspended", "ShuttingDown" };

    /// <summary>After a signal: one line for each job that has ended since, because PowerShell takes no output from a stopped command.</summary>
    public void ReportEndedBySignal()
    {
        if (interruption.At is { } since)
        {
            Jobs().Where(job => !IsUnfinished(job) && Value(job, "TimeOfLastStateChange") is DateTimeOffset end && end >= since).ToList().ForEach(Report);
        }
    }

    /// <summary>Returns when no job runs any more. A signal, before or meanwhile, cancels the jobs; their undoing is waited for.</summary>
    public void WaitForJobs()
    {
        var running = Jobs().Where(IsUnfinished).ToList();
        if (running.Count == 0)
        {
            return;
        }

        var waitedFor = running.Select(Identity).ToHashSet(StringComparer.Ordinal);
        terminal.WriteErrorLine("vsm: waiting for migration jobs before the exit; Ctrl-C cancels them.");
        running.ForEach(Report);
        var cancelled = false;
        while (running.Count > 0)
        {
            if (interruption.At is not null && !cancelled)
            {
                terminal.WriteErrorLine("vsm: cancelling the jobs, and waiting until they are undone.");
                cancelled = Try("param($jobs) $jobs | Stop-VSMigrationJob", running);
            }

            var signals = interruption.Count;
            Try("param($jobs) $jobs | Wait-VSMigrationJob", running);
            running = Jobs().Where(IsUnfinished).ToList();
            if (running.Count > 0 && interruption.Count == signals)
            {
                interruption.Pause(s_pause);
            }
        }

        Jobs().Where(job => waitedFor.Contains(Identity(job))).ToList().ForEach(Report);
    }

    private static bool IsUnfinished(PSObject job) =>
        Value(job, "IsFinished") is not true && s_unfinished.Contains(Text(job, "JobState"));

    private static string Identity(PSObject job) => Text(job, "InstanceId");

    private static object? Value(PSObject job, string property) => job.Properties[property]?.Value;

    private static string Text(PSObject job, string property) =>
        Convert.ToString(Value(job, property), CultureInfo.InvariantCulture) ?? "";

    private void Report(PSObject job)
    {
        var status = Text(job, "JobStatus");
        terminal.WriteErrorLine($"vsm: {Text(job, "Name")}: {Text(job, "JobState")}{(status.Length > 0 ? ", " + status : "")}");
    }

    private IReadOnlyList<PSObject> Jobs()
    {
        if (session.Runspace.SessionStateProxy.InvokeCommand.GetCommand("Get-VSMigrationJob", CommandTypes.Cmdlet | CommandTypes.Function) is null)
        {
            return [];
        }

        try
        {
            return session.Pipelines.Collect("Get-VSMigrationJob");
        }
        catch (RuntimeException exception)
        {
            terminal.WriteErrorLine("vsm: the migration jobs cannot be listed: " + exception.Message);
            return [];
        }
    }

    /// <returns>Whether the command ran to its end; an error that ended it has been shown.</returns>
    private bool Try(string script, List<PSObject> jobs)
    {
        try
        {
            return session.Pipelines.Collect(script, jobs) is not null;
        }
        catch (RuntimeException exception)
        {
            session.Pipelines.ShowError(exception);
            return false;
        }
    }
}
