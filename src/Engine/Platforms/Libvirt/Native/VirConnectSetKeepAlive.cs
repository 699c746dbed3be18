using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Lets the connection notice a dead peer: a probe every <c>interval</c> seconds, given up after <c>count</c>. Needs the event loop.</summary>
internal static partial class VirConnectSetKeepAlive
{
    internal static int Call(ConnectionHandle connection, int interval, uint count) =>
        Ensure.Success(virConnectSetKeepAlive(connection, interval, count));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virConnectSetKeepAlive(ConnectionHandle connection, int interval, uint count);
}
