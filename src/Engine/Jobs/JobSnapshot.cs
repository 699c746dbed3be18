using System;
using System.Collections.Generic;
using System.Globalization;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using Operational = VsMigration.Profile.Elements.OperationalStatus;

namespace VsMigration.Jobs;

/// <summary>
/// All that changes of a job, at one moment. Never changed itself: the job replaces it by the next, so that whoever holds one sees
/// figures that belong together.
/// </summary>
[Clause("10.3", "T20")]
public sealed record JobSnapshot
{
    private const int OurErrors = 10_000;

    /// <summary>The state it is in.</summary>
    public JobState JobState { get; init; } = JobState.New;

    /// <summary>What it is doing, or how it ended, in words.</summary>
    public string JobStatus { get; init; } = "";

    /// <summary>The step it is at; null before the first.</summary>
    public MigrationStepName? CurrentStep { get; init; }

    /// <summary>The driver's figures.</summary>
    public MigrationProgress Progress { get; init; } = MigrationProgress.None;

    /// <summary>0 to 100; never goes back; 100 only when Completed.</summary>
    public int PercentComplete => JobState == JobState.Completed ? 100 : Math.Min(99, Progress.PercentComplete);

    /// <summary>When its state last changed; null where it never has (a CIM interval of 0), or where that is not known.</summary>
    public DateTimeOffset? TimeOfLastStateChange { get; init; }

    /// <summary>When it began; null while it waits.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>How long it had run by then, or ran; zero while it waits, null where that is not known.</summary>
    public TimeSpan? ElapsedTime => IsForeign ? null : Begun is { } begun ? (Ended ?? Taken) - begun : TimeSpan.Zero;

    /// <summary>Priority, 1 the highest.</summary>
    public ushort Priority { get; init; }

    /// <summary>The bandwidth asked for, in <see cref="BandwidthUnit"/>; null = as much as there is.</summary>
    public ushort? Bandwidth { get; init; }

    /// <summary>A programmatic unit (DSP0004 annex C), or <c>percent</c> of what the host has for migrations; null where no bandwidth was asked for.</summary>
    public string? BandwidthUnit { get; init; }

    /// <summary>The bandwidth asked for, bytes per second; null = as much as there is, or a percentage.</summary>
    public ulong? AskedBytesPerSecond { get; init; }

    /// <summary>The bandwidth that it may use, bytes per second, shared with others by priority; null = no limit.</summary>
    public ulong? GrantedBytesPerSecond { get; init; }

    /// <summary>How long the guest may stand still; null = the platform's own limit.</summary>
    public TimeSpan? MaxDowntime { get; init; }

    /// <summary>How long it is kept after its end, at least.</summary>
    public TimeSpan TimeBeforeRemoval { get; init; } = ConcreteJob.DefaultTimeBeforeRemoval;

    /// <summary>Whether it goes by itself after that; if not, it stays until somebody removes it.</summary>
    public bool DeleteOnCompletion { get; init; } = true;

    /// <summary>The migrated virtual system as the destination shows it; null until it was seen there.</summary>
    public VirtualSystem? NewSystem { get; init; }

    /// <summary>Why it did not complete; empty while it runs and when it completed.</summary>
    public IReadOnlyList<MigrationError> Errors { get; init; } = Array.Empty<MigrationError>();

    /// <summary>What is worth knowing of a job that runs or completed.</summary>
    public IReadOnlyList<MigrationError> Warnings { get; init; } = Array.Empty<MigrationError>();

    /// <summary>Whether it has ended.</summary>
    public bool IsFinished => JobTransitions.IsFinal(JobState);

    /// <summary>
    /// CIM_ManagedSystemElement.OperationalStatus. The first is OK exactly where GetError has nothing to tell, or cannot tell it yet.
    /// </summary>
    public IReadOnlyList<Operational> OperationalStatus => JobState switch
    {
        JobState.New or JobState.Suspended => new[] { Operational.OK, Operational.Dormant },
        JobState.Starting => new[] { Operational.OK, Operational.Starting },
        JobState.Running => new[] { Operational.OK },
        JobState.ShuttingDown => new[] { Operational.OK, Operational.Stopping },
        JobState.Completed => new[] { Operational.OK, Operational.Completed },
        JobState.Terminated => new[] { Operational.Stopped },
        JobState.Exception => new[] { Operational.Error, Operational.Completed },
        _ => new[] { Operational.Aborted },
    };

    /// <summary>CIM_ManagedSystemElement.Status, the primary status in the words that the schema admits.</summary>
    public string Status => JobState switch
    {
        JobState.Terminated => "Stopped",
        JobState.Killed or JobState.Exception or JobState.Interrupted => "Error",
        _ => "OK",
    };

    /// <summary>
    /// CIM_Job.ErrorCode: null before the end, 0 where it completed; else the number of the first error's message, such as 8042 of
    /// SVPC8042 and 10003 of VSM0003; 1 where it has none.
    /// </summary>
    public ushort? ErrorCode => !IsFinished ? null : Errors.Count == 0 ? (ushort)0 : Number(Errors[0].MessageId);

    /// <summary>CIM_Job.ErrorDescription: the first error's message; null where there is none.</summary>
    public string? ErrorDescription => Errors.Count == 0 ? null : Errors[0].Message;

    /// <summary>When it was taken, by the job's clock.</summary>
    internal TimeSpan Taken { get; init; }

    internal TimeSpan? Begun { get; init; }

    internal TimeSpan? Ended { get; init; }

    internal JobEvent? StopRequest { get; init; }

    /// <summary>Whether it is read from the record of another process.</summary>
    internal bool IsForeign { get; init; }

    /// <summary>What it asks of a link of which so much is to be had.</summary>
    internal ulong? AskedOf(ulong? total) =>
        Bandwidth is { } percent && total is { } all && ProgrammaticUnit.TryParse(BandwidthUnit, out var unit) && unit == ProgrammaticUnit.Percent
            ? (all / 100 * percent) + (all % 100 * percent / 100)
            : AskedBytesPerSecond;

    private static ushort Number(string messageId)
    {
        string digits = messageId.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());
        bool read = ushort.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number);
        return !read ? (ushort)1 : messageId.StartsWith("VSM", StringComparison.Ordinal) ? (ushort)(OurErrors + number) : number;
    }
}
