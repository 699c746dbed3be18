using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Waits for the next events and hands them out.</summary>
internal static partial class VirEventRunDefaultImpl
{
    internal static bool Call() => virEventRunDefaultImpl() >= 0;

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virEventRunDefaultImpl();
}
