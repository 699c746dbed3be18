using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>An interface of the host, such as a bridge (virInterfacePtr).</summary>
internal sealed partial class InterfaceHandle : LibvirtHandle
{
    internal InterfaceHandle(nint value, ConnectionHandle parent)
        : base(value, parent)
    {
    }

    protected override int Free(nint value) => virInterfaceFree(value);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virInterfaceFree(nint value);
}
