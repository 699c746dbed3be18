using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>
/// Finds the resources that settings mean, so that one setting can be given for many virtual systems. Which one is meant is said by its
/// InstanceID or by the address that the guest sees; memory and processors, of which a virtual system has one setting each, by their
/// kind. What names none is to be added. Pure.
/// </summary>
internal static class ResourceChoice
{
    /// <summary>The settings with the InstanceIDs of the resources that they mean.</summary>
    /// <param name="asked">The settings as they were given.</param>
    /// <param name="systemName">Whose resources they are.</param>
    /// <param name="resources">The resources that the virtual system has.</param>
    /// <exception cref="MigrationException">ParameterInvalid: a setting names a resource that the virtual system does not have.</exception>
    public static IReadOnlyList<ResourceAllocationSettingData> Resolve(
        IEnumerable<ResourceAllocationSettingData> asked, string systemName, IReadOnlyList<ResourceAllocationSettingData> resources) =>
        asked.Select(setting => Find(setting, systemName, resources) is { } found ? setting with { InstanceID = found.InstanceID } : setting).ToList();

    private static ResourceAllocationSettingData? Find(
        ResourceAllocationSettingData setting, string systemName, IReadOnlyList<ResourceAllocationSettingData> resources)
    {
        var ofKind = resources.Where(resource => setting.ResourceType is null || resource.ResourceType == setting.ResourceType).ToList();
        if (setting.InstanceID is { Length: > 0 } name)
        {
            return ofKind.Find(resource => string.Equals(resource.InstanceID, name, StringComparison.Ordinal))
                ?? ofKind.Find(resource => string.Equals(resource.Address, name, StringComparison.OrdinalIgnoreCase))
                ?? throw NotFound(name, systemName, ofKind);
        }

        bool single = setting.ResourceType is ResourceType.Memory or ResourceType.Processor;
        return single && ofKind.Count == 1 ? ofKind[0] : null;
    }

    private static MigrationException NotFound(string name, string systemName, List<ResourceAllocationSettingData> ofKind) => new(
        MigrationErrorKind.ParameterInvalid,
        $"The virtual system '{systemName}' has no resource '{name}' of that kind.",
        (ofKind.Count == 0 ? "It has none of that kind." : "It has: " + string.Join(", ", ofKind.Select(resource => resource.Address ?? resource.InstanceID)) + ".")
            + " To add one, use New-VSMigrationResourceSetting with -Add.");
}
