using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The volume at a path, of any active pool, as the pools last saw it.</summary>
internal static partial class VirStorageVolLookupByPath
{
    internal static StorageVolumeHandle Call(ConnectionHandle connection, string path) =>
        new(Ensure.NotNull(virStorageVolLookupByPath(connection, path)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virStorageVolLookupByPath(ConnectionHandle connection, string path);
}
