using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The active storage pool over a directory.</summary>
internal static partial class VirStoragePoolLookupByTargetPath
{
    internal static StoragePoolHandle Call(ConnectionHandle connection, string path) =>
        new(Ensure.NotNull(virStoragePoolLookupByTargetPath(connection, path)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virStoragePoolLookupByTargetPath(ConnectionHandle connection, string path);
}
