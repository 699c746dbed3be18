using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A stream for one transfer of a volume.</summary>
internal static partial class VirStreamNew
{
    internal static StreamHandle Call(ConnectionHandle connection) =>
        new(Ensure.NotNull(virStreamNew(connection, 0)), connection);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virStreamNew(ConnectionHandle connection, uint flags);
}
