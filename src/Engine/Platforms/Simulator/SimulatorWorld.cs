using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Clock;

namespace VsMigration.Platforms.Simulator;

/// <summary>
/// A world that hosts live in: its state, its clock, and what is under way in it. Safe for concurrent calls; a change is seen whole or not at all.
/// </summary>
internal sealed class SimulatorWorld
{
    private readonly object _gate = new();
    private readonly SimulatorStateFile? _file;
    private readonly HashSet<string> _migrating = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Source, string Destination), int> _transfers = new();
    private SimulatorState _state;

    /// <summary>A world in memory.</summary>
    public SimulatorWorld(IClock clock, SimulatorState state)
    {
        Clock = clock;
        _state = state;
    }

    /// <summary>A world kept in a file, which is made from the default world if it is missing.</summary>
    /// <exception cref="Profile.Methods.MigrationException">ConfigurationInvalid, AccessDenied: the file.</exception>
    public SimulatorWorld(IClock clock, SimulatorStateFile file)
    {
        Clock = clock;
        _file = file;
        _state = file.ReadOrCreate(DefaultWorld.Create).Settled();
    }

    /// <summary>The time that this world lives in.</summary>
    public IClock Clock { get; }

    /// <summary>The world as it is now.</summary>
    public SimulatorState Read()
    {
        lock (_gate)
        {
            return Current();
        }
    }

    /// <summary>Changes the world; if <paramref name="change"/> throws, nothing has changed.</summary>
    /// <param name="change">Makes the new state from the present one.</param>
    public void Update(Func<SimulatorState, SimulatorState> change)
    {
        lock (_gate)
        {
            SimulatorState before = Current();
            SimulatorState after = change(before);
            if (!ReferenceEquals(before, after))
            {
                _file?.Write(after);
                _state = after;
            }
        }
    }

    /// <summary>Takes the fault that is scripted for an action now, and counts it; null if there is none.</summary>
    /// <param name="action">What is done.</param>
    /// <param name="system">To which virtual system.</param>
    /// <param name="percent">How far it has come.</param>
    public SimulatorFault? TakeFault(SimulatorAction action, SimulatedSystem system, int percent)
    {
        SimulatorFault? taken = null;
        Update(state =>
        {
            taken = state.Faults.FirstOrDefault(fault => fault.IsDue(action, system, percent));
            return taken is null ? state : state with
            {
                Faults = state.Faults.Select(fault => ReferenceEquals(fault, taken) ? fault with { Times = fault.Times - 1 } : fault)
                    .Where(fault => fault.Times > 0).ToList(),
            };
        });
        return taken;
    }

    /// <summary>Whether a migration of the virtual system is open.</summary>
    public bool IsMigrating(string systemId)
    {
        lock (_gate)
        {
            return _migrating.Contains(systemId);
        }
    }

    /// <summary>Claims a virtual system for one migration; false if another has it.</summary>
    public bool TryBeginMigration(string systemId)
    {
        lock (_gate)
        {
            return _migrating.Add(systemId);
        }
    }

    /// <summary>Gives back what <see cref="TryBeginMigration"/> claimed.</summary>
    public void EndMigration(string systemId)
    {
        lock (_gate)
        {
            _migrating.Remove(systemId);
        }
    }

    /// <summary>Counts a transfer that begins (+1) or ends (-1) on the way from one host to another.</summary>
    public void CountTransfer(string source, string destination, int difference)
    {
        lock (_gate)
        {
            _transfers.TryGetValue((source, destination), out int count);
            _transfers[(source, destination)] = count + difference;
        }
    }

    /// <summary>What each transfer between two hosts gets now, bytes per second; zero where the link is down or missing.</summary>
    public double Bandwidth(string source, string destination)
    {
        lock (_gate)
        {
            _transfers.TryGetValue((source, destination), out int count);
            var link = Current().Link(source, destination);
            return link is { IsUp: true } ? (double)link.BytesPerSecond / Math.Max(1, count) : 0;
        }
    }

    private SimulatorState Current() => _state = (_file?.ReadIfChanged() ?? _state).At(Clock.UtcNow);
}
