using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Ends the telling of an event; what was allocated for it is freed by the event loop.</summary>
internal static partial class VirConnectDomainEventDeregisterAny
{
    internal static void Call(ConnectionHandle connection, int callbackId) => Ensure.Success(virConnectDomainEventDeregisterAny(connection, callbackId));

    [LibraryImport(LibvirtLibrary.Name)]
    private static partial int virConnectDomainEventDeregisterAny(ConnectionHandle connection, int callbackId);
}
