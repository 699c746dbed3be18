using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using VsMigration.Xml;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What the driver reads from a domain's XML (libvirt's formatdomain). Pure.</summary>
internal sealed record DomainDefinition
{
    internal string Name { get; init; } = "";

    internal string Uuid { get; init; } = "";

    /// <summary>The most memory that it may have, bytes.</summary>
    internal ulong Memory { get; init; }

    internal int ProcessorCount { get; init; }

    /// <summary><c>kvm</c> or <c>qemu</c>.</summary>
    internal string VirtualizationType { get; init; } = "";

    internal string Architecture { get; init; } = "";

    internal string MachineType { get; init; } = "";

    internal string Emulator { get; init; } = "";

    /// <summary>The processor's element, to be compared with a host's; null where it says nothing that could be compared.</summary>
    internal string? ProcessorXml { get; init; }

    internal bool HasFirmwareStore { get; init; }

    internal bool HasEmulatedTpm { get; init; }

    internal IReadOnlyList<DomainDisk> Disks { get; init; } = [];

    internal IReadOnlyList<AdapterFacts> Adapters { get; init; } = [];

    internal SystemTexts Texts { get; init; } = new();

    /// <summary>The asset tag of its chassis (SMBIOS), which the guest sees too; empty where it has none.</summary>
    internal string AssetTag { get; init; } = "";

    internal IReadOnlyList<string> HostDevices { get; init; } = [];

    /// <summary>Reads the XML of one domain.</summary>
    /// <exception cref="System.Xml.XmlException">It is no XML, or too much of it.</exception>
    internal static DomainDefinition Parse(string xml)
    {
        var domain = BoundedXml.Parse(xml).Root!;
        var os = domain.Element("os");
        var type = os?.Element("type");
        var devices = domain.Element("devices");
        return new DomainDefinition
        {
            Name = Text(domain.Element("name")),
            Uuid = Text(domain.Element("uuid")),
            Memory = Bytes(domain.Element("memory")),
            ProcessorCount = int.TryParse(Text(domain.Element("vcpu")), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0,
            VirtualizationType = Attribute(domain, "type"),
            Architecture = Attribute(type, "arch"),
            MachineType = Attribute(type, "machine"),
            Emulator = Text(devices?.Element("emulator")),
            ProcessorXml = Processor(domain.Element("cpu")),
            HasFirmwareStore = os is not null && (os.Element("nvram") is not null || Attribute(os, "firmware") == "efi"),
            HasEmulatedTpm = devices?.Elements("tpm").Elements("backend").Any(backend => Attribute(backend, "type") == "emulator") ?? false,
            Disks = devices?.Elements("disk").Select(DomainDisk.Parse).ToList() ?? [],
            Adapters = devices?.Elements("interface").Select(Adapter).Where(adapter => adapter.Mac.Length > 0).ToList() ?? [],
            Texts = TextsOf(domain),
            AssetTag = domain.Elements("sysinfo").Elements("chassis").Elements("entry")
                .FirstOrDefault(entry => Attribute(entry, "name") == "asset")?.Value.Trim() ?? "",
            HostDevices = HostDevicesOf(devices).ToList(),
        };
    }

    internal static string Attribute(XElement? element, string name) => (string?)element?.Attribute(name) ?? "";

    private static string Text(XElement? element) => element?.Value.Trim() ?? "";

    // A memory amount has a unit, KiB where it says none (formatdomain, "Memory Allocation").
    private static ulong Bytes(XElement? element)
    {
        if (!ulong.TryParse(Text(element), NumberStyles.None, CultureInfo.InvariantCulture, out ulong amount))
        {
            return 0;
        }

        return amount * Attribute(element, "unit") switch
        {
            "b" or "bytes" => 1UL,
            "KB" => 1000UL,
            "MB" => 1_000_000UL,
            "GB" => 1_000_000_000UL,
            "TB" => 1_000_000_000_000UL,
            "M" or "MiB" => 1UL << 20,
            "G" or "GiB" => 1UL << 30,
            "T" or "TiB" => 1UL << 40,
            _ => 1UL << 10,
        };
    }

    // Pass-through and host-model say "whatever the host has"; only a named model can be compared.
    private static string? Processor(XElement? cpu) =>
        cpu?.Element("model") is not null && Attribute(cpu, "mode") is "" or "custom" ? cpu!.ToString(SaveOptions.DisableFormatting) : null;

    private static SystemTexts TextsOf(XElement domain) => new()
    {
        VirtualSystemType = Attribute(domain, "type") is var type && type == "kvm" ? "DMTF:KVM" : "libvirt:" + type,
        Caption = Text(domain.Element("title")),
        Description = domain.Element("description")?.Value ?? "",
        Notes = domain.Elements("metadata").Elements(DomainNotes.Root).Elements(DomainNotes.Note).Select(note => note.Value).ToList(),
    };

    private static AdapterFacts Adapter(XElement nic) => new() { Mac = Attribute(nic.Element("mac"), "address"), Network = Network(nic) };

    private static NetworkFacts? Network(XElement nic)
    {
        var source = nic.Element("source");
        return Attribute(nic, "type") switch
        {
            "network" => new NetworkFacts { Kind = "network", Name = Attribute(source, "network") },
            "bridge" => new NetworkFacts { Kind = "bridge", Name = Attribute(source, "bridge") },
            "direct" => new NetworkFacts { Kind = "direct", Name = Attribute(source, "dev") },
            _ => null,
        };
    }

    private static IEnumerable<string> HostDevicesOf(XElement? devices)
    {
        if (devices is null)
        {
            yield break;
        }

        foreach (var device in devices.Elements("hostdev"))
        {
            yield return (Attribute(device, "type") + " " + Address(device.Element("source"))).Trim();
        }

        foreach (var nic in devices.Elements("interface").Where(nic => Attribute(nic, "type") == "hostdev"))
        {
            yield return ("network interface " + Address(nic.Element("source"))).Trim();
        }

        foreach (var disk in devices.Elements("disk").Where(disk => Attribute(disk, "type") == "nvme"))
        {
            yield return "nvme disk " + Attribute(disk.Element("target"), "dev");
        }
    }

    private static string Address(XElement? source)
    {
        var address = source?.Element("address");
        if (address?.Attribute("slot") is not null)
        {
            return $"{Hex(address, "domain", 4)}:{Hex(address, "bus", 2)}:{Hex(address, "slot", 2)}.{Hex(address, "function", 1)}";
        }

        if (Attribute(source?.Element("vendor"), "id") is { Length: > 0 } vendor)
        {
            return vendor + ":" + Attribute(source?.Element("product"), "id");
        }

        return string.Join(' ', address?.Attributes().Select(attribute => attribute.Name + "=" + attribute.Value) ?? []);
    }

    private static string Hex(XElement address, string name, int width)
    {
        string text = Attribute(address, name);
        return (text.StartsWith("0x", StringComparison.Ordinal) ? text[2..] : text).PadLeft(width, '0');
    }
}
