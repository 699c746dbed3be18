using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace VsMigration.Jobs;

/// <summary>The process that runs a job, told apart from a later one with the same number by when it started.</summary>
internal sealed record RecordOwner
{
    // Process.StartTime is reckoned from the boot time, which is rounded and may be corrected by the system.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(2);

    public static RecordOwner Current { get; } = Of(Process.GetCurrentProcess())!;

    public string Machine { get; init; } = "";

    public int ProcessId { get; init; }

    public DateTimeOffset Started { get; init; }

    public bool IsCurrent => this == Current;

    /// <summary>Whether the process still runs. One on another machine (a shared home folder) is taken to: we cannot see it.</summary>
    public bool IsAlive()
    {
        if (!string.Equals(Machine, Environment.MachineName, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return Of(process) is { } found && (found.Started - Started).Duration() < s_tolerance;
        }
        catch (ArgumentException)
        {
            return false; // no process of that number
        }
    }

    public override string ToString() => ProcessId.ToString(CultureInfo.InvariantCulture) + " on " + Machine;

    private static RecordOwner? Of(Process process)
    {
        try
        {
            return new RecordOwner
            {
                Machine = Environment.MachineName,
                ProcessId = process.Id,
                Started = new DateTimeOffset(process.StartTime).ToUniversalTime(),
            };
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null; // it ended while we looked, or belongs to somebody else: not the process that wrote our record
        }
    }
}
