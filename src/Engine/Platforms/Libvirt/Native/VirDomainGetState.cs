using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The state, and why it is so.</summary>
internal static partial class VirDomainGetState
{
    internal static (DomainState State, int Reason) Call(DomainHandle domain)
    {
        Ensure.Success(virDomainGetState(domain, out int state, out int reason, 0));
        return ((DomainState)state, reason);
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainGetState(DomainHandle domain, out int state, out int reason, uint flags);
}
