using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Sets how long the guest may stand still at the end of a migration, milliseconds; also of one under way.</summary>
internal static partial class VirDomainMigrateSetMaxDowntime
{
    internal static void Call(DomainHandle domain, ulong milliseconds) =>
        Ensure.Success(virDomainMigrateSetMaxDowntime(domain, milliseconds, 0));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainMigrateSetMaxDowntime(DomainHandle domain, ulong downtime, uint flags);
}
