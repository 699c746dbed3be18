using CsCheck;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Profile.Implementation;

public sealed class ProgrammaticUnitTests
{
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
    public void Reads_data_rates(int value, string unit, ulong expected)
    {
        Assert.True(ProgrammaticUnit.TryGetBytesPerSecond(value, unit, out ulong rate));
        Assert.Equal(expected, rate);
    }

    [Theory]
    [InlineData("")]
    [InlineData("percent")]
    [InlineData("byte")]
    [InlineData("second")]
    [InlineData("bit/second*10^")]
    [InlineData("bit/second*10^999999999999999999999")]
    [InlineData("furlong/second")]
    public void Refuses_what_is_no_data_rate(string unit) =>
        Assert.False(ProgrammaticUnit.TryGetBytesPerSecond(1, unit, out _));

    [Fact]
    public void Is_linear_in_its_number() =>
        Gen.Select(Gen.UShort, Gen.Int[0, 30]).Sample((value, exponent) =>
        {
            Assert.True(ProgrammaticUnit.TryGetBytesPerSecond(value, "byte/second*2^" + exponent, out ulong rate));
            Assert.Equal((ulong)value << exponent, rate);
        });

    [Fact]
    public void Never_throws_whatever_it_is_given() =>
        Gen.String.Sample(text => ProgrammaticUnit.TryGetBytesPerSecond(ushort.MaxValue, text, out _) || true);
}
