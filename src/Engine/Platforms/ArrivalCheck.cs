using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms;

/// <summary>
/// Whether what a destination shows is the virtual system that was migrated (clause 7.5), and with what was asked for. Every driver looks
/// at its host and then asks here. Pure.
/// </summary>
[Clause("7.5.1", "7.5.2", "7.5.3")]
internal static class ArrivalCheck
{
    // Platforms deal memory in pieces of up to this, and round up.
    private const ulong Granule = 1UL << 20;

    /// <summary>Throws if it is not so.</summary>
    /// <param name="source">The virtual system as it was at the source.</param>
    /// <param name="change">What was to be different.</param>
    /// <param name="seen">The virtual system that the destination shows.</param>
    /// <param name="definition">Its definition there.</param>
    /// <exception cref="MigrationException">MigrationFailed.</exception>
    public static void Require(VirtualSystem source, DefinitionChange change, VirtualSystem seen, SystemDefinition definition)
    {
        if (!IsSame(source, seen))
        {
            throw Failed(
                source,
                "at the host system named " + seen.HostName + " shares no CIM:GUID with the one that was migrated",
                "Look at both hosts: what is there is another virtual system.");
        }

        var differences = Differences(source, change, definition).ToList();
        if (differences.Count > 0)
        {
            throw Failed(
                source,
                "at the host system named " + seen.HostName + " has " + string.Join(", ", differences),
                "Correct its definition there, or migrate it again with these settings.");
        }
    }

    /// <summary>
    /// Whether two are the same one. Any common pair would do for the profile; platforms here keep the GUID, so that one without it is
    /// another system that only looks alike.
    /// </summary>
    private static bool IsSame(VirtualSystem source, VirtualSystem seen)
    {
        var common = Correlation.Match(source, seen);
        return common.Any(pair => pair.Kind == Correlation.Guid)
            || (common.Count > 0 && Correlation.PairsOf(source).All(pair => pair.Kind != Correlation.Guid));
    }

    /// <summary>What a definition has that was to be otherwise, in words.</summary>
    internal static IEnumerable<string> Differences(VirtualSystem source, DefinitionChange change, SystemDefinition seen)
    {
        var setting = seen.Setting;
        return new[]
            {
                Text("name", change.NameOf(source), setting.ElementName),
                Text("caption", change.Caption, setting.Caption),
                Text("description", change.Description, setting.Description),
                change.Notes is { } notes && !notes.SequenceEqual(setting.Notes ?? Array.Empty<string>(), StringComparer.Ordinal) ? "other notes" : null,
            }
            .Concat(change.Resources.Select(resource => Difference(resource, seen.Resources)))
            .OfType<string>();
    }

    private static string? Text(string what, string? wanted, string? seen) =>
        wanted is null || wanted == (seen ?? "") ? null : $"the {what} '{seen}' and not '{wanted}'";

    private static string? Difference(ResourceChange wanted, IReadOnlyList<ResourceAllocationSettingData> seen) => wanted switch
    {
        MemoryChange memory => Memory(memory.Bytes, Find(seen, ResourceType.Memory)),
        ProcessorChange processors when Find(seen, ResourceType.Processor)?.VirtualQuantity is var count =>
            count == (ulong)processors.Count ? null : $"{count} processors and not {processors.Count}",
        AdapterChange adapter => Adapter(adapter, Find(seen, ResourceType.EthernetAdapter, adapter.Mac)),
        DiskChange disk when Only(Find(seen, ResourceType.LogicalDisk, disk.Target)?.HostResource) is var path =>
            path == disk.Path ? null : $"the disk {disk.Target} at '{path}' and not at '{disk.Path}'",
        _ => null,
    };

    private static string? Memory(ulong wanted, ResourceAllocationSettingData? seen)
    {
        ulong bytes = 0;
        if (seen is { VirtualQuantity: { } number } && ProgrammaticUnit.TryParse(seen.VirtualQuantityUnits, out var unit))
        {
            unit.TryConvert(number, ProgrammaticUnit.Byte, out bytes);
        }

        return bytes >= wanted && bytes - wanted < Granule
            ? null
            : string.Format(CultureInfo.InvariantCulture, "{0} bytes of memory and not {1}", bytes, wanted);
    }

    private static string? Adapter(AdapterChange wanted, ResourceAllocationSettingData? seen)
    {
        string plugged = seen?.ResourceSubType + " " + Only(seen?.Connection);
        return plugged == wanted.Network.ToString() ? null : $"the adapter {wanted.Mac} in '{plugged.Trim()}' and not in '{wanted.Network}'";
    }

    private static string? Only(IReadOnlyList<string>? values) => values is { Count: 1 } ? values[0] : null;

    private static ResourceAllocationSettingData? Find(IReadOnlyList<ResourceAllocationSettingData> resources, ResourceType type, string? address = null) =>
        resources.FirstOrDefault(resource => resource.ResourceType == type
            && (address is null || string.Equals(resource.Address, address, StringComparison.OrdinalIgnoreCase)));

    private static MigrationException Failed(VirtualSystem source, string what, string action) => new(
        MigrationErrorKind.MigrationFailed, StandardMessages.TargetSystemConfiguration.Error(action, source.Name, what));
}
