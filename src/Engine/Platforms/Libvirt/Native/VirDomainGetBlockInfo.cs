using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>What a disk has, in bytes.</summary>
internal static partial class VirDomainGetBlockInfo
{
    /// <param name="domain">The virtual system.</param>
    /// <param name="disk">The disk's target or path.</param>
    internal static Info Call(DomainHandle domain, string disk)
    {
        Ensure.Success(virDomainGetBlockInfo(domain, disk, out var info, 0));
        return info;
    }

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int virDomainGetBlockInfo(DomainHandle domain, string disk, out Info info, uint flags);

    /// <summary>struct _virDomainBlockInfo.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Info
    {
        public ulong Capacity;
        public ulong Allocation;
        public ulong Physical;
    }
}
