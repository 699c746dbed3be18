using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Whether the connection stands; asks nobody.</summary>
internal static partial class VirConnectIsAlive
{
    internal static bool Call(ConnectionHandle connection) =>
        Ensure.Success(virConnectIsAlive(connection)) == 1;

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virConnectIsAlive(ConnectionHandle connection);
}
