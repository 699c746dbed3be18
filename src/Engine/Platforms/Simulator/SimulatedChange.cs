using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Platforms.Simulator;

/// <summary>Puts what is to be different into the definition of a simulated virtual system. Pure.</summary>
internal static class SimulatedChange
{
    /// <summary>The virtual system as it is to be at the destination.</summary>
    /// <param name="system">As it is at the source.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="volumeAt">What the destination has at a path; null if nothing.</param>
    public static SimulatedSystem Apply(SimulatedSystem system, DefinitionChange change, Func<string, SimulatedVolume?> volumeAt) => system with
    {
        Name = change.Name ?? system.Name,
        Caption = change.Caption ?? system.Caption,
        Description = change.Description ?? system.Description,
        Notes = change.Notes ?? system.Notes,
        Memory = change.Memory ?? system.Memory,
        ProcessorCount = change.ProcessorCount ?? system.ProcessorCount,
        Disks = Disks(system, change, volumeAt).ToList(),
        Adapters = Adapters(system, change).ToList(),
    };

    private static IEnumerable<SimulatedDisk> Disks(SimulatedSystem system, DefinitionChange change, Func<string, SimulatedVolume?> volumeAt) => system.Disks
        .Select(disk => disk with { Path = change.PathOf(disk.Target) ?? disk.Path })
        .Concat(change.NewDisks.Select(disk => new SimulatedDisk
        {
            Target = disk.Target,
            Path = disk.Path,
            Capacity = volumeAt(disk.Path)?.Capacity ?? 0,
            Format = disk.Format.Length > 0 ? disk.Format : volumeAt(disk.Path)?.Format ?? "raw",
        }));

    private static IEnumerable<SimulatedAdapter> Adapters(SimulatedSystem system, DefinitionChange change) => system.Adapters
        .Select(adapter => change.NetworkOf(adapter.Mac) is { } network ? adapter with { Kind = network.Kind, Network = network.Name } : adapter)
        .Concat(change.NewAdapters.Select(adapter => new SimulatedAdapter { Mac = adapter.Mac, Kind = adapter.Network.Kind, Network = adapter.Network.Name }));
}
