using System;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>A volume, and the pool through which it is seen for as long as somebody looks.</summary>
internal sealed class VolumeLook : IDisposable
{
    private readonly PoolLook? _pool;

    internal VolumeLook(StorageVolumeHandle volume, ulong capacity, PoolLook? pool)
    {
        Volume = volume;
        Capacity = capacity;
        _pool = pool;
    }

    internal StorageVolumeHandle Volume { get; }

    /// <summary>What a guest would see, bytes.</summary>
    internal ulong Capacity { get; }

    public void Dispose()
    {
        Volume.Dispose();
        _pool?.Dispose();
    }
}
