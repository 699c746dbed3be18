using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>State, memory in KiB (the most it may have), and processors.</summary>
internal static partial class VirDomainGetInfo
{
    internal static Info Call(DomainHandle domain)
    {
        Ensure.Success(virDomainGetInfo(domain, out var info));
        return info;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainGetInfo(DomainHandle domain, out Info info);

    /// <summary>struct _virDomainInfo.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Info
    {
        public byte State;
        public CULong MaxMemory;
        public CULong Memory;
        public ushort VirtualProcessors;
        public ulong ProcessorTime;
    }
}
