using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Sets whether the host starts it when the host starts.</summary>
internal static partial class VirDomainSetAutostart
{
    internal static void Call(DomainHandle domain, int autostart) =>
        Ensure.Success(virDomainSetAutostart(domain, autostart));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainSetAutostart(DomainHandle domain, int autostart);
}
