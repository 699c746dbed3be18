using System;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>A pool for as long as somebody looks through it.</summary>
internal sealed class PoolLook : IDisposable
{
    private Action? _end;

    internal PoolLook(StoragePoolHandle pool, Action end)
    {
        Pool = pool;
        _end = end;
    }

    internal StoragePoolHandle Pool { get; }

    public void Dispose()
    {
        _end?.Invoke();
        _end = null;
        Pool.Dispose();
    }
}
