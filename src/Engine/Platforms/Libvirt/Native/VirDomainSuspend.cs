using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Pauses it, all of it in memory.</summary>
internal static partial class VirDomainSuspend
{
    internal static void Call(DomainHandle domain) =>
        Ensure.Success(virDomainSuspend(domain));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainSuspend(DomainHandle domain);
}
