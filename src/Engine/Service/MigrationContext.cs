using VsMigration.Platforms;
using VsMigration.Profile.Implementation;

namespace VsMigration.Service;

/// <summary>All that the rules and the planner look at: facts of both hosts and the order. Plain data.</summary>
internal sealed record MigrationContext
{
    public SourceFacts Source { get; init; } = new();

    /// <summary>Null where the destination cannot be asked; rules about it then find nothing.</summary>
    public DestinationFacts? Destination { get; init; }

    public MigrationOrder Order { get; init; } = new();

    /// <summary>The destination's name for messages: the host's own where it is known.</summary>
    public string DestinationName => Destination is { HostName.Length: > 0 } known ? known.HostName : Order.Destination.Name;

    public string SystemName => Source.System.Name;

    /// <summary>What it is to be called at the destination.</summary>
    public string NewName => Order.Change.NameOf(Source.System);

    /// <summary>The memory that it is to have at the destination, bytes.</summary>
    public ulong Memory => Order.Change.Memory ?? Source.System.Memory;

    public VirtualSystemState State => Source.System.State;

    /// <summary>Whether there is an instance, be it in a saved state, whose memory has to travel.</summary>
    public bool MovesInstance => Order.MigrationType != MigrationType.Restart
        && State is VirtualSystemState.Active or VirtualSystemState.Paused or VirtualSystemState.Suspended;

    /// <summary>Whether the virtual system takes up memory at the destination, afterwards or on the way.</summary>
    public bool NeedsMemory => MovesInstance || State is VirtualSystemState.Active or VirtualSystemState.Paused;
}
