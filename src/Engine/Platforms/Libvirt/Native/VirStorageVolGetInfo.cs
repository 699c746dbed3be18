using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>What a volume has; looks at the volume itself, so it fails where the file behind a pool's memory is gone.</summary>
internal static partial class VirStorageVolGetInfo
{
    internal static Info Call(StorageVolumeHandle volume)
    {
        Ensure.Success(virStorageVolGetInfo(volume, out var info));
        return info;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStorageVolGetInfo(StorageVolumeHandle volume, out Info info);

    /// <summary>struct _virStorageVolInfo; bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Info
    {
        public int Type;
        public ulong Capacity;
        public ulong Allocation;
    }
}
