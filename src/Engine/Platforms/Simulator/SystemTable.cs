using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Platforms.Simulator;

/// <summary>The virtual systems of one host at one moment, and what is found in them without a walk through all of them. Immutable.</summary>
internal sealed class SystemTable
{
    private readonly Lazy<Dictionary<string, SimulatedSystem>> _byId;
    private readonly Lazy<DateTimeOffset?> _firstDown;

    /// <summary>Makes a table; what is looked up is prepared when somebody first looks.</summary>
    public SystemTable(IReadOnlyList<SimulatedSystem> systems)
    {
        Systems = systems;
        _byId = new(() => Index(systems));
        _firstDown = new(() => systems.Min(system => system.GoesDownAt));
    }

    /// <summary>No virtual systems.</summary>
    public static SystemTable Empty { get; } = new(Array.Empty<SimulatedSystem>());

    public IReadOnlyList<SimulatedSystem> Systems { get; }

    /// <summary>When the next guest that was asked to shut down will have done so; null if none was asked.</summary>
    public DateTimeOffset? FirstDown => _firstDown.Value;

    /// <summary>The virtual system of an identifier; null if there is none.</summary>
    public SimulatedSystem? Find(string id) => _byId.Value.TryGetValue(id, out var system) ? system : null;

    // A world with two of one identifier does not pass its rules.
    private static Dictionary<string, SimulatedSystem> Index(IReadOnlyList<SimulatedSystem> systems)
    {
        var index = new Dictionary<string, SimulatedSystem>(systems.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var system in systems)
        {
            index[system.Id] = system;
        }

        return index;
    }
}
