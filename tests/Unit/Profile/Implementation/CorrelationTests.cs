using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Profile.Implementation;

public sealed class CorrelationTests
{
    private static readonly VirtualSystem s_source = System(("CIM:GUID", "01234"), ("CIM:MAC", "0123456789AB"), ("CIM:Tag", "CustomTag"));

    [Fact]
    [Clause("7.5.4-1")]
    public void A_system_with_GUID_MAC_and_tag_is_identified_three_times() => Assert.Equal(
        new[] { new IdentifyingPair("CIM:GUID", "01234"), new("CIM:MAC", "0123456789AB"), new("CIM:Tag", "CustomTag") },
        Correlation.PairsOf(s_source));

    [Fact]
    [Clause("7.5.4-2", "7.5.1-3")]
    public void One_pair_is_enough_at_whatever_index() =>
        Assert.Equal(new IdentifyingPair("CIM:Tag", "CustomTag"), Assert.Single(Correlation.Match(s_source, System(("CIM:Tag", "CustomTag")))));

    [Fact]
    [Clause("7.5.3-2")]
    public void The_same_value_of_another_kind_is_another_identity() =>
        Assert.Empty(Correlation.Match(s_source, System(("CIM:Tag", "01234"), ("CIM:GUID", "CustomTag"))));

    [Fact]
    [Clause("7.5.2-2")]
    public void Without_a_common_pair_they_are_two_systems() =>
        Assert.Empty(Correlation.Match(s_source, System(("CIM:GUID", "56789"), ("CIM:MAC", "BA9876543210"), ("CIM:Tag", "customtag"))));

    [Fact]
    public void Nothing_identifies_nothing() => Assert.Empty(Correlation.Match(System(), System()));

    [Fact]
    public void A_kind_without_a_value_is_no_pair()
    {
        var half = new VirtualSystem { IdentifyingDescriptions = new[] { "CIM:GUID", "CIM:Tag" }, OtherIdentifyingInfo = new[] { "" } };

        Assert.Empty(Correlation.Match(half, half));
    }

    private static VirtualSystem System(params (string Kind, string Value)[] pairs) => new()
    {
        IdentifyingDescriptions = pairs.Select(pair => pair.Kind).ToArray(),
        OtherIdentifyingInfo = pairs.Select(pair => pair.Value).ToArray(),
    };
}
