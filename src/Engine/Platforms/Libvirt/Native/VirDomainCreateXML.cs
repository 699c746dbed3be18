using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Starts a virtual system that is not defined.</summary>
internal static partial class VirDomainCreateXML
{
    internal static DomainHandle Call(ConnectionHandle connection, string xml, uint flags) =>
        new(Ensure.NotNull(virDomainCreateXML(connection, xml, flags)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virDomainCreateXML(ConnectionHandle connection, string xml, uint flags);
}
