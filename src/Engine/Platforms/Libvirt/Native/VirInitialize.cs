using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Makes libvirt ready; harmless when repeated.</summary>
internal static partial class VirInitialize
{
    internal static void Call() => Ensure.Success(virInitialize());

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virInitialize();
}
