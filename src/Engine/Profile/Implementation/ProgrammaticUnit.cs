using System.Numerics;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// A programmatic unit (DSP0004 annex C), such as <c>bit/second*10^6</c>, <c>byte*2^20</c> or <c>percent</c>: a base unit and an exact
/// factor. Read leniently (<see cref="TryParse"/>), written strictly (<see cref="ToString"/>), converted without rounding.
/// </summary>
[Clause("7.4.6-2", "7.4.6-3")]
public sealed record ProgrammaticUnit
{
    /// <summary>Things.</summary>
    public static readonly ProgrammaticUnit Count = Of("count");

    /// <summary>Hundredths of a total.</summary>
    public static readonly ProgrammaticUnit Percent = Of("percent");

    /// <summary>Bytes.</summary>
    public static readonly ProgrammaticUnit Byte = Of("byte");

    /// <summary>MiB.</summary>
    public static readonly ProgrammaticUnit Mebibyte = Of("byte*2^20");

    /// <summary>Bytes per second.</summary>
    public static readonly ProgrammaticUnit BytePerSecond = Of("byte/second");

    /// <summary>MiB/s: the unit that libvirt counts bandwidth in.</summary>
    public static readonly ProgrammaticUnit MebibytePerSecond = Of("byte/second*2^20");

    /// <summary>Mbit/s.</summary>
    public static readonly ProgrammaticUnit MegabitPerSecond = Of("bit/second*10^6");

    internal ProgrammaticUnit(UnitQuantity quantity, string baseUnit, Fraction baseSize, Fraction factor)
    {
        Quantity = quantity;
        BaseUnit = baseUnit;
        Factor = factor;
        Size = baseSize * factor;
    }

    /// <summary>What it measures.</summary>
    public UnitQuantity Quantity { get; }

    /// <summary>The unit without its factor, as DSP0004 writes it: <c>bit/second</c>.</summary>
    public string BaseUnit { get; }

    /// <summary>How many of <see cref="BaseUnit"/> it is.</summary>
    internal Fraction Factor { get; }

    /// <summary>How much it is, in bytes, bytes per second, per cent, hertz, seconds or things.</summary>
    internal Fraction Size { get; }

    /// <summary>Reads a unit. Lenient: plural names, factors in any place, everyday forms such as <c>MiB/s</c>, <c>Mbps</c>, <c>GHz</c> and <c>%</c>.</summary>
    /// <param name="text">The text; empty means <see cref="Count"/>, a number without a unit (DSP0004).</param>
    /// <param name="unit">The unit; <see cref="Count"/> where there is none.</param>
    /// <returns>False where it is none that is known here.</returns>
    public static bool TryParse(string? text, out ProgrammaticUnit unit)
    {
        unit = ProgrammaticUnitReader.Read(text ?? "")!;
        bool found = unit is not null;
        unit ??= Count;
        return found;
    }

    /// <summary>Converts a number of these units exactly.</summary>
    /// <param name="value">How many.</param>
    /// <param name="to">The unit that is wanted.</param>
    /// <param name="result">How many of that unit.</param>
    /// <returns>False where it is another quantity, or where the result is no whole number or beyond 2^64.</returns>
    public bool TryConvert(ulong value, ProgrammaticUnit to, out ulong result)
    {
        result = 0;
        Fraction exact = value * Size / to.Size;
        return Quantity == to.Quantity && exact.IsWhole && TryNarrow(exact.Numerator, out result);
    }

    /// <summary>Turns a number of these units into bytes per second. A rate is a limit, so what is no whole byte is left out.</summary>
    /// <param name="value">How many.</param>
    /// <param name="bytesPerSecond">The rate.</param>
    /// <returns>False where it is no data rate, or beyond 2^64.</returns>
    public bool TryGetBytesPerSecond(ulong value, out ulong bytesPerSecond)
    {
        bytesPerSecond = 0;
        return Quantity == UnitQuantity.DataRate && TryNarrow((value * Size).Floor, out bytesPerSecond);
    }

    /// <summary>As DSP0004 writes it, modifiers last: <c>byte/second*2^20</c>.</summary>
    public override string ToString() => ProgrammaticUnitWriter.Write(this);

    /// <summary>As people write it where there is a short form, such as <c>MiB/s</c> or <c>Mbit/s</c>; else as DSP0004 does.</summary>
    public string ToShortString() => ProgrammaticUnitWriter.WriteShort(this);

    private static ProgrammaticUnit Of(string text) => ProgrammaticUnitReader.Read(text)!;

    private static bool TryNarrow(BigInteger value, out ulong result)
    {
        bool fits = value <= ulong.MaxValue;
        result = fits ? (ulong)value : 0;
        return fits;
    }
}
