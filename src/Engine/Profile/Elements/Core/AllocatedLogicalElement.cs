using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_AllocatedLogicalElement: an element that resources are allocated to.</summary>
[CimClass("CIM_AllocatedLogicalElement", Version = "2.45.0")]
public abstract record AllocatedLogicalElement : EnabledLogicalElement
{
    /// <summary>What is allocated to it at present.</summary>
    [CimProperty(Of = typeof(SettingData))]
    public CimInstance? AllocationState { get; init; }
}
