using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>What makes a world consistent in itself.</summary>
internal static class SimulatorStateRules
{
    /// <summary>Throws if it is not.</summary>
    /// <exception cref="Profile.Methods.MigrationException">ConfigurationInvalid.</exception>
    public static void Require(SimulatorState state)
    {
        if (state.Hosts.Count == 0)
        {
            throw SimulatorElement.Invalid("The world has no host.");
        }

        RequireDistinct(state.Hosts.Select(host => host.Name), "hosts named");
        RequireDistinct(state.Hosts.Select(host => host.Id), "hosts with the identifier");
        RequireDistinct(state.Pools.Select(pool => pool.Name), "pools named");
        RequireKnown(state, state.Pools.SelectMany(pool => pool.Hosts).Concat(state.Links.SelectMany(link => new[] { link.HostA, link.HostB })));
        foreach (var host in state.Hosts)
        {
            RequireDistinct(host.Settings.Select(setting => setting.InstanceId), $"settings of {host.Name} with the identifier");
            RequireSettings(host);
            RequireDistinct(host.Systems.Select(system => system.Id), $"virtual systems of {host.Name} with the identifier");
            RequireDistinct(state.Pools.Where(pool => pool.Hosts.Contains(host.Name)).Select(pool => pool.Path), $"pools of {host.Name} at the path");
        }

        // Two instances of one guest is what the module is there to prevent; a world that begins so proves nothing.
        RequireDistinct(
            state.Hosts.SelectMany(host => host.Systems).Where(system => system.IsInstantiated && !system.IsIncoming).Select(system => system.Id),
            "running instances of the virtual system");
        RequireStates(state);
    }

    // A world without settings of its own has the simulator's; one with some must be such as the profile allows.
    private static void RequireSettings(SimulatedHost host)
    {
        if (host.Settings.Count > 0 && CapabilitySettingRules.Check(host.Settings) is { Count: > 0 } defects)
        {
            throw SimulatorElement.Invalid($"The settings of {host.Name} are no capabilities of a migration service: {string.Join(" ", defects)}");
        }
    }

    private static void RequireStates(SimulatorState state)
    {
        var allowed = new[] { VirtualSystemState.Active, VirtualSystemState.Paused, VirtualSystemState.Defined, VirtualSystemState.Suspended };
        var wrong = state.Hosts.SelectMany(host => host.Systems).FirstOrDefault(system => Array.IndexOf(allowed, system.State) < 0);
        if (wrong is not null)
        {
            throw SimulatorElement.Invalid($"The virtual system {wrong.Name} has the state {wrong.State}; it can have {string.Join(", ", allowed)}.");
        }
    }

    private static void RequireDistinct(IEnumerable<string> values, string what)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string? twice = values.FirstOrDefault(value => !seen.Add(value));
        if (twice is not null)
        {
            throw SimulatorElement.Invalid($"There are two {what} {twice}.");
        }
    }

    private static void RequireKnown(SimulatorState state, IEnumerable<string> hostNames)
    {
        string? unknown = hostNames.FirstOrDefault(name => state.Hosts.All(host => host.Name != name));
        if (unknown is not null)
        {
            throw SimulatorElement.Invalid($"A pool or a link names the host {unknown}, which is not there.");
        }
    }
}
