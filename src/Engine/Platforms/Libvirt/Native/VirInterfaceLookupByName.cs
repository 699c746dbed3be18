using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The host's interface of a name.</summary>
internal static partial class VirInterfaceLookupByName
{
    internal static InterfaceHandle Call(ConnectionHandle connection, string name) =>
        new(Ensure.NotNull(virInterfaceLookupByName(connection, name)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virInterfaceLookupByName(ConnectionHandle connection, string name);
}
