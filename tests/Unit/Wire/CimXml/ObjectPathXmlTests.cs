using System;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CsCheck;
using VsMigration.Cim;
using VsMigration.Tests.Cim;
using VsMigration.Wire.CimXml;
using VsMigration.Xml;
using Xunit;

namespace VsMigration.Tests.Wire.CimXml;

public sealed class ObjectPathXmlTests
{
    private static readonly CimObjectPath s_path = new(
        "CIM_X", new[] { new CimProperty("K", CimType.String, "v") }, "root/cimv2", "host:5989");

    [Fact]
    public void A_path_comes_back_to_the_letter() =>
        CimGen.Path.Where(path => path.Namespace.Length > 0 || path.Host is null).Sample(
            path => Same.Path(WithoutLostHosts(path), Read(Write(writer => ObjectPathXml.WriteReference(writer, path)))), print: path => path.ToString());

    [Fact]
    public void A_text_comes_back_whatever_is_in_it() =>
        Gen.OneOf(CimGen.Text, Gen.OneOf("\r", "\n", "\r\n", " a\r\n\tb ")).Sample(text =>
            (string)Read(Write(writer => ObjectPathXml.WriteInstanceName(writer, new CimObjectPath("CIM_X", new[] { new CimProperty("K", CimType.String, text) }))))["K"]! == text);

    [Fact]
    public void Nothing_is_an_empty_element_tag() =>
        CimGen.Path.Sample(path => !Write(writer => ObjectPathXml.WriteReference(writer, path)).Contains("/>", StringComparison.Ordinal));

    [Fact]
    public void A_reference_has_the_fullest_form_that_its_path_has()
    {
        Assert.StartsWith("<VALUE.REFERENCE><INSTANCEPATH><NAMESPACEPATH><HOST>host:5989</HOST><LOCALNAMESPACEPATH><NAMESPACE NAME=\"root\"></NAMESPACE>", Reference(s_path), StringComparison.Ordinal);
        Assert.StartsWith("<VALUE.REFERENCE><LOCALINSTANCEPATH><LOCALNAMESPACEPATH>", Reference(s_path.In("root/cimv2")), StringComparison.Ordinal);
        Assert.Equal(
            "<VALUE.REFERENCE><INSTANCENAME CLASSNAME=\"CIM_X\"><KEYBINDING NAME=\"K\"><KEYVALUE VALUETYPE=\"string\" TYPE=\"string\">v</KEYVALUE></KEYBINDING></INSTANCENAME></VALUE.REFERENCE>",
            Reference(s_path.In("")));

        static string Reference(CimObjectPath path) => Write(writer => ObjectPathXml.WriteReference(writer, path));
    }

    [Fact]
    public void A_path_without_what_a_form_needs_is_refused()
    {
        Assert.Throws<FormatException>(() => Write(writer => ObjectPathXml.WriteInstancePath(writer, s_path.In("root"))));
        Assert.Throws<FormatException>(() => Write(writer => ObjectPathXml.WriteLocalInstancePath(writer, s_path.In(""))));
        Assert.Throws<FormatException>(() => Write(writer => ObjectPathXml.WriteInstanceName(writer, new CimObjectPath("CIM_X", new[] { new CimProperty("K", CimType.String, null) }))));
    }

    [Theory]
    [InlineData('\u0001')]
    [InlineData('\ud800')]
    [InlineData('\ufffe')]
    public void A_character_that_XML_cannot_have_is_refused(char character) =>
        Assert.Throws<FormatException>(() => Write(writer => ObjectPathXml.WriteInstanceName(
            writer, new CimObjectPath("CIM_X", new[] { new CimProperty("K", CimType.String, "a" + character) }))));

    [Theory]
    [InlineData("", "v", CimType.String, "v")]
    [InlineData("", " v ", CimType.String, " v ")]
    [InlineData("VALUETYPE='string'", "20261125101530.000000+000", CimType.String, "20261125101530.000000+000")]
    [InlineData("VALUETYPE='boolean'", " TRUE ", CimType.Boolean, true)]
    [InlineData("VALUETYPE='numeric'", "7", CimType.UInt64, 7UL)]
    [InlineData("VALUETYPE='numeric'", "-7", CimType.SInt64, -7L)]
    [InlineData("VALUETYPE='numeric' TYPE='uint16'", "7", CimType.UInt16, (ushort)7)]
    [InlineData("VALUETYPE='numeric' TYPE='uint16'", "0x10", CimType.UInt16, (ushort)16)]
    [InlineData("TYPE='char16'", " ", CimType.Char16, ' ')]
    public void A_key_is_what_its_TYPE_or_else_its_VALUETYPE_says(string attributes, string text, CimType type, object value)
    {
        var key = Assert.Single(Read($"<INSTANCENAME CLASSNAME='CIM_X'><KEYBINDING NAME='K'><KEYVALUE {attributes}>{text}</KEYVALUE></KEYBINDING></INSTANCENAME>").Keys);

        Assert.Equal("K", key.Name);
        Assert.Equal(type, key.Type);
        Assert.Equal(value, key.Value);
    }

    [Fact]
    public void The_only_key_of_a_class_may_come_without_its_name()
    {
        var declared = new CimClass { Name = "CIM_X", Properties = new[] { new CimPropertyDeclaration { Name = "K", Type = CimType.UInt16, IsKey = true } } };

        var path = Read("<INSTANCENAME CLASSNAME='CIM_X'><KEYVALUE VALUETYPE='numeric'>7</KEYVALUE></INSTANCENAME>").Typed(_ => declared);

        Assert.Equal((ushort)7, path["K"]);
    }

    [Theory]
    [InlineData("<CLASSNAME NAME='CIM_X'/>", "CIM_X")]
    [InlineData("<INSTANCENAME CLASSNAME='CIM_X'/>", "CIM_X")]
    [InlineData("<LOCALCLASSPATH><LOCALNAMESPACEPATH><NAMESPACE NAME='root'/></LOCALNAMESPACEPATH><CLASSNAME NAME='CIM_X'/></LOCALCLASSPATH>", "root:CIM_X")]
    [InlineData("<OBJECTPATH><CLASSPATH><NAMESPACEPATH><HOST> h </HOST><LOCALNAMESPACEPATH><NAMESPACE NAME='root'/><NAMESPACE NAME='x'/></LOCALNAMESPACEPATH></NAMESPACEPATH><CLASSNAME NAME='CIM_X'/></CLASSPATH></OBJECTPATH>", "//h/root/x:CIM_X")]
    public void Paths_of_classes_and_of_only_instances_are_read_too(string xml, string text) => Assert.Equal(text, Read(xml).ToString());

    [Theory]
    [InlineData("<X/>")]
    [InlineData("<VALUE.REFERENCE/>")]
    [InlineData("<INSTANCENAME/>")]
    [InlineData("<INSTANCENAME CLASSNAME=''/>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><X/></INSTANCENAME>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><KEYBINDING><KEYVALUE/></KEYBINDING></INSTANCENAME>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='K'/></INSTANCENAME>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='K'><KEYVALUE/></KEYBINDING><KEYBINDING NAME='k'><KEYVALUE/></KEYBINDING></INSTANCENAME>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><KEYVALUE/><KEYVALUE/></INSTANCENAME>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='K'><KEYVALUE VALUETYPE='number'>7</KEYVALUE></KEYBINDING></INSTANCENAME>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='K'><KEYVALUE TYPE='int'>7</KEYVALUE></KEYBINDING></INSTANCENAME>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='K'><KEYVALUE TYPE='uint8'>256</KEYVALUE></KEYBINDING></INSTANCENAME>")]
    [InlineData("<INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='K'><KEYVALUE VALUETYPE='boolean'>yes</KEYVALUE></KEYBINDING></INSTANCENAME>")]
    [InlineData("<LOCALINSTANCEPATH><INSTANCENAME CLASSNAME='C'/></LOCALINSTANCEPATH>")]
    [InlineData("<LOCALINSTANCEPATH><NAMESPACEPATH/><INSTANCENAME CLASSNAME='C'/></LOCALINSTANCEPATH>")]
    [InlineData("<INSTANCEPATH><LOCALNAMESPACEPATH><NAMESPACE NAME='root'/></LOCALNAMESPACEPATH><INSTANCENAME CLASSNAME='C'/></INSTANCEPATH>")]
    public void What_is_no_path_is_refused(string xml) => Assert.Throws<FormatException>(() => Read(xml));

    [Fact]
    public void References_in_each_other_without_end_are_refused()
    {
        const string Open = "<VALUE.REFERENCE><INSTANCENAME CLASSNAME='C'><KEYBINDING NAME='K'>", Close = "</KEYBINDING></INSTANCENAME></VALUE.REFERENCE>";

        Assert.Throws<FormatException>(() => Read(string.Concat(Enumerable.Repeat(Open, 20)) + "<KEYVALUE/>" + string.Concat(Enumerable.Repeat(Close, 20))));
    }

    [Fact]
    public void Whatever_elements_it_is_given_a_reader_answers_with_a_path_or_a_FormatException() =>
        Gen.Recursive<XElement>((depth, inner) => Gen.Select(
            Gen.OneOf("VALUE.REFERENCE", "INSTANCENAME", "KEYBINDING", "KEYVALUE", "LOCALINSTANCEPATH", "INSTANCEPATH", "NAMESPACEPATH", "LOCALNAMESPACEPATH", "NAMESPACE", "HOST", "CLASSNAME"),
            Gen.OneOf("NAME", "CLASSNAME", "TYPE", "VALUETYPE").Array[0, 4],
            Gen.OneOf("K", "uint8", "numeric", "7", ""),
            depth < 6 ? inner.Array[0, 3] : Gen.Const(Array.Empty<XElement>()),
            (name, attributes, value, children) => new XElement(
                name, attributes.Distinct(StringComparer.Ordinal).Select(attribute => new XAttribute(attribute, value)), children, children.Length == 0 ? value : null)))
        .Sample(element =>
        {
            try
            {
                ObjectPathXml.Read(element);
            }
            catch (FormatException)
            {
                // What else it may answer with.
            }
        });

    // XML has no form for a host without a namespace.
    private static CimObjectPath WithoutLostHosts(CimObjectPath path) => new(
        path.ClassName,
        path.Keys.Select(key => key.Value is CimObjectPath inner ? key.With(WithoutLostHosts(inner)) : key),
        path.Namespace,
        path.Namespace.Length > 0 ? path.Host : null);

    private static CimObjectPath Read(string xml) => ObjectPathXml.Read(BoundedXml.Parse(xml).Root!);

    private static string Write(Action<XmlWriter> write)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            write(writer);
        }

        return text.ToString();
    }
}
