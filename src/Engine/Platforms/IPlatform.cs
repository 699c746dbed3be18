using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms;

/// <summary>A family of hosts: which URIs lead to them, and how to connect to one. Keeps no connection itself.</summary>
public interface IPlatform
{
    /// <summary>The name for people: <c>libvirt</c>, <c>simulator</c>.</summary>
    string Name { get; }

    /// <summary>The URI schemes that lead here, lower case, without colon.</summary>
    IReadOnlyList<string> Schemes { get; }

    /// <summary>The host that this machine itself is; null where it is none of this platform.</summary>
    Uri? LocalConnectionUri { get; }

    /// <summary>Connects to a host within 20 seconds, without ever prompting.</summary>
    /// <param name="connectionUri">A URI of one of <see cref="Schemes"/>.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="Profile.Methods.MigrationException">UriInvalid, HostUnreachable, AccessDenied, LibraryMissing, Timeout.</exception>
    Task<IPlatformDriver> ConnectAsync(Uri connectionUri, CancellationToken cancellationToken);

    /// <summary>The connection URI of a destination that is named by a host name or an address only.</summary>
    /// <param name="sourceUri">The source's connection URI, whose path the destination shares.</param>
    /// <param name="host">A DNS name, an IPv4 or an IPv6 address (without brackets).</param>
    /// <param name="transport">How memory shall travel; null = the platform's default.</param>
    /// <returns>The URI; null where the platform has no host of that name.</returns>
    Uri? DestinationUri(Uri sourceUri, string host, TransportType? transport);

    /// <summary>Hosts that the platform itself knows as destinations of a source, for completion. Answers at once, without a network.</summary>
    /// <param name="sourceUri">The source's connection URI.</param>
    IReadOnlyList<string> KnownDestinations(Uri sourceUri);
}
