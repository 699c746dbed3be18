using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Whether it is defined, and not only an instance.</summary>
internal static partial class VirDomainIsPersistent
{
    internal static bool Call(DomainHandle domain) =>
        Ensure.Success(virDomainIsPersistent(domain)) == 1;

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainIsPersistent(DomainHandle domain);
}
