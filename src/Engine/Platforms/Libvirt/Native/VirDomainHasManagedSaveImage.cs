using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Whether the state is saved in a file of the host's.</summary>
internal static partial class VirDomainHasManagedSaveImage
{
    internal static bool Call(DomainHandle domain) =>
        Ensure.Success(virDomainHasManagedSaveImage(domain, 0)) == 1;

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainHasManagedSaveImage(DomainHandle domain, uint flags);
}
