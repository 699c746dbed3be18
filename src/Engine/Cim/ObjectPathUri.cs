using System;
using System.Globalization;
using System.Text;

namespace VsMigration.Cim;

/// <summary>
/// Object paths as untyped WBEM URIs (DSP0207): <c>//host:5989/root/cimv2:CIM_Class.Key1="text",Key2=7</c>, beginning with a slash where
/// the host is implied. They are what a reference is in a string: in MethodParameters, JobInParameters, HostResource.
/// </summary>
public static class ObjectPathUri
{
    // UTF-8 that refuses what is none; by itself it would put question marks there.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a path. Blanks, controls, what is not ASCII, and the percent sign are percent-encoded as UTF-8.</summary>
    /// <param name="path">The path.</param>
    /// <param name="scheme">The namespace type, such as <c>https</c>; null = none. It needs a host.</param>
    /// <exception cref="FormatException">A key has half a surrogate pair, which has no UTF-8.</exception>
    public static string Write(CimObjectPath path, string? scheme = null) =>
        Encode((scheme is null || path.Host is null ? "" : scheme + ":") + ObjectPathText.Write(path, alwaysSlash: true));

    /// <summary>Reads a path; of its keys as of <see cref="ObjectPathText.Parse(string)"/>. The scheme says how to get there and is passed over.</summary>
    /// <exception cref="FormatException">It is no object path.</exception>
    public static CimObjectPath Parse(string uri) => ObjectPathText.Parse(Decode(uri));

    /// <summary>Reads a path and gives its keys the types that their classes declare.</summary>
    /// <param name="uri">The path.</param>
    /// <param name="classes">Finds a class by its name; null where it is not known.</param>
    /// <exception cref="FormatException">It is no object path, or a key is no value of its type.</exception>
    public static CimObjectPath Parse(string uri, Func<string, CimClass?> classes) => Parse(uri).Typed(classes);

    private static string Encode(string text)
    {
        byte[] bytes;
        try
        {
            bytes = s_utf8.GetBytes(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new FormatException("Half a surrogate pair cannot be in a URI.", e);
        }

        var uri = new StringBuilder(bytes.Length);
        foreach (byte b in bytes)
        {
            if (b is > (byte)' ' and < 0x7F and not (byte)'%')
            {
                uri.Append((char)b);
            }
            else
            {
                uri.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return uri.ToString();
    }

    // A percent sign that begins no code stands for itself: there are writers that encode nothing.
    private static string Decode(string uri)
    {
        if (uri.IndexOf('%') < 0)
        {
            return uri;
        }

        try
        {
            byte[] bytes = s_utf8.GetBytes(uri);
            int length = 0;
            for (int i = 0; i < bytes.Length; i++)
            {
                bool code = bytes[i] == '%' && i + 2 < bytes.Length && Uri.IsHexDigit((char)bytes[i + 1]) && Uri.IsHexDigit((char)bytes[i + 2]);
                bytes[length++] = code ? (byte)((Uri.FromHex((char)bytes[i + 1]) << 4) | Uri.FromHex((char)bytes[i + 2])) : bytes[i];
                i += code ? 2 : 0;
            }

            return s_utf8.GetString(bytes, 0, length);
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"'{uri}' is no URI: its percent-encoding is no UTF-8.", e);
        }
    }
}
