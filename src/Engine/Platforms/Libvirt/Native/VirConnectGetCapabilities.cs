using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The host's capabilities, XML.</summary>
internal static partial class VirConnectGetCapabilities
{
    internal static string Call(ConnectionHandle connection) =>
        NativeText.TakeOver(Ensure.NotNull(virConnectGetCapabilities(connection)));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virConnectGetCapabilities(ConnectionHandle connection);
}
