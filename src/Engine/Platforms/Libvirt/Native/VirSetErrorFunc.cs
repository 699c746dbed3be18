using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Keeps libvirt from printing every error to standard error.</summary>
internal static partial class VirSetErrorFunc
{
    internal static unsafe void Silence() => virSetErrorFunc(0, &Ignore);

    // Every error is read from the thread that it happened on.
    [UnmanagedCallersOnly]
    private static void Ignore(nint userData, nint error)
    {
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial void virSetErrorFunc(nint userData, delegate* unmanaged<nint, nint, void> handler);
}
