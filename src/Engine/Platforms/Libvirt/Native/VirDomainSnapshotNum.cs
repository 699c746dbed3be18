using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>How many snapshots it has.</summary>
internal static partial class VirDomainSnapshotNum
{
    internal static int Call(DomainHandle domain) =>
        Ensure.Success(virDomainSnapshotNum(domain, 0));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainSnapshotNum(DomainHandle domain, uint flags);
}
