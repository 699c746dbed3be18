using System;
using System.Collections.Generic;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Jobs;

/// <summary>What a job is about: fixed from its beginning, and written into its record.</summary>
public sealed record JobSubject
{
    /// <summary>The virtual system, as it was when the job was submitted.</summary>
    public VirtualSystem VirtualSystem { get; init; } = new();

    /// <summary>The source host's name.</summary>
    public string SourceHost { get; init; } = "";

    /// <summary>The destination host's name.</summary>
    public string DestinationHost { get; init; } = "";

    /// <summary>The source's connection URI, without any password.</summary>
    public string SourceUri { get; init; } = "";

    /// <summary>The destination's connection URI, without any password.</summary>
    public string DestinationUri { get; init; } = "";

    /// <summary>The source host's identity, equal only for the same host; not part of the record.</summary>
    public string SourceHostId { get; init; } = "";

    /// <summary>The destination host's identity; not part of the record.</summary>
    public string DestinationHostId { get; init; } = "";

    /// <summary>What was asked; of it only the owner is part of the record.</summary>
    public MigrationRequest Request { get; init; } = new();

    /// <summary>The setting that was asked for, defaults applied. Not part of the record.</summary>
    public MigrationSetting Setting { get; init; } = new();

    /// <summary>The bandwidth asked for, defaults applied, bytes per second; null = as much as there is. Not part of the record.</summary>
    public ulong? BytesPerSecond { get; init; }

    /// <summary>Whether it only moves a definition, which takes no time worth waiting for elsewhere; not part of the record.</summary>
    public bool CompletesAtOnce { get; init; }

    /// <summary>The migration type.</summary>
    public MigrationType MigrationType { get; init; }

    /// <summary>The transport.</summary>
    public TransportType TransportType { get; init; }

    /// <summary>Priority, 1 the highest.</summary>
    public ushort Priority { get; init; }

    /// <summary>What the check warned of; not part of the record.</summary>
    public IReadOnlyList<MigrationError> Warnings { get; init; } = Array.Empty<MigrationError>();

    /// <summary>The session that it was started through.</summary>
    public Guid SessionId { get; init; }
}
