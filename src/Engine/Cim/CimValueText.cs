using System;
using System.Globalization;

namespace VsMigration.Cim;

/// <summary>Values from their text, as object paths and CIM-XML write them. Culture plays no part.</summary>
public static class CimValueText
{
    private static readonly char[] s_exponent = { 'e', 'E' };

    /// <summary>A value of a known type.</summary>
    /// <param name="type">The type; one that can stand in a text: no embedded instance.</param>
    /// <param name="text">The value's text.</param>
    /// <exception cref="FormatException">It is no value of the type, or does not fit.</exception>
    public static object Parse(CimType type, string text)
    {
        try
        {
            return type switch
            {
                CimType.Boolean => Boolean(text) ?? throw new FormatException(),
                CimType.String => text,
                CimType.Char16 => text.Length == 1 ? text[0] : throw new FormatException(),
                CimType.DateTime => CimDateTime.Parse(text),
                CimType.Reference => ObjectPathText.Parse(text),
                CimType.Real32 => Convert.ToSingle(Real(text)),
                CimType.Real64 => Real(text),
                CimType.Instance or CimType.Object => throw new FormatException(),
                _ => CimValue.Normalize(type, isArray: false, Integer(text), "it")!,
            };
        }
        catch (Exception e) when (e is FormatException or OverflowException or CimException)
        {
            throw new FormatException($"'{text}' is no {CimTypeNames.Of(type)}.", e);
        }
    }

    /// <summary>A number whose type is not known: the widest of its kind, uint64, sint64 or real64.</summary>
    /// <exception cref="FormatException">It is no number, or does not fit.</exception>
    public static object ParseNumber(string text)
    {
        bool real = text.IndexOf('.') >= 0 || (!IsHexadecimal(text) && text.IndexOfAny(s_exponent) >= 0);
        return real ? Real(text) : Integer(text);
    }

    /// <summary>A number's text; reals with a point, so that they can be told from integers (DSP0004 annex A, realValue).</summary>
    internal static string OfReal(double number) => WithPoint(number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The same for real32, whose digits are fewer.</summary>
    internal static string OfReal(float number) => WithPoint(number.ToString("R", CultureInfo.InvariantCulture));

    internal static bool? Boolean(string text) =>
        string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) ? true
        : string.Equals(text, "false", StringComparison.OrdinalIgnoreCase) ? false
        : null;

    private static string WithPoint(string text)
    {
        if (text.IndexOf('.') >= 0)
        {
            return text;
        }

        int exponent = text.IndexOf('E');
        return exponent < 0 ? text + ".0" : text.Insert(exponent, ".0");
    }

    private static object Integer(string text)
    {
        if (IsHexadecimal(text))
        {
            return ulong.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong bits)
                ? bits
                : throw NoNumber(text);
        }

        if (ulong.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ulong natural))
        {
            return natural;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : throw NoNumber(text);
    }

    private static double Real(string text) =>
        double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number)
        && !double.IsNaN(number) && !double.IsInfinity(number)
            ? number
            : throw NoNumber(text);

    private static bool IsHexadecimal(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    private static FormatException NoNumber(string text) => new($"'{text}' is no number.");
}
