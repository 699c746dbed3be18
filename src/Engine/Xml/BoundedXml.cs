using System.IO;
using System.Xml;
using System.Xml.Linq;

namespace VsMigration.Xml;

/// <summary>
/// The one door for XML that others wrote: no DTD, no entity, no outside reference, bounded in size and depth.
/// </summary>
public static class BoundedXml
{
    /// <summary>Characters that a document may have: 16 Mi. A libvirt domain is some thousands, its capabilities some hundred thousand.</summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    /// <summary>How deep elements may stand in each other.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a document from text.</summary>
    /// <exception cref="XmlException">It is not well formed, has a DTD, or passes a bound.</exception>
    public static XDocument Parse(string text)
    {
        if (text.Length > MaxCharacters)
        {
            throw new XmlException("The document is longer than " + MaxCharacters + " characters.");
        }

        using var reader = new StringReader(text);
        return Read(reader);
    }

    /// <summary>Reads a document from a file.</summary>
    /// <exception cref="XmlException">It is not well formed, has a DTD, or passes a bound.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static XDocument Load(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    private static XDocument Read(TextReader text)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var reader = XmlReader.Create(text, settings);
        using var bounded = new DepthBoundedReader(reader, MaxDepth);
        return XDocument.Load(bounded, LoadOptions.None);
    }

    /// <summary>Passes an inner reader through and throws as soon as it goes too deep, before anything is built from it.</summary>
    private sealed class DepthBoundedReader : XmlReader
    {
        private readonly XmlReader _inner;
        private readonly int _maxDepth;

        public DepthBoundedReader(XmlReader inner, int maxDepth)
        {
            _inner = inner;
            _maxDepth = maxDepth;
        }

        public override XmlNodeType NodeType => _inner.NodeType;

        public override string LocalName => _inner.LocalName;

        public override string NamespaceURI => _inner.NamespaceURI;

        public override string Prefix => _inner.Prefix;

        public override string Value => _inner.Value;

        public override int Depth => _inner.Depth;

        public override string BaseURI => _inner.BaseURI;

        public override bool IsEmptyElement => _inner.IsEmptyElement;

        public override int AttributeCount => _inner.AttributeCount;

        public override bool EOF => _inner.EOF;

        public override ReadState ReadState => _inner.ReadState;

        public override XmlNameTable NameTable => _inner.NameTable;

        public override bool Read()
        {
            bool more = _inner.Read();
            if (more && _inner.Depth > _maxDepth)
            {
                throw new XmlException("The document is deeper than " + _maxDepth + " elements.");
            }

            return more;
        }

        public override string? GetAttribute(string name) => _inner.GetAttribute(name);

        public override string? GetAttribute(string name, string? namespaceURI) => _inner.GetAttribute(name, namespaceURI);

        public override string GetAttribute(int i) => _inner.GetAttribute(i);

        public override bool MoveToAttribute(string name) => _inner.MoveToAttribute(name);

        public override bool MoveToAttribute(string name, string? ns) => _inner.MoveToAttribute(name, ns);

        public override bool MoveToFirstAttribute() => _inner.MoveToFirstAttribute();

        public override bool MoveToNextAttribute() => _inner.MoveToNextAttribute();

        public override bool MoveToElement() => _inner.MoveToElement();

        public override bool ReadAttributeValue() => _inner.ReadAttributeValue();

        public override string? LookupNamespace(string prefix) => _inner.LookupNamespace(prefix);

        public override void ResolveEntity() => _inner.ResolveEntity();
    }
}
