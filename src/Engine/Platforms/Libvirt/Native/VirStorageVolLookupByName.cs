using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The volume of a name in a pool, as the pool last saw it.</summary>
internal static partial class VirStorageVolLookupByName
{
    internal static StorageVolumeHandle Call(StoragePoolHandle pool, string name) =>
        new(Ensure.NotNull(virStorageVolLookupByName(pool, name)), pool);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virStorageVolLookupByName(StoragePoolHandle pool, string name);
}
