using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Opens a connection. Blocks until it stands or fails, and never asks anybody for anything.</summary>
internal static partial class VirConnectOpenAuth
{
    internal static unsafe ConnectionHandle Call(string uri)
    {
        var auth = new Auth { Callback = &Refuse };
        return new(Ensure.NotNull(virConnectOpenAuth(uri, &auth, 0)));
    }

    // struct _virConnectAuth with no credential types: where the host wants a password, the answer is an error.
    [UnmanagedCallersOnly]
    private static int Refuse(nint credentials, uint count, nint userData) => -1;

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial nint virConnectOpenAuth(string uri, Auth* auth, uint flags);

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Auth
    {
        public nint CredentialTypes;
        public uint CredentialTypeCount;
        public delegate* unmanaged<nint, uint, nint, int> Callback;
        public nint UserData;
    }
}
