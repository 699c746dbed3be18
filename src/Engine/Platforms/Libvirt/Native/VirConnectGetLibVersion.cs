using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The version of the host's libvirt, as 1000000 * major + 1000 * minor + release.</summary>
internal static partial class VirConnectGetLibVersion
{
    internal static ulong Call(ConnectionHandle connection)
    {
        Ensure.Success(virConnectGetLibVersion(connection, out ulong version));
        return version;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virConnectGetLibVersion(ConnectionHandle connection, out ulong version);
}
