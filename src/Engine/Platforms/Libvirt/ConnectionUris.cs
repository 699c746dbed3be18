using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>The rules of libvirt's URIs. Pure.</summary>
internal static class ConnectionUris
{
    /// <summary>The URI as libvirt gets it: one that goes through ssh may not ask for anything on the terminal.</summary>
    internal static string WithoutPrompts(Uri uri)
    {
        string text = uri.OriginalString;
        if (!uri.Scheme.EndsWith("+ssh", StringComparison.OrdinalIgnoreCase) || uri.Query.Contains("no_tty=", StringComparison.Ordinal))
        {
            return text;
        }

        return text + (uri.Query.Length == 0 ? "?" : "&") + "no_tty=1";
    }

    /// <summary>A destination named by a host name or address alone, reached as its memory shall travel, with the source's path.</summary>
    internal static Uri ForHost(Uri sourceUri, string host, TransportType? transport)
    {
        string through = transport switch
        {
            TransportType.SSH => "qemu+ssh",
            TransportType.TLS or TransportType.TLSStrict => "qemu+tls",
            _ => "qemu+tcp",
        };
        string authority = IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? "[" + host + "]"
            : host;
        string path = sourceUri.AbsolutePath.Length > 1 ? sourceUri.AbsolutePath : "/system";
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{through}://{authority}{path}"));
    }

    /// <summary>Whether what is sent to it stays within the machine that sends it.</summary>
    internal static bool IsLoopback(MigrationHost host)
    {
        if (host.MigrationUri is { } way)
        {
            return string.Equals(way.Scheme, "unix", StringComparison.OrdinalIgnoreCase) || IsLoopbackHost(way.Host);
        }

        return host.ConnectionUri is { } control && (control.Host.Length == 0 || IsLoopbackHost(control.Host));
    }

    /// <summary>Whether the connection goes through a secure shell, and so can carry memory as SSH.</summary>
    internal static bool IsSecureShell(Uri uri) =>
        uri.Scheme.EndsWith("+ssh", StringComparison.OrdinalIgnoreCase)
        || uri.Scheme.EndsWith("+libssh", StringComparison.OrdinalIgnoreCase)
        || uri.Scheme.EndsWith("+libssh2", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where QEMU sends the memory of one virtual system; null = where the destination says.</summary>
    /// <remarks>A <c>unix:</c> URI that ends with a slash names a directory: each migration has its own socket in it.</remarks>
    internal static string? MigrationUri(MigrationOrder order, string systemId)
    {
        // What is tunnelled has no way of its own.
        if (order.TransportType == TransportType.SSH || order.Destination.MigrationUri is not { } uri)
        {
            return null;
        }

        string text = uri.OriginalString;
        return string.Equals(uri.Scheme, "unix", StringComparison.OrdinalIgnoreCase) && text.EndsWith('/') ? text + systemId + ".sock" : text;
    }

    /// <summary>Where the copies of disks go; only sockets need it said, all else follows the migration URI.</summary>
    internal static string? DisksUri(string? migrationUri) =>
        migrationUri is not null && migrationUri.StartsWith("unix:", StringComparison.OrdinalIgnoreCase) ? migrationUri + ".disks" : null;

    private static bool IsLoopbackHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
