using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Starts a storage pool that is not defined.</summary>
internal static partial class VirStoragePoolCreateXML
{
    internal static StoragePoolHandle Call(ConnectionHandle connection, string xml) =>
        new(Ensure.NotNull(virStoragePoolCreateXML(connection, xml, 0)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virStoragePoolCreateXML(ConnectionHandle connection, string xml, uint flags);
}
