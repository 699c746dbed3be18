using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Creates a volume; an error if its file is there already.</summary>
internal static partial class VirStorageVolCreateXML
{
    internal static StorageVolumeHandle Call(StoragePoolHandle pool, string xml) =>
        new(Ensure.NotNull(virStorageVolCreateXML(pool, xml, 0)), pool);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virStorageVolCreateXML(StoragePoolHandle pool, string xml, uint flags);
}
