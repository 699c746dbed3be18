using System;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>A volume, and the pool through which it is seen for as long as somebody looks.</summary>
internal sealed class VolumeLook : IDisposable
{
    private readonly PoolLook? _pool;

    internal VolumeLook(StorageVolumeHandle volume, PoolLook? pool)
    {
        Volume = volume;
        _pool = pool;
    }

    internal StorageVolumeHandle Volume { get; }

    public void Dispose()
    {
        Volume.Dispose();
        _pool?.Dispose();
    }
}
