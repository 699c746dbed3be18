using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Removes the definition.</summary>
internal static partial class VirDomainUndefineFlags
{
    internal static void Call(DomainHandle domain, UndefineFlags flags) =>
        Ensure.Success(virDomainUndefineFlags(domain, flags));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainUndefineFlags(DomainHandle domain, UndefineFlags flags);
}
