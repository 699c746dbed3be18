using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Starts a defined one, from its saved state where it has one, and leaves it paused.</summary>
internal static partial class VirDomainCreateWithFlags
{
    // VIR_DOMAIN_START_PAUSED
    private const uint Paused = 1;

    internal static void CallPaused(DomainHandle domain) =>
        Ensure.Success(virDomainCreateWithFlags(domain, Paused));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainCreateWithFlags(DomainHandle domain, uint flags);
}
