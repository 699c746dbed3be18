using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile;
using VsMigration.Profile.Methods;
using VsMigration.Xml;

namespace VsMigration.Platforms.Libvirt;

/// <summary>An open connection, and what cannot change while it is open.</summary>
internal sealed class LibvirtConnection : IDisposable
{
    // A peer that is silent for half a minute is dead: six probes, five seconds apart.
    private const int KeepAliveSeconds = 5;
    private const uint KeepAliveProbes = 6;

    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(20);

    private readonly Lazy<XElement> _capabilities;
    private readonly Lazy<MigrationFeatures> _migrationFeatures;
    private readonly Lazy<Version> _hypervisor;
    private readonly ConcurrentDictionary<string, DomainCapabilities> _domainCapabilities = new(StringComparer.Ordinal);

    private LibvirtConnection(ConnectionHandle handle)
    {
        Handle = handle;
        HostName = VirConnectGetHostname.Call(handle);
        _capabilities = new(() => BoundedXml.Parse(VirConnectGetCapabilities.Call(handle)).Root!);
        _hypervisor = new(() => LibvirtVersion.Parse(VirConnectGetVersion.Call(handle)));
        _migrationFeatures = new(() => MigrationFeatures.Probe(handle, _capabilities.Value, _hypervisor.Value));
    }

    internal ConnectionHandle Handle { get; }

    internal string HostName { get; }

    /// <summary>The host's UUID: what libvirt itself tells hosts apart by.</summary>
    internal string HostId => _capabilities.Value.Element("host")?.Element("uuid")?.Value ?? "";

    internal Version HypervisorVersion => _hypervisor.Value;

    /// <summary>How the host migrates; asked once.</summary>
    internal MigrationFeatures MigrationFeatures => _migrationFeatures.Value;

    internal bool IsAlive
    {
        get
        {
            try
            {
                return VirConnectIsAlive.Call(Handle);
            }
            catch (LibvirtException)
            {
                return false;   // "cannot tell" counts as dead: a new connection costs milliseconds
            }
        }
    }

    /// <summary>Opens a connection, within 20 seconds.</summary>
    /// <exception cref="MigrationException">LibraryMissing, HostUnreachable, AccessDenied, UriInvalid, Timeout.</exception>
    internal static async Task<LibvirtConnection> OpenAsync(Uri uri, CancellationToken cancellationToken)
    {
        LibvirtLibrary.EnsureLoaded();
        var opening = BlockingCall.Run(() => Open(uri));
        try
        {
            return await opening.WaitAsync(ConnectLimit, cancellationToken);
        }
        catch (LibvirtException e)
        {
            throw LibvirtErrors.WhileConnecting(e.Error, uri);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            CloseBehind(opening);    // libvirt has no way to break off an attempt
            if (e is OperationCanceledException)
            {
                throw;
            }

            throw new MigrationException(
                MigrationErrorKind.Timeout,
                $"The host behind '{SecretFree.Text(uri)}' did not answer within {ConnectLimit.TotalSeconds:0} seconds.",
                "Check the name, the network and the firewall; for qemu+ssh check that 'ssh -o BatchMode=yes <host> true' works.",
                e);
        }
    }

    /// <summary>What an emulator can do with a machine type; asked once.</summary>
    internal DomainCapabilities GetDomainCapabilities(DomainDefinition definition) => _domainCapabilities.GetOrAdd(
        string.Join('\n', definition.Emulator, definition.Architecture, definition.MachineType, definition.VirtualizationType),
        _ => DomainCapabilities.Ask(Handle, definition));

    public void Dispose() => Handle.Dispose();

    /// <summary>Closes what has been opened, or is still being, without waiting: closing tells the other side, which may not answer.</summary>
    internal static void CloseBehind(Task<LibvirtConnection> opening) => _ = opening.ContinueWith(
        static opened => opened.Result.Dispose(),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.LongRunning,
        TaskScheduler.Default);

    private static LibvirtConnection Open(Uri uri)
    {
        var handle = VirConnectOpenAuth.Call(ConnectionUris.WithoutPrompts(uri));
        try
        {
            KeepAlive(handle);
            return new LibvirtConnection(handle);
        }
        catch (LibvirtException)
        {
            handle.Dispose();
            throw;
        }
    }

    private static void KeepAlive(ConnectionHandle handle)
    {
        try
        {
            VirConnectSetKeepAlive.Call(handle, KeepAliveSeconds, KeepAliveProbes);
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoSupport or VirErrorCode.InternalError)
        {
            // Drivers without a network have nothing to keep alive.
        }
    }
}
