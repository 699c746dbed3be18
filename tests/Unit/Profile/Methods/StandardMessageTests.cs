using System;
using System.Globalization;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Profile.Methods;

public sealed class StandardMessageTests
{
    [Fact]
    public void Formats_in_the_order_of_the_template() =>
        Assert.Equal("The target host named b is not reachable.", StandardMessages.TargetHostState.Format("b", "is not reachable"));

    [Fact]
    public void Takes_braces_and_angle_brackets_in_an_argument_as_they_are() =>
        Assert.Equal("The file <a{0}> exists.", StandardMessages.FileStateUnexpected.Format("<a{0}>", "exists"));

    [Theory]
    [InlineData("SVPC8020", "b")]
    [InlineData("SVPC8020", "b", "is", "not")]
    public void Refuses_too_few_and_too_many_arguments(string id, params string[] arguments) =>
        Assert.Throws<ArgumentException>(() => MessageCatalog.Find(id)!.Format(arguments));

    [Fact]
    public void Refuses_an_index_that_is_no_number() =>
        Assert.Throws<ArgumentException>(() => StandardMessages.ParameterInvalid.Format("M", "P", "first", "wrong", "right"));

    [Fact]
    public void Is_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(
                "The Migrate() parameter NewResourceSettingData at index 12 is wrong; expected parameter value is right.",
                StandardMessages.ParameterInvalid.Format("Migrate", "NewResourceSettingData", "12", "wrong", "right"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
