using System.Globalization;
using CsCheck;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Profile.Implementation;

public sealed class ProgrammaticUnitTests
{
    private static readonly string[] s_bases = { "count", "percent", "permille", "bit", "byte", "bit/second", "byte/second", "hertz", "second" };

    [Theory]
    [InlineData(1, "byte/second*2^20", 1048576)]
    [InlineData(10, "bit/second*10^6", 1250000)]
    [InlineData(8, "bit/second", 1)]
    [InlineData(3, "byte*2^10/second", 3072)]
    [InlineData(1, "bytes*10^9/second", 1000000000)]
    [InlineData(1, " byte / second * 2 ^ 20 ", 1048576)]
    [InlineData(5, "MiB/s", 5242880)]
    [InlineData(100, "Mbit/s", 12500000)]
    [InlineData(1, "Gbps", 125000000)]
    [InlineData(2, "kB/s", 2000)]
    [InlineData(2, "Byte/Second*1000", 2000)]
    [InlineData(9, "bit/second", 1)]
    public void Reads_data_rates(ulong value, string text, ulong expected)
    {
        Assert.True(ProgrammaticUnit.TryParse(text, out var unit));
        Assert.True(unit.TryGetBytesPerSecond(value, out ulong rate));
        Assert.Equal(expected, rate);
    }

    [Theory]
    [InlineData("bytes*10^9", "byte*10^9")]
    [InlineData("byte*2^30", "byte*2^30")]
    [InlineData("GiB", "byte*2^30")]
    [InlineData("MegaBytes", "byte*2^20")]
    [InlineData("byte * 1024", "byte*2^10")]
    [InlineData("byte*3*2^20", "byte*3*2^20")]
    [InlineData("byte*1.5", "byte*15*10^-1")]
    [InlineData("byte/8", "byte*125*10^-3")]
    [InlineData("byte/3*10^6", "byte/3*10^6")]
    [InlineData("Mbit/s", "bit/second*10^6")]
    [InlineData("2^20*byte/second", "byte/second*2^20")]
    [InlineData("%", "percent")]
    [InlineData("percent", "percent")]
    [InlineData("counts", "count")]
    [InlineData("", "count")]
    [InlineData("2.4GHz", null)]
    [InlineData("MHz", "hertz*10^6")]
    [InlineData("hertz*10^6", "hertz*10^6")]
    [InlineData("furlong", null)]
    [InlineData("furlong/second", null)]
    [InlineData("second/byte", null)]
    [InlineData("byte*byte", null)]
    [InlineData("*byte", null)]
    [InlineData("byte second", null)]
    [InlineData("byte*0", null)]
    [InlineData("byte*2.5^2", null)]
    [InlineData("byte*7/9", null)]
    [InlineData("10^6", null)]
    [InlineData("byte*10^", null)]
    [InlineData("byte*10^999999999999999999999", null)]
    [InlineData("byte*10^101", null)]
    public void Is_read_as_people_write_it_and_written_as_the_standard_does(string text, string? strict)
    {
        bool isUnit = ProgrammaticUnit.TryParse(text, out var unit);
        Assert.Equal(strict, isUnit ? unit.ToString() : null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("percent")]
    [InlineData("byte")]
    [InlineData("second")]
    [InlineData("hertz")]
    public void What_is_no_data_rate_is_not_turned_into_one(string text)
    {
        Assert.True(ProgrammaticUnit.TryParse(text, out var unit));
        Assert.False(unit.TryGetBytesPerSecond(1, out _));
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_unit() => Units.Sample(unit =>
    {
        Assert.True(ProgrammaticUnit.TryParse(unit.ToString(), out var again));
        Assert.Equal(unit, again);
        Assert.Equal(unit.ToString(), again.ToString());
    });

    [Theory]
    [InlineData("byte/second*2^20", "MiB/s")]
    [InlineData("bit/second*10^6", "Mbit/s")]
    [InlineData("byte*2^10", "KiB")]
    [InlineData("byte*10^3", "kB")]
    [InlineData("hertz*10^9", "GHz")]
    [InlineData("percent", "%")]
    [InlineData("byte*3", "byte*3")]
    [InlineData("percent*10^3", "percent*10^3")]
    public void Its_short_form_is_what_people_write_and_can_be_read_again(string strict, string text)
    {
        Assert.Equal(text, Parse(strict).ToShortString());
        Assert.Equal(Parse(strict), Parse(text));
    }

    [Fact]
    public void A_conversion_is_exact_and_can_be_undone() => Gen.Select(Gen.ULong, Units, Units).Sample((value, from, to) =>
    {
        if (from.TryConvert(value, to, out ulong result))
        {
            Assert.True(to.TryConvert(result, from, out ulong back));
            Assert.Equal(value, back);
        }
    });

    [Theory]
    [InlineData(5, "byte*2^30", "byte*2^20", 5120UL)]
    [InlineData(8, "bit", "byte", 1UL)]
    [InlineData(7, "bit", "byte", null)]
    [InlineData(1, "byte*2^20", "byte*2^30", null)]
    [InlineData(1, "byte", "count", null)]
    [InlineData(16, "byte*2^60", "byte", null)]
    [InlineData(15, "byte*2^60", "byte", 15UL << 60)]
    [InlineData(3, "percent", "permille", 30UL)]
    public void What_does_not_come_out_even_is_not_rounded(ulong value, string from, string to, object? expected)
    {
        Assert.True(ProgrammaticUnit.TryParse(from, out var unit));
        Assert.True(ProgrammaticUnit.TryParse(to, out var other));
        Assert.Equal(expected, unit.TryConvert(value, other, out ulong result) ? result : null);
    }

    [Fact]
    [Clause("7.4.6-2")]
    public void A_rate_is_linear_in_its_number() => Gen.Select(Gen.UShort, Gen.Int[0, 30]).Sample((value, exponent) =>
    {
        Assert.True(ProgrammaticUnit.TryParse("byte/second*2^" + exponent, out var unit));
        Assert.True(unit.TryGetBytesPerSecond(value, out ulong rate));
        Assert.Equal((ulong)value << exponent, rate);
    });

    [Fact]
    public void Any_text_is_a_unit_or_none() => Gen.String.Sample(text => ProgrammaticUnit.TryParse(text, out _) || true);

    private static Gen<ProgrammaticUnit> Units { get; } =
        from name in Gen.Int[0, s_bases.Length - 1]
        from number in Gen.OneOf(
            Gen.Const(""),
            Gen.UInt[1, uint.MaxValue].Select(n => "*" + n),
            Gen.UInt[1, 5000].Select(n => "/" + n),
            Gen.UInt[1, 99_999].Select(n => string.Create(CultureInfo.InvariantCulture, $"*{n / 1000}.{n % 1000:000}1")))
        from power in Gen.OneOf(Gen.Const(""), Gen.Int[-20, 60].Select(n => "*2^" + n), Gen.Int[-20, 40].Select(n => "*10^" + n))
        select Parse(s_bases[name] + number + power);

    private static ProgrammaticUnit Parse(string text)
    {
        Assert.True(ProgrammaticUnit.TryParse(text, out var unit), text);
        return unit;
    }
}
