using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A virtual network (virNetworkPtr).</summary>
internal sealed partial class NetworkHandle : LibvirtHandle
{
    internal NetworkHandle(nint value, ConnectionHandle parent)
        : base(value, parent)
    {
    }

    protected override int Free(nint value) => virNetworkFree(value);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virNetworkFree(nint value);
}
