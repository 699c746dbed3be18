using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Whether a virtual network is started.</summary>
internal static partial class VirNetworkIsActive
{
    internal static bool Call(NetworkHandle network) =>
        Ensure.Success(virNetworkIsActive(network)) == 1;

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virNetworkIsActive(NetworkHandle network);
}
