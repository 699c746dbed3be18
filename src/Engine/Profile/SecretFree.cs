using System;

namespace VsMigration.Profile;

/// <summary>URIs as they may be shown, logged and kept: without a password.</summary>
public static class SecretFree
{
    private static readonly char[] s_authorityEnds = { '/', '?', '#' };

    /// <summary>The URI's text without the password of its user part.</summary>
    public static string Text(Uri uri) => Text(uri.OriginalString);

    /// <summary>The text, read as a URI as far as it goes, without the password of its user part.</summary>
    public static string Text(string uri)
    {
        int start = uri.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
        {
            return uri;
        }

        start += 3;
        int end = uri.IndexOfAny(s_authorityEnds, start);
        int at = uri.LastIndexOf('@', (end < 0 ? uri.Length : end) - 1);
        int colon = uri.IndexOf(':', start);
        return at > start && colon >= start && colon < at ? uri.Substring(0, colon) + uri.Substring(at) : uri;
    }
}
