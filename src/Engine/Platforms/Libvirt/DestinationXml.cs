using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using VsMigration.Xml;

namespace VsMigration.Platforms.Libvirt;

/// <summary>
/// Puts what is to be different into a domain's XML, and leaves everything else as it stands there, known to this module or not. Pure.
/// </summary>
internal static class DestinationXml
{
    // What names a disk's file differs by type; a file or device at the destination is named by one of two.
    private static readonly string[] s_sourceNames = ["file", "dev", "dir", "pool", "volume", "startupPolicy", "index"];

    // What a processor topology has below sockets.
    private static readonly string[] s_levels = ["dies", "clusters", "cores", "threads"];

    /// <summary>The definition at the destination.</summary>
    /// <param name="xml">The definition at the source.</param>
    /// <param name="change">What is to be different.</param>
    /// <param name="newDisks">What the destination has at the paths of the disks that come new.</param>
    internal static string Define(string xml, DefinitionChange change, IReadOnlyList<DiskPlacement> newDisks) => Edit(xml, change, newDisks, rename: true);

    /// <summary>The definition that an instance arrives with. It has the old name: libvirt takes the new one beside it.</summary>
    /// <param name="xml">The definition at the source.</param>
    /// <param name="change">What is to be different.</param>
    internal static string Arrive(string xml, DefinitionChange change) => Edit(xml, change, [], rename: false);

    /// <summary>What stands in the way of a change in this definition, with the change; in words that go on after "a virtual system that".</summary>
    internal static IEnumerable<(ResourceChange Change, string Obstacle)> Obstacles(string xml, DefinitionChange change)
    {
        var domain = BoundedXml.Parse(xml).Root!;
        bool hasNodes = domain.Element("cpu")?.Element("numa") is not null;
        foreach (var resource in change.Resources)
        {
            string? obstacle = resource switch
            {
                MemoryChange or ProcessorChange when hasNodes => "deals its memory and processors out to NUMA nodes",
                ProcessorChange processors when !Fits(domain.Element("cpu")?.Element("topology"), processors.Count) =>
                    "has a processor topology of which that number is no multiple",
                ProcessorChange when domain.Elements("cputune").Elements().Any(tune => tune.Attribute("vcpus") is not null) =>
                    "tunes groups of its processors (cputune)",
                _ => null,
            };
            if (obstacle is not null)
            {
                yield return (resource, obstacle);
            }
        }
    }

    private static string Edit(string xml, DefinitionChange change, IReadOnlyList<DiskPlacement> newDisks, bool rename)
    {
        var domain = BoundedXml.Parse(xml).Root!;
        if (rename && change.Name is { } name)
        {
            domain.SetElementValue("name", name);
        }

        SetText(domain, "title", change.Caption);
        SetText(domain, "description", change.Description);
        SetNotes(domain, change.Notes);
        foreach (var resource in change.Resources)
        {
            switch (resource)
            {
                case MemoryChange memory:
                    SetMemory(domain, memory.Bytes);
                    break;
                case ProcessorChange processors:
                    SetProcessors(domain, processors.Count);
                    break;
                case AdapterChange adapter:
                    SetAdapter(Devices(domain), adapter);
                    break;
                case DiskChange { IsNew: true } disk:
                    AddDisk(Devices(domain), disk, newDisks.FirstOrDefault(place => place.Path == disk.Path)?.Format ?? "");
                    break;
                case DiskChange disk:
                    MoveDisk(Devices(domain), disk);
                    break;
            }
        }

        return domain.ToString(SaveOptions.DisableFormatting);
    }

    private static void SetText(XElement domain, string name, string? text)
    {
        if (text is not null)
        {
            domain.SetElementValue(name, text.Length == 0 ? null : text);
        }
    }

    private static void SetNotes(XElement domain, IReadOnlyList<string>? notes)
    {
        if (notes is null)
        {
            return;
        }

        domain.Elements("metadata").Elements(DomainNotes.Root).Remove();
        if (notes.Count > 0)
        {
            Child(domain, "metadata").Add(new XElement(DomainNotes.Root, notes.Select(note => new XElement(DomainNotes.Note, note))));
        }
    }

    // currentMemory is what a balloon has left of it; without one the guest gets all.
    private static void SetMemory(XElement domain, ulong bytes)
    {
        var memory = Child(domain, "memory");
        memory.SetAttributeValue("unit", "b");
        memory.Value = bytes.ToString(CultureInfo.InvariantCulture);
        domain.Element("currentMemory")?.Remove();
    }

    private static void SetProcessors(XElement domain, int count)
    {
        var processors = Child(domain, "vcpu");
        processors.SetAttributeValue("current", null);
        processors.Value = count.ToString(CultureInfo.InvariantCulture);
        domain.Element("vcpus")?.Remove();
        domain.Elements("cputune").Elements("vcpupin").Where(pin => (int?)pin.Attribute("vcpu") >= count).Remove();
        if (domain.Element("cpu")?.Element("topology") is { } topology)
        {
            topology.SetAttributeValue("sockets", count / PerSocket(topology));
        }
    }

    private static bool Fits(XElement? topology, int count) => topology is null || (PerSocket(topology) is > 0 and var perSocket && count % perSocket == 0);

    private static int PerSocket(XElement topology) => s_levels.Aggregate(1, (product, name) => product * ((int?)topology.Attribute(name) ?? 1));

    private static void SetAdapter(XElement devices, AdapterChange change)
    {
        var adapter = devices.Elements("interface").FirstOrDefault(
            nic => string.Equals(DomainDefinition.Attribute(nic.Element("mac"), "address"), change.Mac, StringComparison.OrdinalIgnoreCase));
        if (adapter is null)
        {
            if (!change.IsNew)
            {
                return; // what was plugged in for the running instance only is not in its lasting definition
            }

            adapter = new XElement("interface", new XElement("mac", new XAttribute("address", change.Mac)), new XElement("model", new XAttribute("type", "virtio")));
            devices.Add(adapter);
        }

        // What the old network gave it, such as its port there, means nothing in the new one.
        adapter.SetAttributeValue("type", change.Network.Kind);
        adapter.Elements().Where(element => element.Name == "source" || element.Name == "virtualport").Remove();
        var name = change.Network.Name;
        adapter.Add(change.Network.Kind == "direct"
            ? new XElement("source", new XAttribute("dev", name), new XAttribute("mode", "bridge"))
            : new XElement("source", new XAttribute(change.Network.Kind, name)));
    }

    private static void MoveDisk(XElement devices, DiskChange change)
    {
        if (devices.Elements("disk").FirstOrDefault(disk => DomainDefinition.Attribute(disk.Element("target"), "dev") == change.Target) is not { } disk)
        {
            return;
        }

        string type = SourceType(change.Path);
        var source = Child(disk, "source");
        source.Attributes().Where(attribute => s_sourceNames.Contains(attribute.Name.LocalName, StringComparer.Ordinal)).Remove();
        disk.SetAttributeValue("type", type);
        source.SetAttributeValue(type == "block" ? "dev" : "file", change.Path);

        // The chain of images is found anew in the file; an empty element says that there is none, and stays.
        disk.Elements("backingStore").Where(store => store.HasAttributes).Remove();
    }

    private static void AddDisk(XElement devices, DiskChange change, string seenFormat)
    {
        string type = SourceType(change.Path);
        string format = new[] { change.Format, seenFormat, "raw" }.First(text => text.Length > 0);
        devices.Add(new XElement("disk",
            new XAttribute("type", type),
            new XAttribute("device", "disk"),
            new XElement("driver", new XAttribute("name", "qemu"), new XAttribute("type", format)),
            new XElement("source", new XAttribute(type == "block" ? "dev" : "file", change.Path)),
            new XElement("target", new XAttribute("dev", change.Target), new XAttribute("bus", BusOf(change.Target)))));
    }

    private static string SourceType(string path) => path.StartsWith("/dev/", StringComparison.Ordinal) ? "block" : "file";

    private static string BusOf(string target) => target switch
    {
        ['s', 'd', ..] => "scsi",
        ['h', 'd', ..] => "ide",
        ['x', 'v', 'd', ..] => "xen",
        _ => "virtio",
    };

    private static XElement Devices(XElement domain) => Child(domain, "devices");

    private static XElement Child(XElement parent, string name)
    {
        if (parent.Element(name) is { } found)
        {
            return found;
        }

        var made = new XElement(name);
        parent.Add(made);
        return made;
    }
}
