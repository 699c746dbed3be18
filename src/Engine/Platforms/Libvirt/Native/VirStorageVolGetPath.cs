using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The path of a volume.</summary>
internal static partial class VirStorageVolGetPath
{
    internal static string Call(StorageVolumeHandle volume) =>
        NativeText.TakeOver(Ensure.NotNull(virStorageVolGetPath(volume)));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virStorageVolGetPath(StorageVolumeHandle volume);
}
