using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>All of a simulated world at one moment. Immutable; every change makes a new one.</summary>
internal sealed record SimulatorState
{
    public IReadOnlyList<SimulatedHost> Hosts { get; init; } = Array.Empty<SimulatedHost>();

    public IReadOnlyList<SimulatedPool> Pools { get; init; } = Array.Empty<SimulatedPool>();

    public IReadOnlyList<SimulatedLink> Links { get; init; } = Array.Empty<SimulatedLink>();

    public IReadOnlyList<SimulatorFault> Faults { get; init; } = Array.Empty<SimulatorFault>();

    /// <summary>The host of a name, without regard to case as in DNS; null if there is none.</summary>
    public SimulatedHost? Host(string name) => Hosts.FirstOrDefault(host => string.Equals(host.Name, name, StringComparison.OrdinalIgnoreCase));

    public SimulatedSystem? System(string hostName, string id) => Host(hostName)?.System(id);

    /// <summary>The pool that a path of a host lies in; null if in none.</summary>
    public SimulatedPool? PoolOf(string hostName, string path) => Pools.FirstOrDefault(
        pool => pool.Hosts.Contains(hostName) && path.StartsWith(pool.Path + "/", StringComparison.Ordinal));

    public SimulatedLink? Link(string one, string other) => Links.FirstOrDefault(link => link.Joins(one, other));

    /// <summary>Adds a virtual system, or replaces the one of its identifier.</summary>
    public SimulatorState With(string hostName, SimulatedSystem system)
    {
        bool known = System(hostName, system.Id) is not null;
        return WithSystems(hostName, systems => known
            ? systems.Select(other => SameId(other, system.Id) ? system : other)
            : systems.Append(system));
    }

    public SimulatorState Without(string hostName, string systemId) =>
        WithSystems(hostName, systems => systems.Where(system => !SameId(system, systemId)));

    /// <summary>Adds a volume to the pool that its path lies in, or replaces the one of its path.</summary>
    public SimulatorState With(string hostName, SimulatedVolume volume) => WithVolumes(
        hostName, volume.Path, volumes => volumes.Where(other => other.Path != volume.Path).Append(volume));

    public SimulatorState WithoutVolume(string hostName, string path) =>
        WithVolumes(hostName, path, volumes => volumes.Where(volume => volume.Path != path));

    /// <summary>What time alone has changed: guests that were asked to shut down have done so.</summary>
    public SimulatorState At(DateTimeOffset now) =>
        Hosts.Any(host => host.IsDue(now))
            ? this with { Hosts = Hosts.Select(host => host with { Systems = host.Systems.Select(system => GoDown(system, now)).ToList() }).ToList() }
            : this;

    /// <summary>What a new process finds: transfers that an earlier one had under way are over, and their half-made instances are gone.</summary>
    public SimulatorState Settled() => this with
    {
        Hosts = Hosts.Select(host => host with { Systems = host.Systems.Where(system => !system.IsIncoming).ToList() }).ToList(),
    };

    private static SimulatedSystem GoDown(SimulatedSystem system, DateTimeOffset now) =>
        system.GoesDownAt <= now ? system with { State = VirtualSystemState.Defined, GoesDownAt = null } : system;

    private static bool SameId(SimulatedSystem system, string id) => string.Equals(system.Id, id, StringComparison.OrdinalIgnoreCase);

    private SimulatorState WithSystems(string hostName, Func<IEnumerable<SimulatedSystem>, IEnumerable<SimulatedSystem>> change) => this with
    {
        Hosts = Hosts.Select(host => host.Name == hostName ? host with { Systems = change(host.Systems).ToList() } : host).ToList(),
    };

    private SimulatorState WithVolumes(string hostName, string path, Func<IEnumerable<SimulatedVolume>, IEnumerable<SimulatedVolume>> change)
    {
        var pool = PoolOf(hostName, path);
        return this with
        {
            Pools = Pools.Select(other => ReferenceEquals(other, pool) ? other with { Volumes = change(other.Volumes).ToList() } : other).ToList(),
        };
    }
}
