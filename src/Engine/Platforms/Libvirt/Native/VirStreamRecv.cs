using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Reads from a stream: the number of bytes, 0 at its end.</summary>
internal static partial class VirStreamRecv
{
    internal static unsafe int Call(StreamHandle stream, byte[] buffer, int offset, int count)
    {
        fixed (byte* first = &buffer[offset])
        {
            return Ensure.Success(virStreamRecv(stream, first, (nuint)count));
        }
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial int virStreamRecv(StreamHandle stream, byte* data, nuint count);
}
