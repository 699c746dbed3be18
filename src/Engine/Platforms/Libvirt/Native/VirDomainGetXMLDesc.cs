using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The definition, XML.</summary>
internal static partial class VirDomainGetXMLDesc
{
    internal static string Call(DomainHandle domain, DomainXmlFlags flags) =>
        NativeText.TakeOver(Ensure.NotNull(virDomainGetXMLDesc(domain, flags)));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virDomainGetXMLDesc(DomainHandle domain, DomainXmlFlags flags);
}
