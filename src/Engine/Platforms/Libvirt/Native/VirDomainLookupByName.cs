using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The virtual system of a name.</summary>
internal static partial class VirDomainLookupByName
{
    internal static DomainHandle Call(ConnectionHandle connection, string name) =>
        new(Ensure.NotNull(virDomainLookupByName(connection, name)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virDomainLookupByName(ConnectionHandle connection, string name);
}
