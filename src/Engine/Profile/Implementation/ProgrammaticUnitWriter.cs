using System.Globalization;
using System.Numerics;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// Writes programmatic units as DSP0004 (annex C.1) has them: the base unit, then at most one number, then at most one power of 2 or 10.
/// </summary>
internal static class ProgrammaticUnitWriter
{
    private const string Prefixes = "kMGTP";

    // From here on a power reads better than the number itself: 10^3, 2^10.
    private const int ShortestDecimal = 3;
    private const int ShortestBinary = 10;

    /// <summary>Whether a factor can be written with one number and one power.</summary>
    public static bool CanWrite(Fraction factor) => IsDecimal(factor.Numerator) || IsDecimal(factor.Denominator);

    /// <summary>Writes a unit.</summary>
    public static string Write(ProgrammaticUnit unit) => unit.BaseUnit + (IsDecimal(unit.Factor.Denominator)
        ? Modifiers("*", unit.Factor, sign: 1)
        : Modifiers("/", 1 / unit.Factor, sign: -1));

    /// <summary>Writes a unit for people.</summary>
    public static string WriteShort(ProgrammaticUnit unit)
    {
        string symbol = unit.BaseUnit switch
        {
            "count" => "",
            "percent" => "%",
            "bit" => "bit",
            "byte" => "B",
            "bit/second" => "bit/s",
            "byte/second" => "B/s",
            "hertz" => "Hz",
            "second" => "s",
            _ => unit.BaseUnit,
        };
        bool takesPrefix = unit.Quantity is UnitQuantity.Data or UnitQuantity.DataRate or UnitQuantity.Frequency;
        return unit.Factor == 1 ? symbol
            : takesPrefix && Prefix(unit.Factor) is { } prefix ? prefix + symbol
            : Write(unit);
    }

    private static string? Prefix(Fraction factor)
    {
        for (int step = 1; step <= Prefixes.Length; step++)
        {
            if (factor == Fraction.Power(1000, step))
            {
                return Prefixes.Substring(step - 1, 1);
            }

            if (factor == Fraction.Power(1024, step))
            {
                return (step == 1 ? "K" : Prefixes.Substring(step - 1, 1)) + "i";
            }
        }

        return null;
    }

    // The factor's denominator divides a power of ten.
    private static string Modifiers(string operation, Fraction factor, int sign)
    {
        int shift = 0;
        while (!factor.IsWhole)
        {
            factor *= 10;
            shift--;
        }

        var number = factor.Numerator;
        var (ten, tens) = Divide(number, 10);
        var (two, twos) = Divide(number, 2);
        var (rest, power) = shift < 0
            ? (number, Power(10, sign * shift))
            : tens >= ShortestDecimal ? (ten, Power(10, sign * tens))
            : twos >= ShortestBinary ? (two, Power(2, sign * twos))
            : (number, "");
        return (rest.IsOne ? "" : operation + rest.ToString(CultureInfo.InvariantCulture)) + power;
    }

    private static string Power(int value, int exponent) => string.Format(CultureInfo.InvariantCulture, "*{0}^{1}", value, exponent);

    private static (BigInteger Left, int Times) Divide(BigInteger value, int divisor)
    {
        int times = 0;
        while (!value.IsZero && (value % divisor).IsZero)
        {
            value /= divisor;
            times++;
        }

        return (value, times);
    }

    private static bool IsDecimal(BigInteger value) => Divide(Divide(value, 2).Left, 5).Left.IsOne;
}
