using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Writes to a stream: the number of bytes that it took.</summary>
internal static partial class VirStreamSend
{
    internal static unsafe int Call(StreamHandle stream, byte[] buffer, int offset, int count)
    {
        fixed (byte* first = &buffer[offset])
        {
            return Ensure.Success(virStreamSend(stream, first, (nuint)count));
        }
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial int virStreamSend(StreamHandle stream, byte* data, nuint count);
}
