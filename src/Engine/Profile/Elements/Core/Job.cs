using System;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_Job: a unit of work.</summary>
[CimClass("CIM_Job", Version = "2.45.0")]
public abstract record Job : LogicalElement
{
    /// <summary>What it is doing, for people.</summary>
    [CimProperty]
    public string? JobStatus { get; init; }

    /// <summary>When it was asked for.</summary>
    [CimProperty]
    public CimDateTime? TimeSubmitted { get; init; }

    /// <summary>When it is to start, or in how long; deprecated by the schema.</summary>
    [CimProperty(Writable = true)]
    public CimDateTime? ScheduledStartTime { get; init; }

    /// <summary>When it was started, or how long ago; null before.</summary>
    [CimProperty]
    public CimDateTime? StartTime { get; init; }

    /// <summary>How long it has been running, or took.</summary>
    [CimProperty]
    public TimeSpan? ElapsedTime { get; init; }

    /// <summary>How often it is to run; null = once.</summary>
    [CimProperty(Writable = true)]
    public uint? JobRunTimes { get; init; }

    /// <summary>The month to run in, January = 0.</summary>
    [CimProperty(Writable = true)]
    public byte? RunMonth { get; init; }

    /// <summary>The day of the month to run on, from the month's end where below 0.</summary>
    [CimProperty(Writable = true)]
    public sbyte? RunDay { get; init; }

    /// <summary>
    /// The day of the week to run on, Sunday = 1, on or before <see cref="RunDay"/> where below 0; 0 = an exact day of the month.
    /// </summary>
    [CimProperty(Writable = true)]
    public sbyte? RunDayOfWeek { get; init; }

    /// <summary>The time after midnight to run at.</summary>
    [CimProperty(Writable = true)]
    public TimeSpan? RunStartInterval { get; init; }

    /// <summary>What <see cref="RunStartInterval"/> and <see cref="UntilTime"/> are given in: 1 local time, 2 UTC.</summary>
    [CimProperty(Writable = true)]
    public ushort? LocalOrUtcTime { get; init; }

    /// <summary>When it becomes pointless, or in how long.</summary>
    [CimProperty(Writable = true)]
    public CimDateTime? UntilTime { get; init; }

    /// <summary>Whom to tell when it ends.</summary>
    [CimProperty(Writable = true)]
    public string? Notify { get; init; }

    /// <summary>Who asked for it.</summary>
    [CimProperty]
    public string? Owner { get; init; }

    /// <summary>Its urgency: the lower the number, the more urgent.</summary>
    [CimProperty(Writable = true)]
    public uint? Priority { get; init; }

    /// <summary>0 to 100.</summary>
    [CimProperty]
    public ushort? PercentComplete { get; init; }

    /// <summary>Whether it goes by itself, TimeBeforeRemoval after its end; otherwise somebody deletes it.</summary>
    [CimProperty(Writable = true)]
    public bool? DeleteOnCompletion { get; init; }

    /// <summary>The platform's code of its failure; 0 where it ended well.</summary>
    [CimProperty]
    public ushort? ErrorCode { get; init; }

    /// <summary>The platform's text of its failure.</summary>
    [CimProperty]
    public string? ErrorDescription { get; init; }

    /// <summary>
    /// What follows when it fails: 0 Unknown, 1 Other, 2 Do Not Continue, 3 Continue With Next Job, 4 Re-run Job, 5 Run Recovery Job.
    /// </summary>
    [CimProperty]
    public ushort? RecoveryAction { get; init; }

    /// <summary>What follows when it fails, where <see cref="RecoveryAction"/> is Other.</summary>
    [CimProperty]
    public string? OtherRecoveryAction { get; init; }
}
