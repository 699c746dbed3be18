using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using VsMigration.Xml;

namespace VsMigration.Tests.Help;

/// <summary>The doc comments of an assembly, as the compiler left them beside it.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;

    public XmlDocumentation(Assembly assembly) => _members = BoundedXml.Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    public string Summary(Type type) => Text(Member("T:" + type.FullName)?.Element("summary"));

    public string Remarks(Type type) => Text(Member("T:" + type.FullName)?.Element("remarks"));

    public IEnumerable<(string Code, string Text)> Examples(Type type) =>
        from example in Member("T:" + type.FullName)?.Elements("example") ?? Enumerable.Empty<XElement>()
        let code = example.Element("code")
        select (code.Value.Trim(), Collapse(string.Concat(example.Nodes().Where(node => node != code))));

    /// <summary>The summary of a property; one that only overrides has its base's.</summary>
    public string Summary(PropertyInfo property)
    {
        for (var type = property.DeclaringType; type is not null; type = type.BaseType)
        {
            string text = Text(Member("P:" + type.FullName + "." + property.Name)?.Element("summary"));
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    private XElement? Member(string name) => _members.GetValueOrDefault(name);

    private static string Text(XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        var copy = new XElement(element);
        foreach (var reference in copy.Descendants("see").ToList())
        {
            string target = (string?)reference.Attribute("cref") ?? "";
            reference.ReplaceWith(new XText("-" + target[(target.LastIndexOf('.') + 1)..]));
        }

        return Collapse(copy.Value);
    }

    private static string Collapse(string text) => Regex.Replace(text, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();
}
