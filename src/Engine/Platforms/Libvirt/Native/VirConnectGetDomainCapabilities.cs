using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>What an emulator can do, XML; an error where emulator, machine type or virtualization type is not there.</summary>
internal static partial class VirConnectGetDomainCapabilities
{
    internal static string Call(ConnectionHandle connection, string? emulator, string? architecture, string? machine, string? virtualizationType) =>
        NativeText.TakeOver(Ensure.NotNull(virConnectGetDomainCapabilities(connection, emulator, architecture, machine, virtualizationType, 0)));

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint virConnectGetDomainCapabilities(ConnectionHandle connection, string? emulator, string? architecture, string? machine, string? virtualizationType, uint flags);
}
