using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>What a check asks, answered from the world. Pure.</summary>
internal static class SimulatorFacts
{
    private const string SystemType = "VsMigration:Simulator";

    /// <summary>As many as QEMU's q35 machine has.</summary>
    private const int MaximumProcessorCount = 288;

    /// <summary>A virtual system as a host shows it.</summary>
    public static VirtualSystem Describe(SimulatedSystem system, string hostName) => new()
    {
        Name = system.Name,
        Id = system.Id,
        State = system.State,
        Memory = system.Memory,
        ProcessorCount = system.ProcessorCount,
        HostName = hostName,
        OtherIdentifyingInfo = system.Adapters.Select(adapter => adapter.Mac).Prepend(system.Id).Concat(Tags(system)).ToList(),
        IdentifyingDescriptions = system.Adapters.Select(_ => Correlation.Mac).Prepend(Correlation.Guid).Concat(Tags(system).Select(_ => Correlation.Tag)).ToList(),
    };

    /// <summary>The definition of a virtual system.</summary>
    public static SystemDefinition Define(SimulatedSystem system, string hostName) => DefinitionElements.Create(
        Describe(system, hostName),
        new SystemTexts { VirtualSystemType = SystemType, Caption = system.Caption, Description = system.Description, Notes = system.Notes },
        Adapters(system),
        system.Disks.Select(disk => Facts(disk, mark: "")));

    /// <summary>The source's side.</summary>
    public static SourceFacts OfSource(SimulatorState state, SimulatedHost host, SimulatedSystem system, bool isBusy) => new()
    {
        System = Describe(system, host.Name),
        HostId = host.Id,
        HostName = host.Name,
        HypervisorVersion = host.HypervisorVersion,
        IsPersistent = system.IsPersistent,
        Autostart = system.Autostart,
        IsBusy = isBusy || system.IsIncoming,
        SnapshotCount = system.SnapshotCount,
        HasSavedState = system.HasSavedState,
        HasFirmwareStore = system.HasFirmwareStore,
        HasEmulatedTpm = system.HasEmulatedTpm,
        HostDevices = system.HostDevices,
        Disks = system.Disks.Select(disk => Facts(disk, Mark(state, host.Name, disk.Path))).ToList(),
        Adapters = Adapters(system).ToList(),
        Architecture = host.Architecture,
        MachineType = system.MachineType,
        Emulator = system.Emulator,
        SettingData = Define(system, host.Name),
        Definition = SimulatorXml.Write(system).ToString(),
    };

    /// <summary>The destination's side.</summary>
    public static DestinationFacts OfDestination(SimulatorState state, SimulatedHost host, SourceFacts source, MigrationOrder order)
    {
        var change = order.Change;
        var needs = SimulatorXml.ReadSystem(source.Definition);
        var missing = needs.ProcessorFeatures.Except(host.ProcessorFeatures, StringComparer.Ordinal).OrderBy(feature => feature, StringComparer.Ordinal).ToList();
        var sourceHost = state.Hosts.FirstOrDefault(other => other.Id == source.HostId);
        var withoutPostCopy = new[] { sourceHost, host }.OfType<SimulatedHost>().Where(other => !other.CanPostCopy).Select(other => other.Name).ToList();
        return new DestinationFacts
        {
            HostId = host.Id,
            HostName = host.Name,
            HypervisorVersion = host.HypervisorVersion,
            FreeMemory = host.FreeMemory,
            ProcessorCount = host.ProcessorCount,
            SameName = Same(host, system => string.Equals(system.Name, change.NameOf(source.System), StringComparison.Ordinal)),
            SameId = Same(host, system => string.Equals(system.Id, source.System.Id, StringComparison.OrdinalIgnoreCase)),
            HasEmulator = source.Architecture == host.Architecture && (source.Emulator.Length == 0 || host.Emulators.Contains(source.Emulator)),
            HasMachineType = source.MachineType.Length == 0 || host.MachineTypes.Contains(source.MachineType),
            ProcessorCompatible = missing.Count == 0,
            ProcessorDifference = string.Join(", ", missing),
            CanPostCopy = withoutPostCopy.Count == 0,
            PostCopyObstacle = withoutPostCopy.Count == 0 ? "" : string.Join(" and ", withoutPostCopy) + " cannot switch to post-copy",
            MaximumProcessorCount = MaximumProcessorCount,
            Disks = source.Disks.Select(disk => Place(state, host, change.PathOf(disk), disk.FileMark, source.System.Id)).ToList(),
            NewDisks = change.NewDisks.Select(disk => Place(state, host, disk.Path, mark: "", source.System.Id)).ToList(),
            MissingNetworks = change.NetworksOf(source.Adapters).Where(network => !HasNetwork(host, network)).ToList(),
            OtherFindings = Unreachable(state, sourceHost, host).Concat(SimulatorCapabilities.Check(order)).ToList(),
        };
    }

    /// <summary>The disks that have to travel: writable, and not the very same at both hosts.</summary>
    public static IReadOnlyList<DiskFacts> DisksToCopy(SourceFacts source, DestinationFacts destination, DefinitionChange change) => source.Disks
        .Where(disk => disk.Path.Length > 0 && disk.IsWritable && !disk.IsShared
            && !destination.Disks.Any(place => place.Path == change.PathOf(disk) && place.IsSame))
        .ToList();

    /// <summary>Whether a host has a network, and it is active.</summary>
    public static bool HasNetwork(SimulatedHost host, NetworkFacts network) =>
        host.Networks.Any(other => other.IsActive && other.Kind == network.Kind && other.Name == network.Name);

    private static IEnumerable<AdapterFacts> Adapters(SimulatedSystem system) => system.Adapters.Select(
        adapter => new AdapterFacts { Mac = adapter.Mac, Network = new NetworkFacts { Kind = adapter.Kind, Name = adapter.Network } });

    private static DiskFacts Facts(SimulatedDisk disk, string mark) => new()
    {
        Target = disk.Target,
        Path = disk.Path,
        IsWritable = disk.IsWritable,
        IsShared = disk.IsShared,
        Capacity = disk.Capacity,
        Format = disk.Format,
        HasBackingImage = disk.HasBackingImage,
        FileMark = mark,
    };

    private static string[] Tags(SimulatedSystem system) => system.Tag.Length > 0 ? new[] { system.Tag } : Array.Empty<string>();

    private static VirtualSystem? Same(SimulatedHost host, Func<SimulatedSystem, bool> isSame) =>
        host.Systems.Where(isSame).Select(system => Describe(system, host.Name)).FirstOrDefault();

    private static string Mark(SimulatorState state, string hostName, string path) =>
        state.PoolOf(hostName, path) is { } pool ? pool.Name + ":" + path : "";

    private static DiskPlacement Place(SimulatorState state, SimulatedHost host, string path, string mark, string systemId)
    {
        var pool = state.PoolOf(host.Name, path);
        var volume = pool?.Volumes.FirstOrDefault(other => other.Path == path);
        var user = host.Systems.FirstOrDefault(other =>
            !string.Equals(other.Id, systemId, StringComparison.OrdinalIgnoreCase) && other.Disks.Any(used => used.Path == path && used.Path.Length > 0));
        return new DiskPlacement
        {
            Path = path,
            IsSame = mark.Length > 0 && mark == Mark(state, host.Name, path),
            Exists = pool is null ? null : volume is not null,
            Capacity = volume?.Capacity ?? 0,
            Format = volume?.Format ?? "",
            UsedBy = user?.Name ?? "",
            CanBeCreated = pool is not null,
            FreeSpace = pool?.FreeSpace ?? 0,
        };
    }

    private static IEnumerable<MigrationError> Unreachable(SimulatorState state, SimulatedHost? source, SimulatedHost destination)
    {
        if (source is not null && source.Name != destination.Name && state.Link(source.Name, destination.Name) is not { IsUp: true })
        {
            yield return SimulatorErrors.LinkDown(source.Name, destination.Name).Errors[0];
        }
    }
}
