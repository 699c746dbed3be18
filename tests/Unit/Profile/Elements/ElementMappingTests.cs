using System;
using System.Linq;
using CsCheck;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Profile;
using VsMigration.Profile.Schema;
using VsMigration.Tests.Cim;
using VsMigration.Wire.CimXml;
using VsMigration.Xml;
using Xunit;

namespace VsMigration.Tests.Profile.Elements;

/// <summary>Every element, there and back.</summary>
public sealed class ElementMappingTests
{
    public static TheoryData<Type> All => new(ElementGen.Concrete);

    public static TheoryData<Type> WithKeys =>
        new(ElementGen.Concrete.Where(type => ElementMap.Of(type).Class.Properties.Any(property => property.IsKey)));

    [Theory]
    [MemberData(nameof(All))]
    [Clause("10-2")]
    public void An_element_comes_back_from_its_instance(Type type) =>
        ElementGen.Of(type).Sample(element => ElementGen.AreSame(element, ElementMap.FromInstance(type, ElementMap.ToInstance(element))), iter: 50);

    [Theory]
    [MemberData(nameof(All))]
    public void Its_instance_has_all_properties_of_its_class_in_their_types(Type type) =>
        ElementGen.Of(type).Sample(element =>
        {
            var declared = ElementMap.Of(type).Class;
            var instance = ElementMap.ToInstance(element, "root/x");
            Assert.Equal(declared.Name, instance.ClassName);
            Assert.Equal(
                declared.Properties.Select(property => (property.Name, property.Type, property.IsArray)),
                instance.Properties.Select(property => (property.Name, property.Type, property.IsArray)));
            Assert.Equal(
                declared.Properties.Where(property => property.IsKey).Select(property => property.Name).Order(StringComparer.OrdinalIgnoreCase),
                instance.Path!.Keys.Select(key => key.Name));
        }, iter: 10);

    [Theory]
    [MemberData(nameof(WithKeys))]
    public void Its_path_comes_back_from_text_a_URI_and_XML(Type type) =>
        ElementGen.Of(type).Where(HasKeys).Sample(element =>
        {
            var path = ElementMap.PathOf(element, "root/x").In("root/x", "host");
            Assert.Equal(path, ObjectPathText.Parse(ObjectPathText.Write(path), Classes(path)));
            Assert.Equal(path, ObjectPathUri.Parse(ObjectPathUri.Write(path), Classes(path)));
            var text = new System.Text.StringBuilder();
            using (var writer = System.Xml.XmlWriter.Create(text))
            {
                ObjectPathXml.WriteInstancePath(writer, path);
            }

            Assert.Equal(path, ObjectPathXml.Read(BoundedXml.Parse(text.ToString()).Root!));
        }, iter: 10);

    // The elements' classes by the schema; what a reference leads to here is of no class that is in it.
    private static Func<string, CimClass?> Classes(CimObjectPath path)
    {
        var others = Same.ClassesOf(path);
        return name => ProfileSchema.Find(name) ?? others(name);
    }

    private static bool HasKeys(object element)
    {
        var path = ElementMap.PathOf(element, "root/x");
        return path.Keys.All(key => key.Value is not null) && Same.HasDifferentClasses(path);
    }
}
