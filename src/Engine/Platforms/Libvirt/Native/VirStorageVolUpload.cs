using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Begins to write a volume from a stream; length 0 = all of it.</summary>
internal static partial class VirStorageVolUpload
{
    internal static void Call(StorageVolumeHandle volume, StreamHandle stream, ulong offset, ulong length) =>
        Ensure.Success(virStorageVolUpload(volume, stream, offset, length, 0));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStorageVolUpload(StorageVolumeHandle volume, StreamHandle stream, ulong offset, ulong length, uint flags);
}
