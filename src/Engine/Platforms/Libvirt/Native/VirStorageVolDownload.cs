using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Begins to read a volume into a stream; length 0 = all of it.</summary>
internal static partial class VirStorageVolDownload
{
    internal static void Call(StorageVolumeHandle volume, StreamHandle stream, ulong offset, ulong length) =>
        Ensure.Success(virStorageVolDownload(volume, stream, offset, length, 0));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStorageVolDownload(StorageVolumeHandle volume, StreamHandle stream, ulong offset, ulong length, uint flags);
}
