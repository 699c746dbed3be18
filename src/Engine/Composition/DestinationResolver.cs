using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Composition;

/// <summary>Turns what people call a destination into a host: a name added before, a connection URI, a DNS name or an address.</summary>
[Clause("T30-4")]
public sealed class DestinationResolver
{
    private readonly HostStore _hosts;
    private readonly PlatformRegistry _platforms;

    /// <summary>Resolves with these known hosts and platforms.</summary>
    public DestinationResolver(HostStore hosts, PlatformRegistry platforms)
    {
        _hosts = hosts;
        _platforms = platforms;
    }

    /// <summary>Finds the host.</summary>
    /// <param name="destination">As the user wrote it.</param>
    /// <param name="sourceUri">The source's connection URI.</param>
    /// <param name="transport">The transport asked for; null = the default.</param>
    /// <exception cref="MigrationException">HostNotFound, UriInvalid, ConfigurationInvalid.</exception>
    public MigrationHost Resolve(string destination, Uri sourceUri, TransportType? transport)
    {
        destination = destination.Trim();
        if (_hosts.Find(destination) is { } known)
        {
            return known;
        }

        var platform = _platforms.Find(sourceUri);
        if (IsUri(destination, out var uri))
        {
            if (!platform.Schemes.Contains(uri.Scheme, StringComparer.OrdinalIgnoreCase))
            {
                throw new MigrationException(
                    MigrationErrorKind.UriInvalid,
                    $"The destination '{SecretFree.Text(uri)}' is not of the source's platform ({platform.Name}).",
                    $"Name a destination whose URI begins with one of: {string.Join(", ", platform.Schemes.Select(scheme => scheme + ":"))}");
            }

            return new MigrationHost { Name = SecretFree.Text(uri), ConnectionUri = uri };
        }

        string host = destination.StartsWith("[", StringComparison.Ordinal) && destination.EndsWith("]", StringComparison.Ordinal)
            ? destination.Substring(1, destination.Length - 2)
            : destination;
        if (IsHost(host) && platform.DestinationUri(sourceUri, host, transport) is { } derived)
        {
            return new MigrationHost { Name = host, ConnectionUri = derived };
        }

        var names = Known(sourceUri);
        throw new MigrationException(
            MigrationErrorKind.HostNotFound,
            $"The destination host '{destination}' is not known.",
            (names.Count == 0 ? "No host has been added yet. " : "Known hosts: " + string.Join(", ", names) + ". ")
            + "Add one with Add-VSMigrationHost, or give a DNS name, an IPv4 or IPv6 address, or a connection URI.");
    }

    /// <summary>Names that can be given as destination, for completion and for error messages.</summary>
    public IReadOnlyList<string> Known(Uri? sourceUri)
    {
        var names = _hosts.GetAll().Select(host => host.Name);
        if (sourceUri is not null)
        {
            names = names.Concat(_platforms.Find(sourceUri).KnownDestinations(sourceUri));
        }

        return names.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();
    }

    // "host:16509" and "::1" parse as URIs too; a scheme is one only with something behind its colon that a host name cannot have.
    private bool IsUri(string text, out Uri uri)
    {
        int colon = text.IndexOf(':');
        bool looks = colon > 0 && !IPAddress.TryParse(text, out _)
            && (text.IndexOf("://", StringComparison.Ordinal) == colon || _platforms.Knows(text.Substring(0, colon)));
        uri = null!;
        if (!looks)
        {
            return false;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var parsed))
        {
            throw new MigrationException(
                MigrationErrorKind.UriInvalid,
                $"The destination '{SecretFree.Text(text)}' cannot be read as a URI.",
                "Write it as scheme://host/path, for example qemu+ssh://kvm7/system.");
        }

        uri = parsed;
        return true;
    }

    private static bool IsHost(string text) =>
        IPAddress.TryParse(text, out var address)
            ? address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            : Uri.CheckHostName(text) == UriHostNameType.Dns;
}
