using System;
using System.Collections.Generic;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Jobs.Events;

/// <summary>One thing that happened to a service or a job: what the profile's indications are made of. Never changed.</summary>
[Clause("7.6", "10.17", "10.18", "10.19", "10.20")]
public sealed record MigrationEvent
{
    /// <summary>What happened.</summary>
    public MigrationEventKind Kind { get; init; }

    /// <summary>Its identity, <c>VSM:</c> and a GUID (CIM_Indication.IndicationIdentifier).</summary>
    public string IndicationIdentifier { get; init; } = "";

    /// <summary>
    /// Identifiers of earlier events that it belongs to: a return to its call, a job's creation to the call that made it, changes and
    /// removal to the creation.
    /// </summary>
    public IReadOnlyList<string> CorrelatedIndications { get; init; } = Array.Empty<string>();

    /// <summary>When it happened, by the clock that the hosts go by.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Its place among all events of this process, without gaps.</summary>
    public long SequenceNumber { get; init; }

    /// <summary>The service that it happened at (<c>IMigrationService.Id</c>).</summary>
    public Guid ServiceId { get; init; }

    /// <summary>The job that it is about, or that the method made; null where there is none.</summary>
    public MigrationJob? Job { get; init; }

    /// <summary>The job after it; null with method calls.</summary>
    public JobSnapshot? Current { get; init; }

    /// <summary>The job before it; only with <see cref="MigrationEventKind.JobChanged"/>.</summary>
    public JobSnapshot? Previous { get; init; }

    /// <summary>The method that was called; null with jobs.</summary>
    public MigrationMethod? Method { get; init; }

    /// <summary>What it was called with; null with jobs.</summary>
    public MigrationRequest? Request { get; init; }

    /// <summary>Whether the system is migratable; only after a Check… method that could be performed.</summary>
    public bool? IsMigratable { get; init; }

    /// <summary>What the method returned; null before it has, and with jobs.</summary>
    public ReturnCode? ReturnCode { get; init; }

    /// <summary>Why the method failed; empty where it did not.</summary>
    public IReadOnlyList<MigrationError> Errors { get; init; } = Array.Empty<MigrationError>();

    /// <inheritdoc/>
    public override string ToString() => Kind + " " + (Job?.Name ?? Method?.ToString());
}
