using System;
using System.Collections.Generic;
using VsMigration.Jobs.Events;

namespace VsMigration.PowerShell.Events;

/// <summary>Which events somebody wants; what is null admits all. Pure.</summary>
internal sealed record EventFilter
{
    /// <summary>The session that it happened at.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>InstanceIDs of jobs.</summary>
    public ISet<string>? Jobs { get; init; }

    /// <summary>Types of events.</summary>
    public ISet<MigrationEventType>? Types { get; init; }

    /// <summary>Of the changes of jobs, only those of their state.</summary>
    public bool StateOnly { get; init; }

    /// <summary>Whether an event is wanted.</summary>
    public bool Admits(MigrationEvent happened) =>
        (SessionId is not { } session || happened.ServiceId == session)
        && (Jobs is null || (happened.Job is { } job && Jobs.Contains(job.InstanceId)))
        && (Types is null || Types.Contains(MigrationEventArgs.TypeOf(happened.Kind)))
        && !(StateOnly && happened.Kind == MigrationEventKind.JobChanged && happened.Current?.JobState == happened.Previous?.JobState);
}
