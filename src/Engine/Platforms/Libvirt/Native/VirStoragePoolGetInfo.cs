using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>What a storage pool has, as it last saw it.</summary>
internal static partial class VirStoragePoolGetInfo
{
    internal static Info Call(StoragePoolHandle pool)
    {
        Ensure.Success(virStoragePoolGetInfo(pool, out var info));
        return info;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStoragePoolGetInfo(StoragePoolHandle pool, out Info info);

    /// <summary>struct _virStoragePoolInfo; bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Info
    {
        public int State;
        public ulong Capacity;
        public ulong Allocation;
        public ulong Available;
    }
}
