using System.Linq;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>One virtual system between two hosts: where it is, and what a hypervisor would refuse. Pure.</summary>
internal sealed class SimulatorPair
{
    private readonly SimulatedSystem _original;
    private readonly DefinitionChange _change;

    /// <summary>Names the two hosts, the virtual system as it was, and what is to be different at the destination.</summary>
    public SimulatorPair(string source, string destination, SimulatedSystem original, DefinitionChange change)
    {
        Source = source;
        Destination = destination;
        _original = original;
        _change = change;
    }

    /// <summary>The source host's name.</summary>
    public string Source { get; }

    /// <summary>The destination host's name.</summary>
    public string Destination { get; }

    /// <summary>The virtual system at the source.</summary>
    public SimulatedSystem Here(SimulatorState state) =>
        state.System(Source, _original.Id) ?? throw SimulatorErrors.SystemNotFound(_original.Name, Source);

    /// <summary>The virtual system at the destination; null if it is not there.</summary>
    public SimulatedSystem? There(SimulatorState state) => state.System(Destination, _original.Id);

    /// <summary>The virtual system at the destination, whole.</summary>
    public SimulatedSystem RequireThere(SimulatorState state) => There(state) is { IsIncoming: false } there
        ? there
        : throw SimulatorErrors.NotThere(_original.Name, Destination);

    /// <summary>Both hosts answer.</summary>
    public void RequireOnline(SimulatorState state)
    {
        foreach (string name in new[] { Source, Destination })
        {
            if (state.Host(name) is not { IsOnline: true })
            {
                throw SimulatorErrors.HostOffline(name);
            }
        }
    }

    /// <summary>No instance of it runs, or stands still, at the source: a second one may come to life.</summary>
    public void RequireSourceAtRest(SimulatorState state)
    {
        if (state.System(Source, _original.Id) is { IsInstantiated: true } here)
        {
            throw SimulatorErrors.InvalidState(
                $"The virtual system named {here.Name} is {here.State} at {Source}; it must not come to life at {Destination} too.",
                $"Shut it down at {Source} first.");
        }
    }

    /// <summary>The destination has no virtual system of that name or identifier.</summary>
    public void RequireNoClash(SimulatorState state)
    {
        string name = _change.Name ?? _original.Name;
        if (There(state) is not null || state.Host(Destination)!.Systems.Any(other => other.Name == name))
        {
            throw SimulatorErrors.TargetExists(name, Destination);
        }
    }

    /// <summary>The virtual system as it is to be at the destination.</summary>
    public SimulatedSystem Changed(SimulatorState state) => SimulatedChange.Apply(
        Here(state), _change, path => state.PoolOf(Destination, path)?.Volumes.FirstOrDefault(volume => volume.Path == path));

    /// <summary>The destination has memory for the instance.</summary>
    public void RequireMemory(SimulatorState state)
    {
        if (state.Host(Destination)!.FreeMemory < (_change.Memory ?? _original.Memory))
        {
            throw SimulatorErrors.ResourceMissing(_original.Name, "memory", Destination);
        }
    }

    /// <summary>
    /// The destination's half-made instance, which a transfer fills: everything that a hypervisor looks at itself, whatever was checked before.
    /// </summary>
    public SimulatorState Reserve(SimulatorState state)
    {
        var here = Here(state);
        if (!here.IsInstantiated)
        {
            throw SimulatorErrors.InvalidState(
                $"The virtual system named {here.Name} has no instance at {Source}.", "Migrate it with its definition: it does not run.");
        }

        if (state.Link(Source, Destination) is not { IsUp: true })
        {
            throw SimulatorErrors.LinkDown(Source, Destination);
        }

        RequireNoClash(state);
        RequireMemory(state);
        if (here.HostDevices.Count > 0)
        {
            throw SimulatorErrors.Prevented(here.Name, "has host devices");
        }

        if (here.SnapshotCount > 0)
        {
            throw SimulatorErrors.Prevented(here.Name, "has snapshots");
        }

        var host = state.Host(Destination)!;
        if (!host.MachineTypes.Contains(here.MachineType))
        {
            throw SimulatorErrors.ResourceMissing(here.Name, "machine type " + here.MachineType, Destination);
        }

        var arriving = Changed(state);
        var missing = arriving.Adapters.Select(adapter => new NetworkFacts { Kind = adapter.Kind, Name = adapter.Network })
            .FirstOrDefault(network => !SimulatorFacts.HasNetwork(host, network));
        return missing is null
            ? state.With(Destination, arriving with { State = VirtualSystemState.Paused, IsIncoming = true, Autostart = false, GoesDownAt = null })
            : throw SimulatorErrors.ResourceMissing(here.Name, missing.ToString(), Destination);
    }

    /// <summary>Removes the half-made instance at the destination, if there is one.</summary>
    public SimulatorState Abandon(SimulatorState state)
    {
        var there = There(state);
        if (state.System(Source, _original.Id) is null && there is { IsIncoming: false })
        {
            throw SimulatorErrors.InvalidState(
                $"The virtual system named {_original.Name} is at {Destination} and not at {Source} any more.", $"Leave it at {Destination}, or migrate it back.");
        }

        return there is { IsIncoming: true } ? state.Without(Destination, _original.Id) : state;
    }

    /// <summary>The source's virtual system back in the state it had; nothing where it is not there.</summary>
    public SimulatorState Restore(SimulatorState state)
    {
        if (state.System(Source, _original.Id) is not { } here || here.State == _original.State)
        {
            return state;
        }

        if (There(state) is { IsInstantiated: true, IsIncoming: false } && _original.IsInstantiated)
        {
            throw SimulatorErrors.InvalidState(
                $"The virtual system named {here.Name} has an instance at {Destination}; it must not come to life at {Source} too.",
                $"Shut it down at {Destination} first.");
        }

        return state.With(Source, here with { State = _original.State, GoesDownAt = null });
    }
}
