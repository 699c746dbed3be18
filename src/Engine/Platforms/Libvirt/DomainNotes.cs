using System.Xml.Linq;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Where a domain's XML keeps the notes of its administrators: libvirt has no word for them, and carries metadata along as it is.</summary>
internal static class DomainNotes
{
    private static readonly XNamespace s_namespace = "urn:vsmigration:notes:1.0";

    /// <summary>The element within <c>metadata</c>.</summary>
    internal static readonly XName Root = s_namespace + "notes";

    /// <summary>One note within it.</summary>
    internal static readonly XName Note = s_namespace + "note";
}
