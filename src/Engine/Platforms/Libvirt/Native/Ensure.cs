namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Turns libvirt's way to say that a call failed into an exception, on the thread that made the call.</summary>
internal static class Ensure
{
    internal static int Success(int result) => result >= 0 ? result : throw new LibvirtException(VirGetLastError.Call());

    internal static nint NotNull(nint result) => result != 0 ? result : throw new LibvirtException(VirGetLastError.Call());
}
