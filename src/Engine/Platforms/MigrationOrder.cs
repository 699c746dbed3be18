using System;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms;

/// <summary>A request with every default applied and every name resolved: nothing in it is open any more.</summary>
public sealed record MigrationOrder
{
    /// <summary>Where to.</summary>
    public MigrationHost Destination { get; init; } = new();

    /// <summary>The setting that it comes from, defaults applied.</summary>
    public MigrationSetting Setting { get; init; } = new();

    /// <summary>Live, Resume or Restart, as asked; what is done to a system that does not run is the planner's.</summary>
    public MigrationType MigrationType { get; init; } = MigrationType.Live;

    /// <summary>How memory travels.</summary>
    public TransportType TransportType { get; init; } = TransportType.TCP;

    /// <summary>What is to be different in the definition at the destination.</summary>
    public DefinitionChange Change { get; init; } = DefinitionChange.None;

    /// <summary>The transport where <see cref="TransportType"/> is Other; else empty.</summary>
    public string OtherTransportType { get; init; } = "";

    /// <summary>Bytes per second; null = as much as there is.</summary>
    public ulong? BytesPerSecond { get; init; }

    /// <summary>Priority, 1 the highest.</summary>
    public ushort Priority { get; init; } = 100;

    /// <summary>The longest time the transfer, or a shutdown, may take; null = no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>What happens then.</summary>
    public TimeoutAction OnTimeout { get; init; }

    /// <summary>Whether the transfer may be switched to post-copy while it runs.</summary>
    public bool PostCopy { get; init; }

    /// <summary>Whether post-copy must be possible: it was allowed, or is what happens at the limit.</summary>
    public bool AllowsPostCopy => PostCopy || OnTimeout == TimeoutAction.PostCopy;

    /// <summary>Whether a guest that writes to its memory too fast is slowed down.</summary>
    public bool AutoConverge { get; init; } = true;

    /// <summary>How many connections carry the memory side by side.</summary>
    public uint ParallelConnections { get; init; } = 1;

    /// <summary>How memory is compressed, by the platform's name for it; empty = not at all.</summary>
    public string Compression { get; init; } = "";

    /// <summary>How long the guest may stand still for the hand-over; null = the platform's default. Set by <see cref="ITransferControl"/>.</summary>
    public TimeSpan? MaxDowntime { get; init; }

    /// <summary>Whether a system that did not shut down in time is powered off.</summary>
    public bool TurnOff { get; init; }
}
