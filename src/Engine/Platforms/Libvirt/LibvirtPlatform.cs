using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>QEMU/KVM hosts, managed by libvirt.</summary>
public sealed class LibvirtPlatform : IPlatform
{
    // The daemon is libvirtd, or where it is split up, virtqemud.
    private static readonly string[] SocketNames = ["libvirt-sock", "virtqemud-sock"];

    /// <inheritdoc/>
    public string Name => "libvirt";

    /// <inheritdoc/>
    public IReadOnlyList<string> Schemes { get; } = ["qemu", "qemu+unix", "qemu+tcp", "qemu+tls", "qemu+ssh"];

    /// <summary>The system's libvirt if this user may talk to it, else the user's own; null where there is neither.</summary>
    public Uri? LocalConnectionUri
    {
        get
        {
            if (HasSocket("/run/libvirt", mayTalk: CanConnect))
            {
                return new Uri("qemu:///system");
            }

            string? own = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
            return !string.IsNullOrEmpty(own) && HasSocket(Path.Combine(own, "libvirt"), mayTalk: File.Exists) ? new Uri("qemu:///session") : null;
        }
    }

    /// <inheritdoc/>
    public async Task<IPlatformDriver> ConnectAsync(Uri connectionUri, CancellationToken cancellationToken) =>
        new LibvirtDriver(await LibvirtHost.ConnectAsync(connectionUri, cancellationToken));

    /// <inheritdoc/>
    public Uri? DestinationUri(Uri sourceUri, string host, TransportType? transport) => ConnectionUris.ForHost(sourceUri, host, transport);

    /// <inheritdoc/>
    public IReadOnlyList<string> KnownDestinations(Uri sourceUri) => [];

    private static bool HasSocket(string directory, Predicate<string> mayTalk) =>
        Array.Exists(SocketNames, name => mayTalk(Path.Combine(directory, name)));

    // Rights, groups, access lists and name spaces decide; only trying tells.
    private static bool CanConnect(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
