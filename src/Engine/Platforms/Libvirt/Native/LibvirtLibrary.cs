using System;
using System.Runtime.InteropServices;
using System.Threading;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>libvirt.so.0 in this process: loaded when it is first needed, with one event loop that lives as long as the process.</summary>
internal static class LibvirtLibrary
{
    internal const string Name = "libvirt.so.0";

    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>Loads the library if that has not been done.</summary>
    /// <exception cref="MigrationException">LibraryMissing.</exception>
    internal static void EnsureLoaded()
    {
        if (!Loaded.Value)
        {
            throw new MigrationException(
                MigrationErrorKind.LibraryMissing,
                $"The library {Name} is not installed on this machine.",
                "Install libvirt's client library: apt-get install libvirt0 (Debian, Ubuntu), dnf install libvirt-libs (Fedora, RHEL), "
                + "zypper install libvirt-libs (SUSE). The simulator (-Session simulator:) works without it.");
        }
    }

    private static bool Load()
    {
        if (!NativeLibrary.TryLoad(Name, typeof(LibvirtLibrary).Assembly, searchPath: null, out _))
        {
            return false;
        }

        VirInitialize.Call();
        VirSetErrorFunc.Silence();
        VirEventRegisterDefaultImpl.Call();
        new Thread(RunEvents) { IsBackground = true, Name = "libvirt events" }.Start();
        return true;
    }

    // The default implementation cannot be unregistered, so there is no way to end this loop, and no need to.
    private static void RunEvents()
    {
        while (VirEventRunDefaultImpl.Call())
        {
        }
    }
}
