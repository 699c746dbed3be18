using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The bandwidth, MiB/s, that migrations of a virtual system are limited to.</summary>
internal static partial class VirDomainMigrateGetMaxSpeed
{
    internal static ulong Call(DomainHandle domain)
    {
        Ensure.Success(virDomainMigrateGetMaxSpeed(domain, out var bandwidth, 0));
        return bandwidth.Value;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainMigrateGetMaxSpeed(DomainHandle domain, out CULong bandwidth, uint flags);
}
