using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Text that libvirt allocated.</summary>
internal static class NativeText
{
    /// <summary>Copies text that the caller owns, and frees it with C's free().</summary>
    internal static unsafe string TakeOver(nint text)
    {
        try
        {
            return Marshal.PtrToStringUTF8(text) ?? "";
        }
        finally
        {
            NativeMemory.Free((void*)text);
        }
    }
}
