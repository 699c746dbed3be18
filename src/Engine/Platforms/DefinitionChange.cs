using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms;

/// <summary>
/// What is to be different in the definition once it is at the destination: NewSystemSettingData and NewResourceSettingData, resolved
/// against the source's definition. Null means as before.
/// </summary>
public sealed record DefinitionChange
{
    /// <summary>Nothing is different.</summary>
    public static DefinitionChange None { get; } = new();

    /// <summary>The new name.</summary>
    public string? Name { get; init; }

    /// <summary>The new line of description; empty = none any more.</summary>
    public string? Caption { get; init; }

    /// <summary>The new description; empty = none any more.</summary>
    public string? Description { get; init; }

    /// <summary>The new notes, in place of all that were there.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>Virtual resources that change or come new, each of them once.</summary>
    public IReadOnlyList<ResourceChange> Resources { get; init; } = Array.Empty<ResourceChange>();

    /// <summary>Whether there is anything to do.</summary>
    public bool IsEmpty => Name is null && Caption is null && Description is null && Notes is null && Resources.Count == 0;

    /// <summary>The new amount of memory, bytes.</summary>
    public ulong? Memory => Resources.OfType<MemoryChange>().FirstOrDefault()?.Bytes;

    /// <summary>The new number of virtual processors.</summary>
    public int? ProcessorCount => Resources.OfType<ProcessorChange>().FirstOrDefault()?.Count;

    /// <summary>Disks that come new.</summary>
    public IEnumerable<DiskChange> NewDisks => Resources.OfType<DiskChange>().Where(disk => disk.IsNew);

    /// <summary>Adapters that come new.</summary>
    public IEnumerable<AdapterChange> NewAdapters => Resources.OfType<AdapterChange>().Where(adapter => adapter.IsNew);

    /// <summary>What a virtual system is called at the destination.</summary>
    public string NameOf(VirtualSystem system) => Name ?? system.Name;

    /// <summary>Where a disk of the source lies at the destination.</summary>
    public string PathOf(DiskFacts disk) => PathOf(disk.Target) ?? disk.Path;

    /// <summary>Where a disk of the source lies at the destination; null = where it lies at the source.</summary>
    /// <param name="target">The name that the guest sees it by.</param>
    public string? PathOf(string target) => Resources.OfType<DiskChange>().FirstOrDefault(disk => !disk.IsNew && disk.Target == target)?.Path;

    /// <summary>What an adapter of the source is plugged into at the destination; null = into the same as at the source.</summary>
    /// <param name="mac">Its MAC address.</param>
    public NetworkFacts? NetworkOf(string mac) => Resources.OfType<AdapterChange>()
        .FirstOrDefault(adapter => !adapter.IsNew && string.Equals(adapter.Mac, mac, StringComparison.OrdinalIgnoreCase))?.Network;

    /// <summary>The same without what is to become of resources that a definition does not have.</summary>
    /// <param name="definition">A definition that may lack what only the running instance has.</param>
    public DefinitionChange Within(SystemDefinition definition) => this with
    {
        Resources = Resources.Where(change => change switch
        {
            AdapterChange { IsNew: false } adapter => Has(definition, ResourceType.EthernetAdapter, adapter.Mac),
            DiskChange { IsNew: false } disk => Has(definition, ResourceType.LogicalDisk, disk.Target),
            _ => true,
        }).ToList(),
    };

    /// <summary>All that the virtual system is plugged into at the destination, each once.</summary>
    /// <param name="adapters">Its adapters at the source.</param>
    public IReadOnlyList<NetworkFacts> NetworksOf(IEnumerable<AdapterFacts> adapters) => adapters
        .Select(adapter => NetworkOf(adapter.Mac) ?? adapter.Network)
        .OfType<NetworkFacts>()
        .Concat(NewAdapters.Select(adapter => adapter.Network))
        .Distinct()
        .ToList();

    private static bool Has(SystemDefinition definition, ResourceType type, string address) => definition.Resources.Any(
        resource => resource.ResourceType == type && string.Equals(resource.Address, address, StringComparison.OrdinalIgnoreCase));
}
