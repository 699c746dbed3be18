using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>libvirt's word that a new pass over a virtual system's memory has begun, as something to wait for.</summary>
internal sealed class PassEvents
{
    private readonly LibvirtConnection? _connection;
    private readonly int _callback;
    private TaskCompletionSource _next = NewSource();

    private PassEvents(LibvirtConnection? connection, DomainHandle? domain)
    {
        _connection = connection;
        _callback = connection is null ? 0 : VirConnectDomainEventRegisterAny.Call(connection.Handle, domain!, Happened);
    }

    /// <summary>Completes when the next pass begins.</summary>
    internal Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Begins to listen. Where the host cannot tell, nothing is ever heard: the figures are read at intervals all the same.</summary>
    internal static async Task<PassEvents> ListenAsync(LibvirtHost host, string systemId)
    {
        try
        {
            return await host.AskAsync(
                connection =>
                {
                    using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, systemId);
                    return new PassEvents(connection, domain);
                },
                CancellationToken.None);
        }
        catch (Exception e) when (e is LibvirtException or MigrationException)
        {
            return new PassEvents(connection: null, domain: null);
        }
    }

    /// <summary>Ends the listening, behind the back of whoever has no time to wait for it.</summary>
    internal void End()
    {
        if (_connection is null)
        {
            return;
        }

        _ = BlockingCall.Run(() =>
        {
            try
            {
                VirConnectDomainEventDeregisterAny.Call(_connection.Handle, _callback);
            }
            catch (Exception e) when (e is LibvirtException or ObjectDisposedException)
            {
                // The connection is gone, and its events with it.
            }

            return true;
        });
    }

    private void Happened() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
