using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Switches a running migration to post-copy.</summary>
internal static partial class VirDomainMigrateStartPostCopy
{
    internal static void Call(DomainHandle domain) =>
        Ensure.Success(virDomainMigrateStartPostCopy(domain, 0));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainMigrateStartPostCopy(DomainHandle domain, uint flags);
}
