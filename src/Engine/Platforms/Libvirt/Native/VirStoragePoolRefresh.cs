using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Lets a storage pool look anew at what it has.</summary>
internal static partial class VirStoragePoolRefresh
{
    internal static void Call(StoragePoolHandle pool) =>
        Ensure.Success(virStoragePoolRefresh(pool, 0));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStoragePoolRefresh(StoragePoolHandle pool, uint flags);
}
