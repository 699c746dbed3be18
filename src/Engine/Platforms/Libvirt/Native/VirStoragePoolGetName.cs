using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A storage pool's name.</summary>
internal static partial class VirStoragePoolGetName
{
    // The text belongs to the pool.
    internal static string Call(StoragePoolHandle pool) => Marshal.PtrToStringUTF8(Ensure.NotNull(virStoragePoolGetName(pool))) ?? "";

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virStoragePoolGetName(StoragePoolHandle pool);
}
