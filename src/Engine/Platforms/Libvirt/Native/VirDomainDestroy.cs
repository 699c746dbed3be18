using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Powers it off.</summary>
internal static partial class VirDomainDestroy
{
    internal static void Call(DomainHandle domain) =>
        Ensure.Success(virDomainDestroy(domain));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainDestroy(DomainHandle domain);
}
