using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>A virtual system (virDomainPtr).</summary>
internal sealed partial class DomainHandle : LibvirtHandle
{
    internal DomainHandle(nint value, ConnectionHandle parent)
        : base(value, parent)
    {
    }

    protected override int Free(nint value) => virDomainFree(value);

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainFree(nint value);
}
