using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The name.</summary>
internal static partial class VirDomainGetName
{
    // The text belongs to the domain.
    internal static string Call(DomainHandle domain) => Marshal.PtrToStringUTF8(Ensure.NotNull(virDomainGetName(domain))) ?? "";

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virDomainGetName(DomainHandle domain);
}
