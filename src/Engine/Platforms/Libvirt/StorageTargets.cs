using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms.Libvirt;

/// <summary>The destination's side of disks that move along: which were created, and what is copied into them.</summary>
internal sealed class StorageTargets
{
    private readonly MigrationPlan _plan;
    private readonly LibvirtHost _source;
    private readonly LibvirtHost _destination;
    private readonly List<string> _created = [];

    internal StorageTargets(MigrationPlan plan, LibvirtHost source, LibvirtHost destination)
    {
        _plan = plan;
        _source = source;
        _destination = destination;
    }

    /// <summary>Creates what is not there, in the pools of the destination.</summary>
    internal async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var (disk, place) in _plan.DisksToCopy.Where(pair => pair.Placement.Exists != true))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _destination.DoAsync(connection => Create(connection, disk, place.Path));
        }
    }

    /// <summary>Deletes what was created here, and nothing else.</summary>
    internal async Task DiscardAsync()
    {
        foreach (string path in _created.ToList())
        {
            await _destination.DoAsync(connection =>
            {
                using var volume = StorageVolumes.Find(connection, path);
                if (volume is not null)
                {
                    VirStorageVolDelete.Call(volume.Volume);
                }
            });
            _created.Remove(path);
        }
    }

    /// <summary>Copies volume after volume.</summary>
    internal async Task CopyAsync(IProgress<MigrationProgress> progress, IClock clock, CancellationToken cancellationToken)
    {
        var disks = _plan.DisksToCopy.Select(pair => (pair.Disk, pair.Placement.Path)).ToList();
        if (disks.Count == 0)
        {
            return;
        }

        // Streams keep their connections busy: both have their own.
        using var from = await LibvirtConnection.OpenAsync(_source.Uri, cancellationToken);
        using var to = await LibvirtConnection.OpenAsync(_destination.Uri, cancellationToken);
        var copy = new VolumeCopy(from, to, progress, clock, cancellationToken);
        await BlockingCall.Run(() => copy.Run(disks));
    }

    // Created with the name before it is remembered would leave it behind; remembered before it is created might delete another's.
    private void Create(LibvirtConnection connection, DiskFacts disk, string path)
    {
        using var pool = StoragePools.FindOwn(connection, StorageVolumes.Directory(path))
            ?? throw TransferErrors.NoPool(_plan, path);
        using var volume = VirStorageVolCreateXML.Call(pool, StorageVolumes.Xml(StorageVolumes.FileName(path), disk.Capacity, disk.Format));
        _created.Add(path);
    }
}
