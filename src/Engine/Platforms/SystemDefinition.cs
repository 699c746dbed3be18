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
    /// <summary>The virtual system's own settings.</summary>
    public VirtualSystemSettingData Setting { get; init; } = new();

    /// <summary>Memory, processors, then adapters and disks in the definition's order. Their InstanceIDs are different on each host.</summary>
    public IReadOnlyList<ResourceAllocationSettingData> Resources { get; init; } = Array.Empty<ResourceAllocationSettingData>();
}
