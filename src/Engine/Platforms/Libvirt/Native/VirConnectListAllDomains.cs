using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Every virtual system of the host, running or not.</summary>
internal static partial class VirConnectListAllDomains
{
    internal static unsafe IReadOnlyList<DomainHandle> Call(ConnectionHandle connection)
    {
        int count = Ensure.Success(virConnectListAllDomains(connection, out nint* array, 0));
        var domains = new DomainHandle[count];
        for (int i = 0; i < count; i++)
        {
            domains[i] = new DomainHandle(array[i], connection);
        }

        NativeMemory.Free(array);
        return domains;
    }

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial int virConnectListAllDomains(ConnectionHandle connection, out nint* domains, uint flags);
}
