using System;
using System.Collections.Generic;
using VsMigration.Profile;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms;

/// <summary>
/// The definition of a virtual system in DSP1057's elements: one CIM_VirtualSystemSettingData and a
/// CIM_ResourceAllocationSettingData for each virtual resource, from which a client makes the parameters of a migration.
/// </summary>
[Clause("9.2.2")]
public sealed record SystemDefinition
{
    private static readonly char[] s_separator = { '/' };

    /// <summary>The virtual system whose definition, or one of whose resources, has this InstanceID; null where it is none of ours.</summary>
    public static string? SystemOf(string instanceId)
    {
        string[] parts = instanceId.Split(s_separator, 3);
        return parts.Length > 1 && parts[0].StartsWith(DefinitionElements.Prefix, StringComparison.Ordinal) ? parts[1] : null;
    }

    /// <summary>The virtual system's own settings.</summary>
    public VirtualSystemSettingData Setting { get; init; } = new();

    /// <summary>Memory, processors, then adapters and disks in the definition's order. Their InstanceIDs are different on each host.</summary>
    public IReadOnlyList<ResourceAllocationSettingData> Resources { get; init; } = Array.Empty<ResourceAllocationSettingData>();
}
