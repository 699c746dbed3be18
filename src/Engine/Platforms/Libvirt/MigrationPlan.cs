using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>One migration as it was checked, and what follows from that for libvirt's calls. Pure.</summary>
internal sealed record MigrationPlan(SourceFacts Source, MigrationOrder Order, DestinationFacts Destination)
{
    internal string SystemId => Source.System.Id;

    internal ErrorContext Context => new(Source.System.Name, Source.HostName, Destination.HostName);

    /// <summary>The state that the virtual system had, and is to have at the end.</summary>
    internal VirtualSystemState State => Source.System.State;

    /// <summary>Disks whose content must be brought to the destination.</summary>
    internal IReadOnlyList<(DiskFacts Disk, DiskPlacement Placement)> DisksToCopy => LocalDisks.Where(pair => !pair.Placement.IsSame).ToList();

    private IEnumerable<(DiskFacts Disk, DiskPlacement Placement)> LocalDisks =>
        Source.Disks.Zip(Destination.Disks).Where(pair => pair.First is { IsWritable: true, IsShared: false, Path.Length: > 0 });

    private bool IsParallel => Order.ParallelConnections > 1;

    /// <summary>The flags of a transfer of memory.</summary>
    /// <param name="isRunning">Whether the guest runs; one that is paused is sent in one go.</param>
    internal MigrateFlags TransferFlags(bool isRunning)
    {
        var flags = MigrateFlags.PeerToPeer | MigrateFlags.AbortOnError;
        flags |= isRunning ? MigrateFlags.Live : MigrateFlags.None;
        flags |= isRunning && Order.AutoConverge ? MigrateFlags.AutoConverge : MigrateFlags.None;
        flags |= Source.IsPersistent ? MigrateFlags.PersistDestination | MigrateFlags.UndefineSource : MigrateFlags.None;
        flags |= DisksToCopy.Count > 0 ? MigrateFlags.NonSharedDisk : MigrateFlags.None;
        flags |= Order.AllowsPostCopy ? MigrateFlags.PostCopy : MigrateFlags.None;
        flags |= IsParallel ? MigrateFlags.Parallel : MigrateFlags.None;
        flags |= Order.Compression.Length > 0 ? MigrateFlags.Compressed : MigrateFlags.None;
        flags |= Order.TransportType switch
        {
            TransportType.TLS or TransportType.TLSStrict => MigrateFlags.Tls,
            TransportType.SSH => MigrateFlags.Tunnelled,
            _ => MigrateFlags.None,
        };

        // libvirt knows shared storage by its file system only; these files were seen to be the same on both hosts.
        flags |= LocalDisks.Any(pair => pair.Placement.IsSame) ? MigrateFlags.Unsafe : MigrateFlags.None;
        return flags;
    }

    /// <summary>The parameters of a transfer of memory.</summary>
    /// <param name="instance">The definition that the instance is to arrive with; null = as it is.</param>
    /// <param name="definition">The lasting definition that it is to have there; null = as it is, or none.</param>
    internal TypedParameters TransferParameters(string? instance = null, string? definition = null)
    {
        var parameters = new TypedParameters();
        if (ConnectionUris.MigrationUri(Order, SystemId) is { } uri)
        {
            parameters.Add("migrate_uri", uri);
            if (DisksToCopy.Count > 0 && ConnectionUris.DisksUri(uri) is { } disksUri)
            {
                parameters.Add("disks_uri", disksUri);
            }
        }

        if (Order.BytesPerSecond is { } rate)
        {
            parameters.Add("bandwidth", TransferRate.Mebibytes(rate));
        }

        if (Order.Change.Name is { } name)
        {
            parameters.Add("destination_name", name);
        }

        if (instance is not null)
        {
            parameters.Add("destination_xml", instance);
        }

        if (definition is not null)
        {
            parameters.Add("persistent_xml", definition);
        }

        if (IsParallel)
        {
            parameters.Add("parallel.connections", (int)Order.ParallelConnections);
        }

        if (Order.Compression.Length > 0)
        {
            parameters.Add("compression", Order.Compression);
        }

        foreach (var (disk, _) in DisksToCopy)
        {
            parameters.Add("migrate_disks", disk.Target);
        }

        return parameters;
    }
}
