using System;
using System.Linq;
using CsCheck;
using VsMigration.Cim;
using Xunit;

namespace VsMigration.Tests.Cim;

public sealed class CimInstanceTests
{
    private static readonly CimInstance s_instance = new(
        "CIM_X",
        new[] { new CimProperty("A", CimType.String, "a"), new CimProperty("B", CimType.UInt16, 7), new CimProperty("C", CimType.String, null) },
        ObjectPathText.Parse("root:CIM_X.A=\"a\""));

    [Fact]
    public void Properties_are_found_without_regard_to_case()
    {
        Assert.Equal((ushort)7, s_instance["b"]);
        Assert.Equal("B", s_instance.Find("b")!.Name);
        Assert.Null(s_instance["C"]);
        Assert.NotNull(s_instance.Find("C"));
        Assert.Null(s_instance.Find("D"));
    }

    [Fact]
    public void A_property_list_keeps_what_it_names_in_order_and_the_path()
    {
        var some = s_instance.Only(new[] { "c", "a", "unknown" });

        Assert.Equal(new[] { "A", "C" }, some.Properties.Select(property => property.Name));
        Assert.Same(s_instance.Path, some.Path);
        Assert.Empty(s_instance.Only(Array.Empty<string>()).Properties);
        Assert.Same(s_instance.Path, s_instance.Only(Array.Empty<string>()).Path);
        Assert.Same(s_instance, s_instance.Only(null));
    }

    [Fact]
    public void A_property_list_is_idempotent() =>
        Gen.Select(CimGen.Instance, Gen.Int[0, 3]).Sample((instance, count) =>
        {
            var names = instance.Properties.Take(count).Select(property => property.Name).ToList();
            var some = instance.Only(names);
            Assert.Equal(some.Properties, some.Only(names).Properties);
            Assert.All(some.Properties, property => Assert.Contains(property, instance.Properties));
        });

    [Fact]
    public void Of_several_properties_of_one_name_the_last_counts()
    {
        var instance = new CimInstance("CIM_X", new[] { new CimProperty("A", CimType.String, "old"), new CimProperty("a", CimType.String, "new") });

        Assert.Equal("new", Assert.Single(instance.Properties).Value);
    }

    [Fact]
    public void An_instance_can_be_put_somewhere_else()
    {
        var path = ObjectPathText.Parse("other:CIM_X.A=\"a\"");

        Assert.Same(path, s_instance.At(path).Path);
        Assert.Equal(s_instance.Properties, s_instance.At(null).Properties);
    }
}
