using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The identifier, as text.</summary>
internal static partial class VirDomainGetUUIDString
{
    private const int Length = 37;

    internal static unsafe string Call(DomainHandle domain)
    {
        byte* buffer = stackalloc byte[Length];
        Ensure.Success(virDomainGetUUIDString(domain, buffer));
        return Marshal.PtrToStringUTF8((nint)buffer) ?? "";
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial int virDomainGetUUIDString(DomainHandle domain, byte* buffer);
}
