using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Asks the job under way to stop; returns before it has.</summary>
internal static partial class VirDomainAbortJob
{
    internal static void Call(DomainHandle domain) =>
        Ensure.Success(virDomainAbortJob(domain));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virDomainAbortJob(DomainHandle domain);
}
