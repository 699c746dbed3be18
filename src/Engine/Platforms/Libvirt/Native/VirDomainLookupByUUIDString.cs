using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The virtual system of an identifier.</summary>
internal static partial class VirDomainLookupByUUIDString
{
    internal static DomainHandle Call(ConnectionHandle connection, string uuid) =>
        new(Ensure.NotNull(virDomainLookupByUUIDString(connection, uuid)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virDomainLookupByUUIDString(ConnectionHandle connection, string uuid);
}
