using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The storage pool of a name.</summary>
internal static partial class VirStoragePoolLookupByName
{
    internal static StoragePoolHandle Call(ConnectionHandle connection, string name) =>
        new(Ensure.NotNull(virStoragePoolLookupByName(connection, name)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virStoragePoolLookupByName(ConnectionHandle connection, string name);
}
