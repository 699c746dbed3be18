using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The virtual network of a name.</summary>
internal static partial class VirNetworkLookupByName
{
    internal static NetworkHandle Call(ConnectionHandle connection, string name) =>
        new(Ensure.NotNull(virNetworkLookupByName(connection, name)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virNetworkLookupByName(ConnectionHandle connection, string name);
}
