using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Deletes a volume and its content.</summary>
internal static partial class VirStorageVolDelete
{
    internal static void Call(StorageVolumeHandle volume) =>
        Ensure.Success(virStorageVolDelete(volume, 0));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStorageVolDelete(StorageVolumeHandle volume, uint flags);
}
