using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>The host's memory by kind, in KiB: <c>total</c>, <c>free</c>, <c>buffers</c>, <c>cached</c>.</summary>
internal static partial class VirNodeGetMemoryStats
{
    private const int AllCells = -1;

    internal static unsafe IReadOnlyDictionary<string, ulong> Call(ConnectionHandle connection)
    {
        int count = 0;
        Ensure.Success(virNodeGetMemoryStats(connection, AllCells, null, ref count, 0));
        var figures = new Stat[count];
        fixed (Stat* first = figures)
        {
            Ensure.Success(virNodeGetMemoryStats(connection, AllCells, first, ref count, 0));
            var result = new Dictionary<string, ulong>(StringComparer.Ordinal);
            for (int i = 0; i < count; i++)
            {
                result[Marshal.PtrToStringUTF8((nint)first[i].Field) ?? ""] = first[i].Value;
            }

            return result;
        }
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial int virNodeGetMemoryStats(ConnectionHandle connection, int cell, Stat* figures, ref int count, uint flags);

    // struct _virNodeMemoryStats
    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Stat
    {
        public fixed byte Field[80];
        public ulong Value;
    }
}
