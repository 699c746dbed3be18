using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Whether the host starts it when the host starts.</summary>
internal static partial class VirDomainGetAutostart
{
    internal static bool Call(DomainHandle domain)
    {
        Ensure.Success(virDomainGetAutostart(domain, out int autostart));
        return autostart == 1;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainGetAutostart(DomainHandle domain, out int autostart);
}
