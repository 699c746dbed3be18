using System;
using System.IO;
using VsMigration.Profile;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Simulator;

/// <summary>
/// A connection URI of the simulator: <c>simulator:</c> is the world in this process's memory, <c>simulator:///path/file.xml</c> one in a
/// file; <c>?host=</c> names the host (the first one if left out), <c>clock=virtual</c> lets no real time pass.
/// </summary>
internal sealed record SimulatorUri
{
    public const string Scheme = "simulator";

    private const string Example = "Write it like simulator:, simulator:?host=sim-b, or simulator:///tmp/world.xml?host=sim-b&clock=virtual";

    /// <summary>The state's file; null = in memory.</summary>
    public string? FilePath { get; init; }

    /// <summary>The host; null = the first one.</summary>
    public string? Host { get; init; }

    /// <summary>Whether delays take no real time.</summary>
    public bool IsVirtualTime { get; init; }

    /// <summary>Reads a URI.</summary>
    /// <exception cref="MigrationException">UriInvalid.</exception>
    public static SimulatorUri Parse(Uri uri)
    {
        if (!uri.IsAbsoluteUri || !string.Equals(uri.Scheme, Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid(uri, "it does not begin with simulator:");
        }

        if (uri.Host.Length > 0 || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            throw Invalid(uri, "it has a part that the simulator does not know; a file's path begins after three slashes, a host is named by ?host=");
        }

        var parsed = new SimulatorUri { FilePath = PathOf(uri) };
        foreach (string pair in uri.Query.TrimStart('?').Split('&'))
        {
            parsed = pair.Length == 0 ? parsed : parsed.With(uri, pair);
        }

        return parsed;
    }

    /// <summary>The same world, connected to another host.</summary>
    public static Uri WithHost(Uri uri, string host)
    {
        var parsed = Parse(uri);
        string query = "?host=" + Uri.EscapeDataString(host) + (parsed.IsVirtualTime ? "&clock=virtual" : "");
        string text = uri.OriginalString;
        int old = text.IndexOf('?');
        return new Uri((old < 0 ? text : text.Substring(0, old)) + query);
    }

    private static string? PathOf(Uri uri)
    {
        string path = Uri.UnescapeDataString(uri.AbsolutePath);
        if (path.Length == 0 || path == "/")
        {
            return null;
        }

        if (!path.StartsWith("/", StringComparison.Ordinal))
        {
            throw Invalid(uri, "the file's path is not absolute");
        }

        // simulator:///C:/world.xml
        bool hasDrive = path.Length > 2 && path[2] == ':' && Path.DirectorySeparatorChar == '\\';
        try
        {
            return Path.GetFullPath(hasDrive ? path.Substring(1) : path);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw Invalid(uri, e.Message);
        }
    }

    private static MigrationException Invalid(Uri uri, string reason) =>
        new(MigrationErrorKind.UriInvalid, $"The connection URI '{SecretFree.Text(uri)}' cannot be used: {reason}.", Example);

    private SimulatorUri With(Uri uri, string pair)
    {
        int equals = pair.IndexOf('=');
        string key = equals < 0 ? pair : pair.Substring(0, equals);
        string value = equals < 0 ? "" : Uri.UnescapeDataString(pair.Substring(equals + 1));
        return (key, value) switch
        {
            ("host", { Length: > 0 }) => this with { Host = value },
            ("clock", "virtual") => this with { IsVirtualTime = true },
            ("clock", "real") => this with { IsVirtualTime = false },
            _ => throw Invalid(uri, $"'{pair}' is none of host=<name>, clock=real and clock=virtual"),
        };
    }
}
