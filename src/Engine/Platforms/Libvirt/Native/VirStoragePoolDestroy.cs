using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Stops a storage pool; its volumes stay. One that is not defined is gone.</summary>
internal static partial class VirStoragePoolDestroy
{
    internal static void Call(StoragePoolHandle pool) =>
        Ensure.Success(virStoragePoolDestroy(pool));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStoragePoolDestroy(StoragePoolHandle pool);
}
