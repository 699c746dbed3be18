using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Defines a virtual system, or changes its definition.</summary>
internal static partial class VirDomainDefineXML
{
    internal static DomainHandle Call(ConnectionHandle connection, string xml) =>
        new(Ensure.NotNull(virDomainDefineXML(connection, xml)), connection);

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virDomainDefineXML(ConnectionHandle connection, string xml);
}
