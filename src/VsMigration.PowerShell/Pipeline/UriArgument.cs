using System;
using VsMigration.Profile;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>URIs as people type them.</summary>
internal static class UriArgument
{
    /// <summary>Reads a connection URI.</summary>
    /// <exception cref="MigrationException">UriInvalid: it cannot be read, or nothing stands behind its scheme.</exception>
    public static Uri Connection(string text)
    {
        var uri = Read(text, "a connection URI", "Write it as scheme://host/path, for example qemu+ssh://kvm7/system, or simulator: to try things out.");
        ModuleState.Platforms.Find(uri);
        return uri;
    }

    /// <summary>Reads a URI that a transfer may go to.</summary>
    /// <exception cref="MigrationException">UriInvalid: it cannot be read, or memory cannot travel that way.</exception>
    public static Uri Migration(string text)
    {
        const string example = "Write it as tcp://host, tcp://host:port or unix:///path, for example tcp://10.0.0.7.";
        var uri = Read(text, "a migration URI", example);
        return uri.Scheme switch
        {
            "tcp" when uri.Host.Length == 0 => throw Invalid(text, "it names no host", example),
            "tcp" or "unix" => uri,
            "rdma" => throw Invalid(text, "a transfer over RDMA pins the whole memory of the guest on both hosts, and no transport of the profile names it", example),
            _ => throw Invalid(text, $"a transfer cannot go over '{uri.Scheme}:'", example),
        };
    }

    /// <summary>Refuses a URI that would be kept together with a password.</summary>
    /// <exception cref="MigrationException">UriInvalid: there is one in it.</exception>
    public static Uri WithoutPassword(Uri uri) => SecretFree.Text(uri) == uri.OriginalString ? uri : throw Invalid(
        uri.OriginalString, "it contains a password, which would be kept in the clear",
        "Leave the password out; let an SSH key or a certificate speak for you.");

    /// <summary>Whether a text is meant as a URI rather than as a name.</summary>
    public static bool IsMeant(string text)
    {
        int colon = text.IndexOf(':');
        return colon > 0
            && (text.IndexOf("://", StringComparison.Ordinal) == colon || ModuleState.Platforms.Knows(text.Substring(0, colon)));
    }

    private static Uri Read(string text, string what, string example) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && text.IndexOf(':') > 0 && uri.Scheme.Length > 0 && !IsPath(text)
            ? uri
            : throw new MigrationException(MigrationErrorKind.UriInvalid, $"'{SecretFree.Text(text)}' cannot be read as {what}.", example);

    // On Unix "/x" parses as the absolute URI file:///x.
    private static bool IsPath(string text) => text.TrimStart().StartsWith("/", StringComparison.Ordinal);

    private static MigrationException Invalid(string text, string reason, string action) =>
        new(MigrationErrorKind.UriInvalid, $"The URI '{SecretFree.Text(text)}' cannot be used: {reason}.", action);
}
