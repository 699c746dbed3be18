using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>
/// A host and the connection for short calls to it, shared by its driver and by the migrations that it takes part in; closed when the
/// last of them has let go. A connection that broke is opened anew at the next call.
/// </summary>
internal sealed class LibvirtHost
{
    private readonly object _gate = new();
    private Task<LibvirtConnection> _connection;
    private int _holders = 1;

    private LibvirtHost(Uri uri, LibvirtConnection connection)
    {
        Uri = uri;
        HostName = connection.HostName;
        _connection = Task.FromResult(connection);
    }

    internal Uri Uri { get; }

    /// <summary>The host's own name, as it was when first connected.</summary>
    internal string HostName { get; }

    internal static async Task<LibvirtHost> ConnectAsync(Uri uri, CancellationToken cancellationToken) =>
        new(uri, await LibvirtConnection.OpenAsync(uri, cancellationToken));

    /// <summary>Holds the host open for one more user, who ends with <see cref="Release"/>.</summary>
    internal LibvirtHost Hold()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_holders == 0, this);
            _holders++;
            return this;
        }
    }

    /// <summary>Lets go; the last one closes the connection.</summary>
    internal void Release()
    {
        lock (_gate)
        {
            if (--_holders == 0)
            {
                LibvirtConnection.CloseBehind(_connection);
            }
        }
    }

    /// <summary>Makes calls that may be repeated: once more over a new connection if the one at hand turns out to be dead.</summary>
    internal async Task<T> AskAsync<T>(Func<LibvirtConnection, T> ask, CancellationToken cancellationToken)
    {
        var connection = await GetConnectionAsync(cancellationToken);
        try
        {
            return await BlockingCall.Run(() => ask(connection)).WaitAsync(cancellationToken);
        }
        catch (LibvirtException) when (!connection.IsAlive)
        {
            connection = await GetConnectionAsync(cancellationToken);
            return await BlockingCall.Run(() => ask(connection)).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Makes calls that change something, and so are never repeated; waits for their end whatever happens.</summary>
    internal async Task DoAsync(Action<LibvirtConnection> act)
    {
        var connection = await GetConnectionAsync(CancellationToken.None);
        await BlockingCall.Run(() =>
        {
            act(connection);
            return true;
        });
    }

    /// <summary>The connection, opened anew if it broke. Several who find it broken wait for one attempt.</summary>
    internal Task<LibvirtConnection> GetConnectionAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_holders == 0, this);
            if (!IsUsable(_connection))
            {
                LibvirtConnection.CloseBehind(_connection);
                _connection = LibvirtConnection.OpenAsync(Uri, CancellationToken.None);
            }

            return _connection.WaitAsync(cancellationToken);
        }
    }

    // One that is being opened is waited for.
    private static bool IsUsable(Task<LibvirtConnection> connection) =>
        !connection.IsCompleted || (connection.IsCompletedSuccessfully && connection.Result.IsAlive);
}
