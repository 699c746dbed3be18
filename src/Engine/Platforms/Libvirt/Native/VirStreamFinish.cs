using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Ends a stream and waits until the other side has everything.</summary>
internal static partial class VirStreamFinish
{
    internal static void Call(StreamHandle stream) =>
        Ensure.Success(virStreamFinish(stream));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virStreamFinish(StreamHandle stream);
}
