using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Starts a defined one.</summary>
internal static partial class VirDomainCreate
{
    internal static void Call(DomainHandle domain) =>
        Ensure.Success(virDomainCreate(domain));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainCreate(DomainHandle domain);
}
