using System;
using System.Linq;
using System.Text.Json;
using VsMigration.Clock;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile.Implementation;

namespace VsMigration.Tests.Platforms.Simulator;

/// <summary>Worlds for tests, and what can be asked of them.</summary>
internal static class Worlds
{
    public const ulong GiB = 1UL << 30;

    public static SimulatorWorld Create(Func<SimulatorState, SimulatorState>? change = null)
    {
        var state = DefaultWorld.Create();
        return new SimulatorWorld(new VirtualClock(DateTimeOffset.UnixEpoch), change is null ? state : change(state));
    }

    public static SimulatedSystem Find(this SimulatorState state, string name) =>
        state.Hosts.SelectMany(host => host.Systems).Single(system => system.Name == name);

    /// <summary>The state with one virtual system of sim-a changed.</summary>
    public static SimulatorState Change(this SimulatorState state, string name, Func<SimulatedSystem, SimulatedSystem> change) =>
        state.With("sim-a", change(state.Find(name)));

    public static SimulatorState ChangeHost(this SimulatorState state, string name, Func<SimulatedHost, SimulatedHost> change) =>
        state with { Hosts = state.Hosts.Select(host => host.Name == name ? change(host) : host).ToList() };

    public static void Script(this SimulatorWorld world, SimulatorFault fault) =>
        world.Update(state => state with { Faults = state.Faults.Append(fault).ToList() });

    /// <summary>Lists in records compare by reference; the text has every property.</summary>
    public static string Text(this SimulatorState state) => JsonSerializer.Serialize(state);

    /// <summary>How many hosts have the virtual system in a state in which it takes memory.</summary>
    public static int Instances(this SimulatorState state, string id) =>
        state.Hosts.SelectMany(host => host.Systems).Count(system => system.Id == id && system.IsInstantiated && !system.IsIncoming);

    public static VirtualSystemState? StateAt(this SimulatorState state, string host, string id) => state.System(host, id)?.State;
}
