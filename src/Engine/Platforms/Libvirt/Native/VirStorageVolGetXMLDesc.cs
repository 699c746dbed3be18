using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A volume's description, XML.</summary>
internal static partial class VirStorageVolGetXMLDesc
{
    internal static string Call(StorageVolumeHandle volume) =>
        NativeText.TakeOver(Ensure.NotNull(virStorageVolGetXMLDesc(volume, 0)));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virStorageVolGetXMLDesc(StorageVolumeHandle volume, uint flags);
}
