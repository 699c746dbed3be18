using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Asks the guest to shut down; returns before it has.</summary>
internal static partial class VirDomainShutdown
{
    internal static void Call(DomainHandle domain) =>
        Ensure.Success(virDomainShutdown(domain));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainShutdown(DomainHandle domain);
}
