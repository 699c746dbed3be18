using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Breaks a stream off.</summary>
internal static partial class VirStreamAbort
{
    internal static void Call(StreamHandle stream) =>
        Ensure.Success(virStreamAbort(stream));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStreamAbort(StreamHandle stream);
}
