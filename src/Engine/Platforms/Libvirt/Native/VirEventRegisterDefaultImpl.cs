using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Makes libvirt's own event loop the process's; before the first connection is opened, and only once.</summary>
internal static partial class VirEventRegisterDefaultImpl
{
    internal static void Call() => Ensure.Success(virEventRegisterDefaultImpl());

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virEventRegisterDefaultImpl();
}
