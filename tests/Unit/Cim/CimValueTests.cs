using System;
using System.Globalization;
using CsCheck;
using VsMigration.Cim;
using Xunit;

namespace VsMigration.Tests.Cim;

public sealed class CimValueTests
{
    public static TheoryData<CimType> Textual => new(
        CimType.Boolean, CimType.UInt8, CimType.SInt8, CimType.UInt16, CimType.SInt16, CimType.UInt32, CimType.SInt32, CimType.UInt64,
        CimType.SInt64, CimType.Real32, CimType.Real64, CimType.Char16, CimType.String, CimType.DateTime);

    [Theory]
    [MemberData(nameof(Textual))]
    public void A_value_comes_back_from_its_text(CimType type) =>
        CimGen.Value(type).Sample(value => CimValueText.Parse(type, CimValue.ToText(value)).Equals(value));

    [Theory]
    [MemberData(nameof(Textual))]
    public void A_text_is_a_value_of_the_type_or_a_FormatException(CimType type) =>
        Gen.OneOf(CimGen.Text, CimGen.AnyText, Gen.Char["0123456789+-.eExX*:"].Array[0, 25].Select(c => new string(c))).Sample(text =>
        {
            try
            {
                object value = CimValueText.Parse(type, text);
                Assert.Equal(value, CimValue.Normalize(type, isArray: false, value, "it"));
            }
            catch (FormatException)
            {
                // What else it may answer with.
            }
        });

    [Fact]
    public void Culture_plays_no_part()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal("1.5", CimValue.ToText(1.5));
            Assert.Equal("{ -1, NULL }", CimValue.ToText(new object?[] { -1, null }));
            Assert.Equal(1.5, CimValueText.ParseNumber("1.5"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(CimType.UInt8, 256)]
    [InlineData(CimType.UInt16, -1)]
    [InlineData(CimType.SInt8, 128)]
    [InlineData(CimType.UInt16, "7")]
    [InlineData(CimType.UInt16, true)]
    [InlineData(CimType.UInt16, 7.0)]
    [InlineData(CimType.Boolean, 1)]
    [InlineData(CimType.Boolean, "true")]
    [InlineData(CimType.String, 7)]
    [InlineData(CimType.Char16, "x")]
    [InlineData(CimType.Real64, 7)]
    [InlineData(CimType.Real32, 7.0)]
    [InlineData(CimType.DateTime, "yesterday")]
    [InlineData(CimType.Reference, "CIM_X.K=1")]
    [InlineData(CimType.Instance, "")]
    public void A_value_of_another_type_or_that_does_not_fit_is_a_mismatch(CimType type, object value)
    {
        Assert.Equal(CimStatus.TypeMismatch, Assert.Throws<CimException>(() => new CimProperty("P", type, value)).Status);
        Assert.Equal(CimStatus.TypeMismatch, Assert.Throws<CimException>(() => new CimProperty("P", type, new[] { value }, isArray: true)).Status);
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData(7, true)]
    [InlineData(new[] { "a" }, false)]
    public void An_array_is_no_scalar_and_a_scalar_no_array(object value, bool isArray) =>
        Assert.Throws<CimException>(() => new CimProperty("P", value is int ? CimType.SInt32 : CimType.String, value, isArray));

    [Fact]
    public void Numbers_of_any_size_enumerations_times_and_ids_are_taken()
    {
        Assert.Equal((ushort)4, new CimProperty("P", CimType.UInt16, DayOfWeek.Thursday).Value);
        Assert.Equal((byte)255, new CimProperty("P", CimType.UInt8, 255L).Value);
        Assert.Equal(CimDateTime.Of(TimeSpan.FromSeconds(1)), new CimProperty("P", CimType.DateTime, TimeSpan.FromSeconds(1)).Value);
        Assert.Equal(CimDateTime.Of(DateTimeOffset.UnixEpoch), new CimProperty("P", CimType.DateTime, DateTimeOffset.UnixEpoch).Value);
        Assert.Equal(Guid.Empty.ToString(), new CimProperty("P", CimType.String, Guid.Empty).Value);
        Assert.Equal(new object?[] { (ushort)1, null }, new CimProperty("P", CimType.UInt16, new int?[] { 1, null }, isArray: true).Value);
    }

    [Fact]
    public void The_elements_of_a_property_are_those_of_its_array_or_its_one_value()
    {
        Assert.Empty(new CimProperty("P", CimType.String, null, isArray: true).Elements);
        Assert.Equal(new object?[] { "a", null }, new CimProperty("P", CimType.String, new[] { "a", null }, isArray: true).Elements);
        Assert.Equal(new object?[] { "a" }, new CimProperty("P", CimType.String, "a").Elements);
    }

    [Fact]
    public void Every_type_has_a_name_that_leads_back_to_it() =>
        Assert.All(Enum.GetValues<CimType>(), type => Assert.Equal(type, CimTypeNames.TryParse(CimTypeNames.Of(type).ToUpperInvariant())));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("int")]
    public void What_is_no_name_of_a_type_is_none(string name) => Assert.Null(CimTypeNames.TryParse(name));
}
