using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A connection to a host (virConnectPtr).</summary>
internal sealed partial class ConnectionHandle : LibvirtHandle
{
    internal ConnectionHandle(nint value)
        : base(value, parent: null)
    {
    }

    protected override int Free(nint value) => virConnectClose(value);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virConnectClose(nint value);
}
