using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The last error of the calling thread; to be read before any other libvirt call on it.</summary>
internal static partial class VirGetLastError
{
    internal static unsafe VirError Call()
    {
        var error = (Layout*)virGetLastError();
        return error is null
            ? new VirError(VirErrorCode.InternalError, VirErrorDomain.None, "libvirt reported a failure without an error.")
            : new VirError((VirErrorCode)error->Code, (VirErrorDomain)error->Domain, Marshal.PtrToStringUTF8(error->Message) ?? "");
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial nint virGetLastError();

    // The beginning of struct _virError (libvirt/virterror.h).
    [StructLayout(LayoutKind.Sequential)]
    private struct Layout
    {
        public int Code;
        public int Domain;
        public nint Message;
    }
}
