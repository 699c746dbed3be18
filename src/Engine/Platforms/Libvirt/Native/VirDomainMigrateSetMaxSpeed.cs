using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Limits the bandwidth of a migration, MiB/s; also of one under way.</summary>
internal static partial class VirDomainMigrateSetMaxSpeed
{
    internal static void Call(DomainHandle domain, ulong mebibytesPerSecond) =>
        Ensure.Success(virDomainMigrateSetMaxSpeed(domain, new CULong((nuint)mebibytesPerSecond), 0));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainMigrateSetMaxSpeed(DomainHandle domain, CULong bandwidth, uint flags);
}
