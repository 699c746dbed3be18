using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace VsMigration.Profile.Implementation;

/// <summary>The forms in which the DestinationHost parameter of a method names a host (CIM schema 2.17). Nothing else is taken there.</summary>
[Clause("T2-2", "T6-2", "T30-4")]
public static class DestinationHostText
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;
    private static readonly char[] s_notInAddress = { '%', '[', ']', '/' };

    /// <summary>The form of a text; null where it has none of them.</summary>
    /// <param name="text">Dotted decimal IPv4 (four numbers), IPv6 as RFC 4291 writes it, without brackets or zone, or a domain name of RFC 1035.</param>
    public static DestinationHostFormat? FormatOf(string text)
    {
        if (text.IndexOf(':') >= 0)
        {
            return text.IndexOfAny(s_notInAddress) < 0 && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
                ? DestinationHostFormat.IPv6
                : null;
        }

        string[] labels = text.Split('.');
        if (labels.Length == 4 && labels.All(IsOctet))
        {
            return DestinationHostFormat.IPv4;
        }

        // A last label of digits only makes it an address that is none: 10.0.0.300 is no name (RFC 1123 2.1).
        bool named = text.Length is > 0 and <= LongestName && labels.All(IsLabel) && !labels[labels.Length - 1].All(IsDigit);
        return named ? DestinationHostFormat.DomainName : null;
    }

    private static bool IsOctet(string text) =>
        text.Length is >= 1 and <= 3 && text.All(IsDigit) && (text.Length == 1 || text[0] != '0') && int.Parse(text, CultureInfo.InvariantCulture) <= 255;

    // Letters, digits and hyphens, no hyphen at either end; RFC 1123 lets a label begin with a digit.
    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= LongestLabel
        && label.All(character => IsDigit(character) || character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-')
        && label[0] != '-' && label[label.Length - 1] != '-';

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
