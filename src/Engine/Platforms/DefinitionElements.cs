using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms;

/// <summary>
/// Shows a definition in DSP1057's elements, the same way for every platform. An InstanceID names the host, the virtual system and the
/// resource, so that it stays the same while the definition changes and is another one at the destination. Pure.
/// </summary>
[Clause("9.2.2")]
internal static class DefinitionElements
{
    /// <summary>What every InstanceID here begins with.</summary>
    public const string Prefix = "VSM:";

    /// <summary>The unit of processors and other things that are counted.</summary>
    public const string Count = "count";

    /// <summary>The definition of a virtual system.</summary>
    /// <param name="system">Its identity and size, and the host that has it.</param>
    /// <param name="texts">What it says to people.</param>
    /// <param name="adapters">Its network adapters.</param>
    /// <param name="disks">Its disks.</param>
    public static SystemDefinition Create(
        VirtualSystem system, SystemTexts texts, IEnumerable<AdapterFacts> adapters, IEnumerable<DiskFacts> disks)
    {
        string id = Prefix + system.HostName + "/" + system.Id;
        return new SystemDefinition
        {
            Setting = new VirtualSystemSettingData
            {
                InstanceID = id,
                ElementName = system.Name,
                VirtualSystemIdentifier = system.Id,
                VirtualSystemType = NullIfEmpty(texts.VirtualSystemType),
                Caption = NullIfEmpty(texts.Caption),
                Description = NullIfEmpty(texts.Description),
                Notes = texts.Notes.Count == 0 ? null : texts.Notes,
            },
            Resources = new[] { Memory(id, system.Memory), Processors(id, system.ProcessorCount) }
                .Concat(adapters.Select(adapter => Adapter(id, adapter)))
                .Concat(disks.Select(disk => Disk(id, disk)))
                .ToList(),
        };
    }

    // The host reserves no more and no less than the definition says; Limit stays NULL, so that a copy of which AllocationUnits and
    // Reservation are changed, as in clause 9.2.2, does not multiply it too.
    private static ResourceAllocationSettingData Memory(string id, ulong bytes)
    {
        var (quantity, unit) = LargestUnit(bytes);
        return new ResourceAllocationSettingData
        {
            InstanceID = id + "/memory",
            ElementName = "memory",
            ResourceType = ResourceType.Memory,
            AllocationUnits = unit,
            VirtualQuantity = quantity,
            VirtualQuantityUnits = unit,
            Reservation = quantity,
        };
    }

    private static ResourceAllocationSettingData Processors(string id, int count) => new()
    {
        InstanceID = id + "/processor",
        ElementName = "processors",
        ResourceType = ResourceType.Processor,
        AllocationUnits = Count,
        VirtualQuantity = (ulong)count,
        VirtualQuantityUnits = Count,
    };

    private static ResourceAllocationSettingData Adapter(string id, AdapterFacts adapter) => new()
    {
        InstanceID = id + "/nic/" + adapter.Mac,
        ElementName = adapter.Mac,
        ResourceType = ResourceType.EthernetAdapter,
        ResourceSubType = adapter.Network?.Kind,
        VirtualQuantity = 1,
        VirtualQuantityUnits = Count,
        Address = adapter.Mac,
        Connection = adapter.Network is { } network ? new[] { network.Name } : null,
    };

    private static ResourceAllocationSettingData Disk(string id, DiskFacts disk) => new()
    {
        InstanceID = id + "/disk/" + disk.Target,
        ElementName = disk.Target,
        ResourceType = ResourceType.LogicalDisk,
        ResourceSubType = NullIfEmpty(disk.Format),
        AllocationUnits = "byte",
        VirtualQuantity = disk.Capacity == 0 ? null : disk.Capacity,
        VirtualQuantityUnits = "byte",
        Address = disk.Target,
        HostResource = disk.Path.Length > 0 ? new[] { disk.Path } : null,
    };

    // The number stays a whole one, whatever the amount.
    private static (ulong Quantity, string Unit) LargestUnit(ulong bytes)
    {
        foreach (int power in new[] { 20, 10 })
        {
            if (bytes % (1UL << power) == 0)
            {
                return (bytes >> power, "byte*2^" + power.ToString(CultureInfo.InvariantCulture));
            }
        }

        return (bytes, "byte");
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
