using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The hypervisor's version, as 1000000 * major + 1000 * minor + release.</summary>
internal static partial class VirConnectGetVersion
{
    internal static ulong Call(ConnectionHandle connection)
    {
        Ensure.Success(virConnectGetVersion(connection, out ulong version));
        return version;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virConnectGetVersion(ConnectionHandle connection, out ulong version);
}
