using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The host's hardware.</summary>
internal static partial class VirNodeGetInfo
{
    internal static Info Call(ConnectionHandle connection)
    {
        Ensure.Success(virNodeGetInfo(connection, out var info));
        return info;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virNodeGetInfo(ConnectionHandle connection, out Info info);

    /// <summary>struct _virNodeInfo; memory in KiB.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal unsafe struct Info
    {
        public fixed byte Model[32];
        public CULong Memory;
        public uint Processors;
        public uint Megahertz;
        public uint Nodes;
        public uint Sockets;
        public uint Cores;
        public uint Threads;
    }
}
