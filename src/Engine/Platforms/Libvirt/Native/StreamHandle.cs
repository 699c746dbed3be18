using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A stream of bytes from or to a host (virStreamPtr).</summary>
internal sealed partial class StreamHandle : LibvirtHandle
{
    internal StreamHandle(nint value, ConnectionHandle parent)
        : base(value, parent)
    {
    }

    protected override int Free(nint value) => virStreamFree(value);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStreamFree(nint value);
}
