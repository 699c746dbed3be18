using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The host's own name.</summary>
internal static partial class VirConnectGetHostname
{
    internal static string Call(ConnectionHandle connection) =>
        NativeText.TakeOver(Ensure.NotNull(virConnectGetHostname(connection)));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virConnectGetHostname(ConnectionHandle connection);
}
