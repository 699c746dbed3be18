using System;
using System.Collections.Generic;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>A host of a simulated world.</summary>
internal sealed record SimulatedHost
{
    private readonly SystemTable _table = SystemTable.Empty;

    public string Name { get; init; } = "";

    /// <summary>Its identity, a UUID.</summary>
    public string Id { get; init; } = "";

    public Version HypervisorVersion { get; init; } = new(7, 2, 22);

    /// <summary>Memory for virtual systems, bytes.</summary>
    public ulong Memory { get; init; }

    public int ProcessorCount { get; init; }

    public string Architecture { get; init; } = "x86_64";

    public bool CanPostCopy { get; init; }

    /// <summary>Whether it answers.</summary>
    public bool IsOnline { get; init; } = true;

    public IReadOnlyList<string> Emulators { get; init; } = Array.Empty<string>();

    public IReadOnlyList<string> MachineTypes { get; init; } = Array.Empty<string>();

    /// <summary>What its processors can do: <c>avx2</c>, <c>avx512f</c>. A set: order means nothing.</summary>
    public IReadOnlyList<string> ProcessorFeatures { get; init; } = Array.Empty<string>();

    public IReadOnlyList<SimulatedNetwork> Networks { get; init; } = Array.Empty<SimulatedNetwork>();

    public IReadOnlyList<SimulatedSystem> Systems
    {
        get => _table.Systems;
        init => _table = new SystemTable(value);
    }

    /// <summary>The settings that its capabilities consist of, under names that are unique for the host; none = the simulator's own.</summary>
    public IReadOnlyList<CapabilitySetting> Settings { get; init; } = Array.Empty<CapabilitySetting>();

    /// <summary>Memory that no instance takes, bytes.</summary>
    public ulong FreeMemory
    {
        get
        {
            ulong free = Memory;
            foreach (var system in Systems)
            {
                free -= system.IsInstantiated ? Math.Min(free, system.Memory) : 0;
            }

            return free;
        }
    }

    /// <summary>The virtual system of an identifier, at the same cost however many there are; null if there is none.</summary>
    public SimulatedSystem? System(string id) => _table.Find(id);

    /// <summary>Whether a guest that was asked to shut down has done so by a time, and the world does not show it yet.</summary>
    public bool IsDue(DateTimeOffset now) => _table.FirstDown <= now;
}

/// <summary>A network, bridge or the like of a simulated host.</summary>
internal sealed record SimulatedNetwork
{
    /// <summary>As in <see cref="NetworkFacts.Kind"/>.</summary>
    public string Kind { get; init; } = "network";

    public string Name { get; init; } = "";

    public bool IsActive { get; init; } = true;
}
