using System.Linq;
using System.Xml.Linq;

namespace VsMigration.Platforms.Libvirt;

/// <summary>A disk as a domain's XML describes it. Pure.</summary>
internal sealed record DomainDisk
{
    // The attribute that names the path is another for each type of disk.
    private static readonly string[] s_paths = ["file", "dev", "dir"];

    /// <summary><c>file</c>, <c>block</c>, <c>volume</c>, <c>network</c>…</summary>
    internal string Type { get; init; } = "";

    /// <summary>The name that the guest sees it by.</summary>
    internal string Target { get; init; } = "";

    /// <summary>File or block device; empty where there is none, or where a pool knows it.</summary>
    internal string Path { get; init; } = "";

    /// <summary>Of a disk of type <c>volume</c>: its pool.</summary>
    internal string Pool { get; init; } = "";

    /// <summary>Of a disk of type <c>volume</c>: its name there.</summary>
    internal string Volume { get; init; } = "";

    internal string Format { get; init; } = "";

    internal bool IsWritable { get; init; }

    /// <summary>Whether the definition itself says that it is no file of the host's alone.</summary>
    internal bool IsShared { get; init; }

    internal bool HasBackingImage { get; init; }

    internal static DomainDisk Parse(XElement disk)
    {
        var source = disk.Element("source");
        string type = DomainDefinition.Attribute(disk, "type");
        string device = DomainDefinition.Attribute(disk, "device");
        return new DomainDisk
        {
            Type = type,
            Target = DomainDefinition.Attribute(disk.Element("target"), "dev"),
            Path = s_paths.Select(name => DomainDefinition.Attribute(source, name)).FirstOrDefault(path => path.Length > 0) ?? "",
            Pool = DomainDefinition.Attribute(source, "pool"),
            Volume = DomainDefinition.Attribute(source, "volume"),
            Format = DomainDefinition.Attribute(disk.Element("driver"), "type"),
            IsWritable = disk.Element("readonly") is null && device is not "cdrom",
            IsShared = type is "network" or "vhostuser" or "vhostvdpa" || disk.Element("shareable") is not null,
            HasBackingImage = disk.Element("backingStore")?.Attribute("type") is not null,
        };
    }
}
