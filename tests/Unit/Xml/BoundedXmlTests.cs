using System.Linq;
using System.Xml;
using VsMigration.Xml;
using Xunit;

namespace VsMigration.Tests.Xml;

public sealed class BoundedXmlTests
{
    [Fact]
    public void Reads_what_is_well_formed()
    {
        var root = BoundedXml.Parse("<domain type='qemu'><name>g &amp; h</name><empty/></domain>").Root!;
        Assert.Equal("qemu", (string?)root.Attribute("type"));
        Assert.Equal("g & h", root.Element("name")!.Value);
        Assert.NotNull(root.Element("empty"));
    }

    [Theory]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")]
    [InlineData("<a><b></a>")]
    [InlineData("")]
    public void Refuses_document_types_and_what_is_not_well_formed(string text) =>
        Assert.Throws<XmlException>(() => BoundedXml.Parse(text));

    [Fact]
    public void Refuses_what_is_deeper_than_the_bound()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Throws<XmlException>(() => BoundedXml.Parse(deep));
    }

    [Fact]
    public void Refuses_what_is_longer_than_the_bound() =>
        Assert.Throws<XmlException>(() => BoundedXml.Parse("<a>" + new string(' ', BoundedXml.MaxCharacters) + "</a>"));
}
