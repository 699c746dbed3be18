using System;
using CsCheck;
using VsMigration.Cim;
using Xunit;

namespace VsMigration.Tests.Cim;

public sealed class CimDateTimeTests
{
    [Fact]
    public void A_time_comes_back_to_the_microsecond() =>
        Gen.Select(Gen.Long[0, 3_155_000_000_000_000_00L], Gen.Int[-840, 840]).Sample((microseconds, offset) =>
        {
            var time = new DateTimeOffset((microseconds * 10) + TimeSpan.TicksPerDay, TimeSpan.FromMinutes(offset));
            var read = CimDateTime.Parse(CimDateTime.Of(time).ToString());
            Assert.False(read.IsInterval);
            Assert.Null(read.Span);
            Assert.Equal(time, read.Time);
            Assert.Equal(time.Offset, read.Time!.Value.Offset);
        });

    [Fact]
    public void An_interval_comes_back_to_the_microsecond() =>
        Gen.Long[0, 10_675_198L * 86_400_000_000L].Sample(microseconds =>
        {
            var span = TimeSpan.FromTicks(microseconds * 10);
            var read = CimDateTime.Parse(CimDateTime.Of(span).ToString());
            Assert.True(read.IsInterval);
            Assert.Null(read.Time);
            Assert.Equal(span, read.Span);
        });

    [Fact]
    public void A_text_comes_out_as_it_came_in_or_is_refused() =>
        Gen.Char["0123456789*.:+-"].Array[25].Select(characters => new string(characters)).Sample(text =>
        {
            text = text.Remove(14, 1).Insert(14, ".");
            var read = CimDateTime.TryParse(text);
            Assert.True(read is null || (read.ToString() == text && (read.Time is null || read.Span is null)));
        });

    [Theory]
    [InlineData("20261125101530.123456+060", "2026-11-25T10:15:30.123456+01:00")]
    [InlineData("20261125101530.123456-720", "2026-11-25T10:15:30.123456-12:00")]
    [InlineData("20261125******.******+000", "2026-11-25T00:00:00+00:00")]
    [InlineData("202611********.******+000", "2026-11-01T00:00:00+00:00")]
    public void Digits_that_are_not_known_are_the_least_they_can_be(string text, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), CimDateTime.Parse(text).Time);

    [Theory]
    [InlineData("20260230000000.000000+000")]
    [InlineData("20261325000000.000000+000")]
    [InlineData("20261125240000.000000+000")]
    [InlineData("20261125000000.000000+900")]
    [InlineData("00000000000000.000000+000")]
    [InlineData("2026**********.******+000")]
    public void A_time_that_no_calendar_has_is_kept_and_is_no_time(string text)
    {
        Assert.Null(CimDateTime.Parse(text).Time);
        Assert.Equal(text, CimDateTime.Parse(text).ToString());
    }

    [Theory]
    [InlineData("99999999235959.999999:000")]
    [InlineData("10675199000000.000000:000")]
    public void An_interval_that_is_too_long_is_kept_and_is_no_span(string text) => Assert.Null(CimDateTime.Parse(text).Span);

    [Theory]
    [InlineData("")]
    [InlineData("20261125101530.123456+06")]
    [InlineData("20261125101530.123456+0600")]
    [InlineData("20261125101530,123456+060")]
    [InlineData("20261125101530.123456*060")]
    [InlineData("20261125101530.123456:060")]
    [InlineData("2026*125101530.123456+060")]
    [InlineData("20261125101530.123456+0*0")]
    [InlineData("２0261125101530.12345+060")]
    public void What_is_none_is_refused(string text) => Assert.Throws<FormatException>(() => CimDateTime.Parse(text));

    [Fact]
    public void An_interval_below_zero_counts_as_zero() => Assert.Equal("00000000000000.000000:000", CimDateTime.Of(TimeSpan.FromSeconds(-1)).ToString());
}
