using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Saves the state into a file of the host's, and ends the instance.</summary>
internal static partial class VirDomainManagedSave
{
    // VIR_DOMAIN_SAVE_RUNNING: the image says that it runs when it is started again, whatever it does now.
    private const uint Running = 1 << 1;

    internal static void Call(DomainHandle domain) =>
        Ensure.Success(virDomainManagedSave(domain, Running));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainManagedSave(DomainHandle domain, uint flags);
}
