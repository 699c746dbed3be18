using System;
using System.Runtime.InteropServices;

namespace VsMigration.Platforms.Libvirt.Native;

/// <summary>Lets libvirt tell of each new pass over a virtual system's memory (VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION).</summary>
internal static partial class VirConnectDomainEventRegisterAny
{
    private const int MigrationIteration = 20;

    /// <param name="connection">Where to listen; not the connection that a migration blocks.</param>
    /// <param name="domain">The virtual system at the source.</param>
    /// <param name="happened">Called on the event loop's thread; must neither block nor throw.</param>
    /// <returns>The number to deregister by.</returns>
    internal static unsafe int Call(ConnectionHandle connection, DomainHandle domain, Action happened)
    {
        var state = GCHandle.Alloc(happened);
        int id = virConnectDomainEventRegisterAny(connection, domain, MigrationIteration, &Notify, GCHandle.ToIntPtr(state), &Free);
        if (id < 0)
        {
            var error = VirGetLastError.Call();
            state.Free();
            throw new LibvirtException(error);
        }

        return id;
    }

    [UnmanagedCallersOnly]
    private static void Notify(nint connection, nint domain, int iteration, nint state) => ((Action?)GCHandle.FromIntPtr(state).Target)?.Invoke();

    [UnmanagedCallersOnly]
    private static void Free(nint state) => GCHandle.FromIntPtr(state).Free();

    [LibraryImport(LibvirtLibrary.Name)]
    private static unsafe partial int virConnectDomainEventRegisterAny(
        ConnectionHandle connection,
        DomainHandle domain,
        int eventId,
        delegate* unmanaged<nint, nint, int, nint, void> callback,
        nint state,
        delegate* unmanaged<nint, void> free);
}
