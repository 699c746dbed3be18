using System;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Platforms;

public sealed class ArrivalCheckTests
{
    private static readonly VirtualSystem s_source = new()
    {
        Name = "web01",
        Id = "id-1",
        HostName = "a",
        Memory = 2UL << 30,
        ProcessorCount = 2,
        IdentifyingDescriptions = new[] { "CIM:GUID", "CIM:MAC" },
        OtherIdentifyingInfo = new[] { "id-1", "52:54:00:00:00:01" },
    };

    private static readonly VirtualSystem s_seen = s_source with { HostName = "b" };

    private static readonly DefinitionChange s_all = new()
    {
        Name = "shop",
        Caption = "",
        Description = "The shop",
        Notes = new[] { "moved" },
        Resources = new ResourceChange[]
        {
            new MemoryChange { Bytes = 5_000_000_000 },
            new ProcessorChange { Count = 4 },
            new AdapterChange { Mac = "52:54:00:00:00:01", Network = new NetworkFacts { Kind = "bridge", Name = "br1" } },
            new DiskChange { Target = "vda", Path = "/pool/a" },
        },
    };

    [Fact]
    public void What_came_as_it_was_is_well() => Require(s_seen);

    [Fact]
    public void What_came_with_all_that_was_asked_for_is_well() => Require(s_seen with { Name = "shop", Memory = 5_000_000_000, ProcessorCount = 4 }, s_all, "The shop", "moved", "br1", "/pool/a");

    [Fact]
    [Clause("7.5.1-2", "7.5.2-2")]
    public void Another_system_of_the_same_name_is_not_the_one() => Fails(
        "CIM:GUID", () => Require(s_seen with { OtherIdentifyingInfo = new[] { "id-2", "52:54:00:00:00:01" } }));

    [Fact]
    [Clause("7.5.3-2")]
    public void The_identity_under_another_kind_is_not_the_one() => Fails(
        "CIM:GUID", () => Require(s_seen with { IdentifyingDescriptions = new[] { "CIM:Tag", "CIM:MAC" } }));

    [Fact]
    [Clause("7.5.1-3")]
    public void A_system_that_shows_nothing_of_itself_is_not_the_one() => Fails(
        "CIM:GUID", () => Require(s_seen with { IdentifyingDescriptions = Array.Empty<string>(), OtherIdentifyingInfo = Array.Empty<string>() }));

    [Fact]
    [Clause("7.5.1-3")]
    public void Pairs_may_stand_at_other_indexes() => Require(s_seen with
    {
        IdentifyingDescriptions = new[] { "CIM:MAC", "CIM:GUID" },
        OtherIdentifyingInfo = new[] { "52:54:00:00:00:02", "id-1" },
    });

    [Fact]
    [Clause("T21-1")]
    public void A_name_that_nobody_changed_is_kept() => Fails("'other' and not 'web01'", () => Require(s_seen with { Name = "other" }));

    [Theory]
    [InlineData("name")]
    [InlineData("caption")]
    [InlineData("description")]
    [InlineData("notes")]
    [InlineData("bytes of memory")]
    [InlineData("processors")]
    [InlineData("br0")]
    [InlineData("'/img/a'")]
    public void Whatever_did_not_change_is_named(string what) => Fails(what, () => Require(s_seen with { Name = "web01" }, s_all));

    [Theory]
    [InlineData(5_000_000_000UL, true)]
    [InlineData(5_000_658_944UL, true)]
    [InlineData(4_999_999_999UL, false)]
    [InlineData(5_001_048_576UL, false)]
    public void Memory_may_be_rounded_up_to_a_whole_mebibyte(ulong seen, bool well)
    {
        var change = new DefinitionChange { Resources = new[] { new MemoryChange { Bytes = 5_000_000_000 } } };
        Action require = () => Require(s_seen with { Memory = seen }, change);

        if (well)
        {
            require();
        }
        else
        {
            Fails("bytes of memory", require);
        }
    }

    private static void Require(
        VirtualSystem seen, DefinitionChange? change = null, string description = "", string note = "one", string bridge = "br0", string path = "/img/a")
    {
        var texts = new SystemTexts { Caption = description.Length > 0 ? "" : "Shop", Description = description, Notes = new[] { note } };
        var adapter = new AdapterFacts { Mac = "52:54:00:00:00:01", Network = new NetworkFacts { Kind = "bridge", Name = bridge } };
        ArrivalCheck.Require(
            s_source, change ?? DefinitionChange.None, seen, DefinitionElements.Create(seen, texts, [adapter], [new DiskFacts { Target = "vda", Path = path }]));
    }

    private static void Fails(string word, Action require)
    {
        var error = Assert.Throws<MigrationException>(require);
        Assert.Equal((MigrationErrorKind.MigrationFailed, "SVPC8023"), (error.Kind, error.Errors.Single().MessageId));
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }
}
