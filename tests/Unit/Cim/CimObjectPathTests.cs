using System;
using System.Linq;
using CsCheck;
using VsMigration.Cim;
using Xunit;

namespace VsMigration.Tests.Cim;

public sealed class CimObjectPathTests
{
    private static readonly CimClass s_class = new()
    {
        Name = "CIM_X",
        Properties = new[]
        {
            new CimPropertyDeclaration { Name = "Number", Type = CimType.UInt16, IsKey = true },
            new CimPropertyDeclaration { Name = "Time", Type = CimType.DateTime, IsKey = true },
            new CimPropertyDeclaration { Name = "Other", Type = CimType.Reference, IsKey = true },
            new CimPropertyDeclaration { Name = "Text", Type = CimType.String, IsKey = true },
        },
    };

    [Fact]
    public void Names_are_compared_without_regard_to_case_and_keys_in_any_order()
    {
        var path = ObjectPathText.Parse("root/cimv2:CIM_X.A=\"v\",B=7");

        Assert.Equal(path, ObjectPathText.Parse("ROOT/cimv2:cim_x.b=7,a=\"v\""));
        Assert.Equal(path.GetHashCode(), ObjectPathText.Parse("ROOT/cimv2:cim_x.b=7,a=\"v\"").GetHashCode());
    }

    [Theory]
    [InlineData("root/cimv2:CIM_X.A=\"V\",B=7")]
    [InlineData("root/cimv2:CIM_X.A=\"v\",B=8")]
    [InlineData("root/cimv2:CIM_X.A=\"v\"")]
    [InlineData("root/cimv2:CIM_X.A=\"v\",C=7")]
    [InlineData("root/interop:CIM_X.A=\"v\",B=7")]
    [InlineData("root/cimv2:CIM_Y.A=\"v\",B=7")]
    public void What_differs_in_more_is_another(string other) => Assert.NotEqual(ObjectPathText.Parse("root/cimv2:CIM_X.A=\"v\",B=7"), ObjectPathText.Parse(other));

    [Fact]
    public void The_host_is_how_one_gets_there_and_no_part_of_what_it_names() =>
        Assert.Equal(ObjectPathText.Parse("//a/root:CIM_X.A=1"), ObjectPathText.Parse("//b/root:CIM_X.A=1"));

    [Fact]
    public void Equal_paths_have_equal_hashes() =>
        CimGen.Path.Sample(path =>
        {
            var other = new CimObjectPath(path.ClassName.ToUpperInvariant(), path.Keys.Reverse(), path.Namespace.ToUpperInvariant(), "elsewhere");
            Assert.Equal(path, other);
            Assert.Equal(path.GetHashCode(), other.GetHashCode());
        });

    [Fact]
    public void A_reference_is_another_key_than_its_text()
    {
        var inner = ObjectPathText.Parse("CIM_Y.A=1");

        Assert.NotEqual(With(CimType.Reference, inner), With(CimType.String, inner.ToString()));
        Assert.Equal(With(CimType.Reference, inner), With(CimType.Reference, ObjectPathText.Parse("cim_y.a=1")));

        static CimObjectPath With(CimType type, object value) => new("CIM_X", new[] { new CimProperty("K", type, value) });
    }

    [Fact]
    public void A_class_gives_its_keys_their_types()
    {
        var path = ObjectPathText.Parse(
            "root:CIM_X.Number=7,Time=\"20261125101500.000000+000\",Other=\"root:CIM_X.Number=\\\"8\\\",Text=\\\"t\\\"\",Text=5,Foreign=9", s_class);

        Assert.Equal((ushort)7, path["Number"]);
        Assert.IsType<CimDateTime>(path["Time"]);
        Assert.Equal("5", path["Text"]);
        Assert.Equal(9UL, path["Foreign"]);
        var other = Assert.IsType<CimObjectPath>(path["Other"]);
        Assert.Equal((ushort)8, other["Number"]);
        Assert.Equal("root", other.Namespace);
    }

    [Theory]
    [InlineData("CIM_X.Number=65536")]
    [InlineData("CIM_X.Number=-1")]
    [InlineData("CIM_X.Number=\"x\"")]
    [InlineData("CIM_X.Number=1.5")]
    [InlineData("CIM_X.Time=\"yesterday\"")]
    [InlineData("CIM_X.Other=\"\"")]
    [InlineData("CIM_X.Other=\"CIM_X.Number=65536\"")]
    public void A_key_that_is_no_value_of_its_type_is_refused(string text) => Assert.Throws<FormatException>(() => ObjectPathText.Parse(text, s_class));

    [Fact]
    public void A_reference_where_none_is_declared_is_refused()
    {
        var inner = new CimObjectPath("CIM_X", Array.Empty<CimProperty>());
        var path = new CimObjectPath("CIM_X", new[] { new CimProperty("Text", CimType.Reference, inner) });

        Assert.Throws<FormatException>(() => path.Typed(_ => s_class));
    }

    [Fact]
    public void In_and_OrIn_say_where_it_is()
    {
        var path = ObjectPathText.Parse("CIM_X.A=1");

        Assert.Equal("root", path.OrIn("root").Namespace);
        Assert.Equal("root", path.OrIn("root").OrIn("other").Namespace);
        Assert.Equal("//h/other:CIM_X.A=1", path.OrIn("root").In("/other/", "h").ToString());
    }
}
