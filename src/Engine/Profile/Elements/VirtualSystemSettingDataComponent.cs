using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_VirtualSystemSettingDataComponent: a virtual resource in the definition of a virtual system (DSP1057).</summary>
[CimClass("CIM_VirtualSystemSettingDataComponent", IsAssociation = true, Version = "2.22.0")]
public sealed record VirtualSystemSettingDataComponent : Component
{
    /// <summary>The definition of the virtual system.</summary>
    [CimProperty(Key = true, Of = typeof(VirtualSystemSettingData))]
    public override CimObjectPath? GroupComponent { get; init; }

    /// <summary>The definition of the resource.</summary>
    [CimProperty(Key = true, Of = typeof(ResourceAllocationSettingData))]
    public override CimObjectPath? PartComponent { get; init; }
}
