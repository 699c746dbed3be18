using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>How a guest's processor compares with what the hypervisor offers: 0 incompatible, 1 identical, 2 superset.</summary>
internal static partial class VirConnectCompareHypervisorCPU
{
    internal static int Call(ConnectionHandle connection, string? emulator, string? architecture, string? machine, string? virtualizationType, string cpuXml, uint flags) =>
        Ensure.Success(virConnectCompareHypervisorCPU(connection, emulator, architecture, machine, virtualizationType, cpuXml, flags));

    [LibraryImport(LibvirtLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int virConnectCompareHypervisorCPU(ConnectionHandle connection, string? emulator, string? architecture, string? machine, string? virtualizationType, string cpuXml, uint flags);
}
