using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A storage pool's definition, XML.</summary>
internal static partial class VirStoragePoolGetXMLDesc
{
    internal static string Call(StoragePoolHandle pool) =>
        NativeText.TakeOver(Ensure.NotNull(virStoragePoolGetXMLDesc(pool, 0)));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virStoragePoolGetXMLDesc(StoragePoolHandle pool, uint flags);
}
