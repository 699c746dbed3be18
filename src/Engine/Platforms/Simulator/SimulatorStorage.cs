using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>The disks of one migration that have to travel: their targets at the destination, and the copying of those that are at rest.</summary>
internal sealed class SimulatorStorage
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);

    private readonly SimulatorWorld _world;
    private readonly string _source;
    private readonly string _destination;
    private readonly SimulatedSystem _system;
    private readonly IReadOnlyList<(DiskFacts Disk, string Path)> _disks;
    private IReadOnlyList<string> _created = Array.Empty<string>();

    /// <summary>Makes ready; nothing is created. Each disk comes with its path at the destination.</summary>
    public SimulatorStorage(SimulatorWorld world, string source, string destination, SimulatedSystem system, IReadOnlyList<(DiskFacts Disk, string Path)> disks)
    {
        _world = world;
        _source = source;
        _destination = destination;
        _system = system;
        _disks = disks;
    }

    /// <summary>What has to travel, bytes.</summary>
    public ulong Bytes => _disks.Aggregate(0UL, (sum, pair) => sum + pair.Disk.Capacity);

    /// <summary>Creates the targets that are not there, and remembers them.</summary>
    public SimulatorState Prepare(SimulatorState state)
    {
        var created = new List<string>();
        foreach (var (disk, path) in _disks)
        {
            var pool = state.PoolOf(_destination, path)
                ?? throw SimulatorErrors.ResourceMissing(_system.Name, "storage pool of " + path, _destination);
            if (pool.Volumes.Any(volume => volume.Path == path))
            {
                continue;
            }

            if (pool.FreeSpace < disk.Capacity)
            {
                throw SimulatorErrors.ResourceMissing(_system.Name, "storage of " + path, _destination);
            }

            state = state.With(_destination, new SimulatedVolume { Path = path, Capacity = disk.Capacity, Format = disk.Format });
            created.Add(path);
        }

        _created = created;
        return state;
    }

    /// <summary>Removes the targets that <see cref="Prepare"/> created.</summary>
    public SimulatorState Discard(SimulatorState state)
    {
        foreach (string path in _created)
        {
            state = state.WithoutVolume(_destination, path);
        }

        _created = Array.Empty<string>();
        return state;
    }

    /// <summary>Sees that every disk that travels has a target.</summary>
    public void RequireTargets(SimulatorState state)
    {
        foreach (var (disk, path) in _disks)
        {
            if (state.PoolOf(_destination, path)?.Volumes.Any(volume => volume.Path == path) != true)
            {
                throw SimulatorErrors.ResourceMissing(_system.Name, "storage of " + path, _destination);
            }
        }
    }

    /// <summary>Copies the disks over the link while the virtual system is at rest.</summary>
    /// <param name="bytesPerSecond">The bandwidth asked for, as it is at the time; null = as much as there is.</param>
    /// <param name="progress">Told four times a second, and at the end.</param>
    /// <param name="cancellationToken">Ends the copying.</param>
    public async Task CopyAsync(Func<ulong?> bytesPerSecond, IProgress<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        _world.CountTransfer(_source, _destination, +1);
        try
        {
            double total = Bytes;
            double sent = 0;
            TimeSpan begun = _world.Clock.Elapsed;
            TimeSpan last = begun;
            while (sent < total)
            {
                double bandwidth = Math.Min(bytesPerSecond() ?? double.MaxValue, _world.Bandwidth(_source, _destination));
                double wait = Math.Min(ReportInterval.TotalSeconds, Math.Max(0.001, (total - sent) / bandwidth));
                await _world.Clock.DelayAsync(TimeSpan.FromSeconds(wait), cancellationToken);
                TimeSpan now = _world.Clock.Elapsed;
                sent = Math.Min(total, sent + ((now - last).TotalSeconds * bandwidth));
                last = now;
                RequireSourceAtRest();
                int percent = (int)(100 * sent / total);
                if (_world.TakeFault(SimulatorAction.CopyVolumes, _system, percent) is { } fault)
                {
                    throw SimulatorErrors.Scripted(fault, _system.Name, _destination);
                }

                progress.Report(Report(sent, total, sent < total ? bandwidth : total / (now - begun).TotalSeconds));
            }
        }
        finally
        {
            _world.CountTransfer(_source, _destination, -1);
        }
    }

    private static MigrationProgress Report(double sent, double total, double rate) => new()
    {
        PercentComplete = (int)(100 * sent / total),
        BytesTransferred = (ulong)sent,
        BytesRemaining = (ulong)(total - sent),
        BytesTotal = (ulong)total,
        BytesPerSecond = (ulong)rate,
    };

    private void RequireSourceAtRest()
    {
        var state = _world.Read();
        if (state.Link(_source, _destination) is not { IsUp: true })
        {
            throw SimulatorErrors.LinkDown(_source, _destination);
        }

        if (state.System(_source, _system.Id) is not { State: VirtualSystemState.Defined })
        {
            throw SimulatorErrors.InvalidState(
                $"The virtual system named {_system.Name} does not rest at {_source}, so that its disks cannot be copied.", "Shut it down, then migrate again.");
        }
    }
}
