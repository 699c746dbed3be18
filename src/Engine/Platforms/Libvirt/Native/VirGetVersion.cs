using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The version of the library in this process, as 1000000 * major + 1000 * minor + release.</summary>
internal static partial class VirGetVersion
{
    internal static ulong Call()
    {
        Ensure.Success(virGetVersion(out var version, null, 0));
        return version.Value;
    }

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int virGetVersion(out CULong version, string? type, nint typeVersion);
}
