using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The pool that a volume is seen through.</summary>
internal static partial class VirStoragePoolLookupByVolume
{
    internal static StoragePoolHandle Call(ConnectionHandle connection, StorageVolumeHandle volume) =>
        new(Ensure.NotNull(virStoragePoolLookupByVolume(volume)), connection);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virStoragePoolLookupByVolume(StorageVolumeHandle volume);
}
