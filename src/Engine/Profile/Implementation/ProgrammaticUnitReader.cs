using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.RegularExpressions;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// Reads programmatic units (DSP0004 annex C.1) as they are written by standard and by people. What cannot be written down again exactly
/// is no unit.
/// </summary>
internal static class ProgrammaticUnitReader
{
    private const int MaxLength = 100;
    private const int MaxExponent = 100;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    // One factor: an operator (none in front of the first), then a name, a number or a power.
    private static readonly Regex s_term = new(
        @"\G\s*(?<operator>[*/])?\s*((?<name>[a-z]+)|(?<number>\d+(\.\d+)?)(\s*\^\s*(?<exponent>[+-]?\d+))?)\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, s_patience);

    // In everyday forms the case of the b tells bits from bytes.
    private static readonly Regex s_everyday = new(
        @"^\s*(?<prefix>[kKMGTP]i?)?((?<base>bits?|[bB]ytes?|b|B)(?<rate>\s*/\s*s(ec(onds?)?)?|ps)?|(?<base>Hz))\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, s_patience);

    // Values of the old Units qualifier (DSP0004 annex C.2), binary there.
    private static readonly Regex s_qualifier = new(
        @"^\s*(?<prefix>Kilo|Mega|Giga|Tera)(?<base>bit|byte)s?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, s_patience);

    private static readonly Dictionary<string, (UnitQuantity Quantity, Fraction Size)> s_bases = new(StringComparer.Ordinal)
    {
        ["count"] = (UnitQuantity.Count, 1),
        ["percent"] = (UnitQuantity.Percent, 1),
        ["permille"] = (UnitQuantity.Percent, new Fraction(1, 10)),
        ["bit"] = (UnitQuantity.Data, new Fraction(1, 8)),
        ["byte"] = (UnitQuantity.Data, 1),
        ["bit/second"] = (UnitQuantity.DataRate, new Fraction(1, 8)),
        ["byte/second"] = (UnitQuantity.DataRate, 1),
        ["hertz"] = (UnitQuantity.Frequency, 1),
        ["second"] = (UnitQuantity.Time, 1),
    };

    /// <summary>The unit; null where the text is none.</summary>
    public static ProgrammaticUnit? Read(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        switch (text.Trim())
        {
            case "":
                return Make("count", 1);
            case "%":
                return Make("percent", 1);
        }

        return ReadEveryday(text) ?? ReadTerms(text);
    }

    private static ProgrammaticUnit? ReadEveryday(string text)
    {
        var match = s_everyday.Match(text);
        if (match.Success)
        {
            string prefix = match.Groups["prefix"].Value;
            string name = match.Groups["base"].Value;
            string unit = name == "Hz" ? "hertz" : name == "b" || name.StartsWith("bit", StringComparison.Ordinal) ? "bit" : "byte";
            return Make(
                match.Groups["rate"].Success ? unit + "/second" : unit,
                Fraction.Power(prefix.EndsWith("i", StringComparison.Ordinal) ? 1024 : 1000, Step(prefix)));
        }

        match = s_qualifier.Match(text);
        return match.Success
            ? Make(match.Groups["base"].Value.ToLowerInvariant(), Fraction.Power(1024, Step(match.Groups["prefix"].Value)))
            : null;
    }

    private static int Step(string prefix) => prefix.Length == 0 ? 0 : "KMGTP".IndexOf(char.ToUpperInvariant(prefix[0])) + 1;

    private static ProgrammaticUnit? ReadTerms(string text)
    {
        Fraction factor = 1;
        var above = new List<string>();
        var below = new List<string>();
        for (int position = 0; position < text.Length;)
        {
            var term = s_term.Match(text, position);
            if (!term.Success || term.Groups["operator"].Success == (position == 0))
            {
                return null;
            }

            bool divides = term.Groups["operator"].Value == "/";
            if (term.Groups["name"].Success)
            {
                (divides ? below : above).Add(Singular(term.Groups["name"].Value));
            }
            else if (Number(term) is { } number)
            {
                factor = divides ? factor / number : factor * number;
            }
            else
            {
                return null;
            }

            position += term.Length;
        }

        return Make(string.Join("*", above) + string.Concat(below.Select(name => "/" + name)), factor);
    }

    private static string Singular(string name)
    {
        string lower = name.ToLowerInvariant();
        return lower.EndsWith("s", StringComparison.Ordinal) ? lower.Substring(0, lower.Length - 1) : lower;
    }

    // Null for zero, of which nothing is a multiple, and for powers beyond all use.
    private static Fraction? Number(Match term)
    {
        string[] parts = term.Groups["number"].Value.Split('.');
        string fraction = parts.Length == 1 ? "" : parts[1];
        var digits = BigInteger.Parse(parts[0] + fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        if (digits.IsZero)
        {
            return null;
        }

        if (!term.Groups["exponent"].Success)
        {
            return digits * Fraction.Power(10, -fraction.Length);
        }

        bool isPower = int.TryParse(term.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent)
            && exponent is >= -MaxExponent and <= MaxExponent
            && fraction.Length == 0;
        return isPower ? Fraction.Power(digits, exponent) : null;
    }

    private static ProgrammaticUnit? Make(string baseUnit, Fraction factor) =>
        s_bases.TryGetValue(baseUnit, out var found) && ProgrammaticUnitWriter.CanWrite(factor)
            ? new ProgrammaticUnit(found.Quantity, baseUnit, found.Size, factor)
            : null;
}
