using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using Xunit;

namespace VsMigration.Tests.Cim.Mapping;

public sealed class ElementMapTests
{
    [Fact]
    public void A_declaration_has_inherited_properties_first_and_names_its_superclass()
    {
        var declared = ElementMap.Of(typeof(Leaf)).Class;

        Assert.Equal("TEST_Leaf", declared.Name);
        Assert.Equal("TEST_Root", declared.SuperClassName);
        Assert.Equal(typeof(Root), ElementMap.Of(typeof(Leaf)).SuperType);
        Assert.Equal(new[] { "Id", "Title", "Renamed", "Kind", "Kinds", "When", "Pause", "Inner", "Inners", "Any" }, declared.Properties.Select(property => property.Name));
        Assert.False(declared.IsAbstract);
        Assert.True(ElementMap.Of(typeof(Root)).Class.IsAbstract);
    }

    [Fact]
    public void An_override_takes_the_place_of_what_it_overrides_and_stays_what_that_was()
    {
        var id = ElementMap.Of(typeof(Leaf)).Class.Property("id")!;

        Assert.True(id.IsKey);
        Assert.True(id.IsRequired);
        Assert.True(id.IsWritable);
        Assert.Equal("TEST_Root", id.ClassOrigin);
        Assert.Equal("TEST_Leaf", ElementMap.Of(typeof(Leaf)).Class.Property("Kind")!.ClassOrigin);
        Assert.False(ElementMap.Of(typeof(Root)).Class.Property("Id")!.IsRequired);
    }

    [Fact]
    public void The_types_of_properties_follow_from_CSharp_s()
    {
        var declared = ElementMap.Of(typeof(Leaf)).Class;

        Assert.Equal((CimType.UInt16, false), Type("Kind"));
        Assert.Equal((CimType.UInt16, true), Type("Kinds"));
        Assert.Equal((CimType.DateTime, false), Type("When"));
        Assert.Equal((CimType.DateTime, false), Type("Pause"));
        Assert.Equal((CimType.Instance, false), Type("Inner"));
        Assert.Equal((CimType.Instance, true), Type("Inners"));
        Assert.Equal((CimType.Object, false), Type("Any"));
        Assert.Equal("TEST_Inner", declared.Property("Inners")!.ClassName);

        (CimType Type, bool IsArray) Type(string name) => (declared.Property(name)!.Type, declared.Property(name)!.IsArray);
    }

    [Fact]
    public void An_element_has_a_path_of_its_class_and_its_keys_where_it_is_in_a_namespace()
    {
        var leaf = new Leaf { Id = "7", Title = "seven" };

        Assert.Equal("root/x:TEST_Leaf.Id=\"7\"", ElementMap.ToInstance(leaf, "root/x").Path!.ToString());
        Assert.Equal(ElementMap.ToInstance(leaf, "root/x").Path, ElementMap.PathOf(leaf, "root/x"));
        Assert.Null(ElementMap.ToInstance(leaf).Path);
    }

    [Fact]
    public void What_an_instance_has_not_stays_as_the_element_has_it_by_itself()
    {
        var leaf = ElementMap.FromInstance<Leaf>(new CimInstance("TEST_Leaf", new[] { new CimProperty("Id", CimType.String, "7"), new CimProperty("Foreign", CimType.UInt8, 1) }));

        Assert.Equal("7", leaf.Id);
        Assert.Equal("untitled", leaf.Title);
    }

    [Fact]
    public void Numbers_of_another_size_are_taken_where_they_fit()
    {
        var kinds = new CimProperty("Kinds", CimType.UInt64, new[] { 3UL, 40000UL }, isArray: true);

        Assert.Equal(new[] { DayOfWeek.Wednesday, (DayOfWeek)40000 }, ElementMap.FromInstance<Leaf>(new CimInstance("TEST_Leaf", new[] { kinds })).Kinds);
    }

    public static TheoryData<CimProperty> Mismatches => new()
    {
        new CimProperty("Id", CimType.UInt16, 7),
        new CimProperty("Id", CimType.String, new[] { "7" }, isArray: true),
        new CimProperty("Kinds", CimType.UInt16, 7),
        new CimProperty("Kind", CimType.UInt32, 65536),
        new CimProperty("Kind", CimType.String, "Wednesday"),
        new CimProperty("Pause", CimType.DateTime, "20261125101530.000000+000"),
        new CimProperty("When", CimType.DateTime, "00000000000001.000000:000"),
        new CimProperty("When", CimType.DateTime, "20260230000000.000000+000"),
        new CimProperty("Inner", CimType.String, "text"),
        new CimProperty("Inners", CimType.String, new[] { "text" }, isArray: true),
        new CimProperty("Inner", CimType.Instance, new CimInstance("TEST_Inner", new[] { new CimProperty("Value", CimType.String, "x") })),
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void A_value_of_another_type_is_a_mismatch(CimProperty property) =>
        Assert.Equal(CimStatus.TypeMismatch, Assert.Throws<CimException>(() => ElementMap.FromInstance<Leaf>(new CimInstance("TEST_Leaf", new[] { property }))).Status);

    [Fact]
    public void What_is_embedded_travels_with_its_element()
    {
        var leaf = new Leaf { Inner = new Inner { Value = 1 }, Inners = new[] { new Inner { Value = 2 }, new Inner() }, Any = new CimInstance("TEST_Any", Array.Empty<CimProperty>()) };

        var read = ElementMap.FromInstance<Leaf>(ElementMap.ToInstance(leaf));

        Assert.Equal(leaf.Inner, read.Inner);
        Assert.Equal(leaf.Inners, read.Inners);
        Assert.Same(leaf.Any, read.Any);
    }

    [Fact]
    public void A_type_that_declares_no_class_has_no_map()
    {
        Assert.Throws<ArgumentException>(() => ElementMap.Of(typeof(string)));
        Assert.Throws<ArgumentException>(() => ElementMap.NameOf(typeof(string)));
    }

    [CimClass("TEST_Root")]
    public abstract record Root
    {
        [CimProperty(Key = true, Writable = true)]
        public virtual string? Id { get; init; }

        [CimProperty]
        public string? Title { get; init; } = "untitled";
    }

    public abstract record Between : Root;

    [CimClass("TEST_Leaf")]
    public sealed record Leaf : Between
    {
        [CimProperty(Required = true)]
        public override string? Id { get; init; }

        [CimProperty(Name = "Renamed")]
        public string? OfAnotherName { get; init; }

        [CimProperty]
        public DayOfWeek? Kind { get; init; }

        [CimProperty]
        public IReadOnlyList<DayOfWeek>? Kinds { get; init; }

        [CimProperty]
        public DateTimeOffset? When { get; init; }

        [CimProperty]
        public TimeSpan? Pause { get; init; }

        [CimProperty]
        public Inner? Inner { get; init; }

        [CimProperty]
        public IReadOnlyList<Inner>? Inners { get; init; }

        [CimProperty(AnyClass = true)]
        public CimInstance? Any { get; init; }

        public string? OfNoInterest { get; init; }
    }

    [CimClass("TEST_Inner")]
    public sealed record Inner
    {
        [CimProperty]
        public uint? Value { get; init; }
    }
}
