using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Resumes a paused one.</summary>
internal static partial class VirDomainResume
{
    internal static void Call(DomainHandle domain) =>
        Ensure.Success(virDomainResume(domain));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainResume(DomainHandle domain);
}
