using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A storage pool (virStoragePoolPtr).</summary>
internal sealed partial class StoragePoolHandle : LibvirtHandle
{
    internal StoragePoolHandle(nint value, ConnectionHandle parent)
        : base(value, parent)
    {
    }

    protected override int Free(nint value) => virStoragePoolFree(value);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStoragePoolFree(nint value);
}
