using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A volume of a storage pool (virStorageVolPtr).</summary>
internal sealed partial class StorageVolumeHandle : LibvirtHandle
{
    internal StorageVolumeHandle(nint value, LibvirtHandle parent)
        : base(value, parent)
    {
    }

    protected override int Free(nint value) => virStorageVolFree(value);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStorageVolFree(nint value);
}
