using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using VsMigration.Cim;

namespace VsMigration.Wire.CimXml;

/// <summary>Object paths in CIM-XML (DSP0201 5.2.4): INSTANCENAME, LOCALINSTANCEPATH, INSTANCEPATH, and references with them inside.</summary>
public static class ObjectPathXml
{
    private const int MaxDepth = 8;
    private static readonly char[] s_lineEnds = { '\r', '\n' };

    /// <summary>Writes class and keys: INSTANCENAME.</summary>
    /// <exception cref="FormatException">A key has a character that XML cannot have.</exception>
    public static void WriteInstanceName(XmlWriter writer, CimObjectPath path)
    {
        writer.WriteStartElement("INSTANCENAME");
        writer.WriteAttributeString("CLASSNAME", path.ClassName);
        foreach (var key in path.Keys)
        {
            writer.WriteStartElement("KEYBINDING");
            writer.WriteAttributeString("NAME", key.Name);
            if (key.Value is CimObjectPath reference)
            {
                WriteReference(writer, reference);
            }
            else
            {
                WriteKeyValue(writer, key);
            }

            writer.WriteFullEndElement();
        }

        // Never <INSTANCENAME/>: there are clients that refuse empty-element tags.
        writer.WriteFullEndElement();
    }

    /// <summary>Writes namespace, class and keys: LOCALINSTANCEPATH.</summary>
    /// <exception cref="FormatException">The path has no namespace, or a key has a character that XML cannot have.</exception>
    public static void WriteLocalInstancePath(XmlWriter writer, CimObjectPath path)
    {
        writer.WriteStartElement("LOCALINSTANCEPATH");
        WriteNamespace(writer, path);
        WriteInstanceName(writer, path);
        writer.WriteFullEndElement();
    }

    /// <summary>Writes host, namespace, class and keys: INSTANCEPATH.</summary>
    /// <exception cref="FormatException">The path has no host or no namespace, or a key has a character that XML cannot have.</exception>
    public static void WriteInstancePath(XmlWriter writer, CimObjectPath path)
    {
        writer.WriteStartElement("INSTANCEPATH");
        writer.WriteStartElement("NAMESPACEPATH");
        writer.WriteStartElement("HOST");
        writer.WriteString(path.Host ?? throw new FormatException(path + " has no host."));
        writer.WriteFullEndElement();
        WriteNamespace(writer, path);
        writer.WriteFullEndElement();
        WriteInstanceName(writer, path);
        writer.WriteFullEndElement();
    }

    /// <summary>Writes a reference with all that its path has: VALUE.REFERENCE.</summary>
    /// <exception cref="FormatException">A key has a character that XML cannot have.</exception>
    public static void WriteReference(XmlWriter writer, CimObjectPath path)
    {
        writer.WriteStartElement("VALUE.REFERENCE");
        if (path.Namespace.Length == 0)
        {
            WriteInstanceName(writer, path);
        }
        else if (path.Host is null)
        {
            WriteLocalInstancePath(writer, path);
        }
        else
        {
            WriteInstancePath(writer, path);
        }

        writer.WriteFullEndElement();
    }

    /// <summary>
    /// Reads any of the elements that are a path, or that hold one: VALUE.REFERENCE, OBJECTPATH, and the paths of classes too. Keys whose TYPE
    /// the peer left out, as it may until DSP0203 2.4, are read by their VALUETYPE; <see cref="CimObjectPath.Typed"/> knows better.
    /// </summary>
    /// <exception cref="FormatException">The element is no path, or a key is no value of its type.</exception>
    public static CimObjectPath Read(XElement element) => Read(element, depth: 0);

    private static CimObjectPath Read(XElement element, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException($"More than {MaxDepth} references stand in each other.");
        }

        switch (element.Name.LocalName)
        {
            case "VALUE.REFERENCE":
            case "OBJECTPATH":
                return Read(Children(element, 1)[0], depth);
            case "INSTANCENAME":
                return new CimObjectPath(Attribute(element, "CLASSNAME"), Keys(element, depth));
            case "CLASSNAME":
                return new CimObjectPath(Attribute(element, "NAME"), Array.Empty<CimProperty>());
            case "LOCALINSTANCEPATH":
            case "LOCALCLASSPATH":
                var local = Children(element, 2);
                return Read(local[1], depth).In(Namespace(local[0]));
            case "INSTANCEPATH":
            case "CLASSPATH":
                var full = Children(element, 2);
                var space = Children(full[0], 2);
                return Read(full[1], depth).In(Namespace(space[1]), space[0].Value.Trim());
            default:
                throw new FormatException(element.Name.LocalName + " is no object path.");
        }
    }

    private static List<CimProperty> Keys(XElement element, int depth)
    {
        var keys = new List<CimProperty>();
        foreach (var child in element.Elements())
        {
            // A class with one key may leave out its name; then nothing else may be there.
            bool named = child.Name.LocalName == "KEYBINDING";
            string name = named ? Attribute(child, "NAME") : "";
            if (keys.Exists(key => string.Equals(key.Name, name, StringComparison.OrdinalIgnoreCase) || key.Name.Length == 0 || name.Length == 0))
            {
                throw new FormatException($"The key '{name}' of {Attribute(element, "CLASSNAME")} is one too many.");
            }

            keys.Add(Key(name, named ? Children(child, 1)[0] : child, depth));
        }

        return keys;
    }

    private static CimProperty Key(string name, XElement value, int depth)
    {
        if (value.Name.LocalName == "VALUE.REFERENCE")
        {
            return new CimProperty(name, CimType.Reference, Read(value, depth + 1));
        }

        if (value.Name.LocalName != "KEYVALUE")
        {
            throw new FormatException(value.Name.LocalName + " is no value of a key.");
        }

        string? typeName = value.Attribute("TYPE")?.Value;
        CimType? type = typeName is null ? null : CimTypeNames.TryParse(typeName) ?? throw new FormatException(typeName + " is no type.");
        object parsed = (type, value.Attribute("VALUETYPE")?.Value ?? "string") switch
        {
            ({ } known, _) => CimValueText.Parse(known, Trimmed(known, value.Value)),
            (_, "string") => value.Value,
            (_, "boolean") => CimValueText.Parse(CimType.Boolean, value.Value.Trim()),
            (_, "numeric") => CimValueText.ParseNumber(value.Value.Trim()),
            (_, var other) => throw new FormatException(other + " is no VALUETYPE."),
        };
        return new CimProperty(name, type ?? CimValue.TypeOf(parsed.GetType()), parsed);
    }

    // White space is part of a text and of nothing else.
    private static string Trimmed(CimType type, string text) => type is CimType.String or CimType.Char16 ? text : text.Trim();

    private static string Namespace(XElement element)
    {
        if (element.Name.LocalName != "LOCALNAMESPACEPATH")
        {
            throw new FormatException(element.Name.LocalName + " is no namespace path.");
        }

        return string.Join("/", element.Elements().Select(part => Attribute(part, "NAME")));
    }

    private static List<XElement> Children(XElement element, int count)
    {
        var children = element.Elements().ToList();
        return children.Count == count
            ? children
            : throw new FormatException($"{element.Name.LocalName} has {children.Count} elements and not {count}.");
    }

    private static string Attribute(XElement element, string name) => element.Attribute(name) is { Value.Length: > 0 } attribute
        ? attribute.Value
        : throw new FormatException($"{element.Name.LocalName} has no {name}.");

    private static void WriteNamespace(XmlWriter writer, CimObjectPath path)
    {
        if (path.Namespace.Length == 0)
        {
            throw new FormatException(path + " has no namespace.");
        }

        writer.WriteStartElement("LOCALNAMESPACEPATH");
        foreach (string part in path.Namespace.Split('/'))
        {
            writer.WriteStartElement("NAMESPACE");
            writer.WriteAttributeString("NAME", part);
            writer.WriteFullEndElement();
        }

        writer.WriteFullEndElement();
    }

    private static void WriteKeyValue(XmlWriter writer, CimProperty key)
    {
        writer.WriteStartElement("KEYVALUE");
        writer.WriteAttributeString("VALUETYPE", key.Type switch
        {
            CimType.Boolean => "boolean",
            CimType.String or CimType.DateTime or CimType.Char16 => "string",
            _ => "numeric",
        });
        writer.WriteAttributeString("TYPE", CimTypeNames.Of(key.Type));
        WriteText(writer, key.Value is null ? throw new FormatException($"The key {key.Name} is NULL.") : CimValue.ToText(key.Value));
        writer.WriteFullEndElement();
    }

    private static void WriteText(XmlWriter writer, string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException e)
        {
            throw new FormatException($"'{text}' has a character that XML cannot have.", e);
        }

        // Line ends as entities: a parser makes them all alike, and some writers do.
        int start = 0;
        for (int end = text.IndexOfAny(s_lineEnds); end >= 0; end = text.IndexOfAny(s_lineEnds, start))
        {
            writer.WriteString(text.Substring(start, end - start));
            writer.WriteCharEntity(text[end]);
            start = end + 1;
        }

        writer.WriteString(text.Substring(start));
    }
}
