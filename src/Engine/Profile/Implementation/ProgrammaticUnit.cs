using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// Data rates as DSP0004 (annex C, programmatic units) writes them: <c>bit/second*10^6</c>, <c>byte/second*2^20</c>. Lenient on input:
/// plural bases, the modifier in front of <c>/second</c>, and what people write (<c>MiB/s</c>, <c>Mbit/s</c>) are read too.
/// </summary>
[Clause("7.4.6-2", "7.4.6-3")]
public static class ProgrammaticUnit
{
    /// <summary>The unit that libvirt counts bandwidth in.</summary>
    public const string MebibytePerSecond = "byte/second*2^20";

    private static readonly Regex s_programmatic = new(
        @"^\s*(?<base>bit|byte)s?\s*(?<first>\*\s*\d+\s*\^\s*\d+)?\s*/\s*seconds?\s*(?<second>\*\s*\d+\s*\^\s*\d+)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Regex s_everyday = new(
        @"^\s*(?<prefix>[kKMGT]i?)?(?<base>bit|b|B|byte)(/s|ps)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>Turns a number of units into bytes per second, rounded down.</summary>
    /// <param name="value">How many units.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="bytesPerSecond">The rate.</param>
    /// <returns>False where the unit is no data rate, or the rate is beyond 2^64.</returns>
    public static bool TryGetBytesPerSecond(decimal value, string unit, out ulong bytesPerSecond)
    {
        bytesPerSecond = 0;
        if (!TryGetBits(unit, out decimal bits))
        {
            return false;
        }

        try
        {
            bytesPerSecond = decimal.ToUInt64(decimal.Floor(value * bits / 8));
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool TryGetBits(string unit, out decimal bits)
    {
        bits = 0;
        try
        {
            var match = s_programmatic.Match(unit);
            if (match.Success)
            {
                bits = IsBit(match.Groups["base"].Value) ? 1 : 8;
                bits *= Modifier(match.Groups["first"]) * Modifier(match.Groups["second"]);
                return true;
            }

            match = s_everyday.Match(unit);
            bits = IsBit(match.Groups["base"].Value) ? 1 : 8;
            bits *= Prefix(match.Groups["prefix"].Value);
            return match.Success;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool IsBit(string text) => text == "b" || text.Equals("bit", StringComparison.OrdinalIgnoreCase);

    private static decimal Modifier(Group group)
    {
        if (!group.Success)
        {
            return 1;
        }

        string[] parts = group.Value.TrimStart('*').Split('^');
        return Power(
            decimal.Parse(parts[0].Trim(), CultureInfo.InvariantCulture),
            int.TryParse(parts[1].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int exponent) ? exponent : int.MaxValue);
    }

    private static decimal Prefix(string prefix)
    {
        int step = prefix.Length == 0 ? 0 : "KMGT".IndexOf(char.ToUpperInvariant(prefix[0])) + 1;
        return Power(prefix.EndsWith("i", StringComparison.Ordinal) ? 1024 : 1000, step);
    }

    private static decimal Power(decimal value, int exponent)
    {
        if (exponent > 96)
        {
            throw new OverflowException();
        }

        decimal result = 1;
        for (int i = 0; i < exponent; i++)
        {
            result *= value;
        }

        return result;
    }
}
