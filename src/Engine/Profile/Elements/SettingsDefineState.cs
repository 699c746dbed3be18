using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_SettingsDefineState: the definition of a virtual system or of one of its resources (DSP1057).</summary>
[CimClass("CIM_SettingsDefineState", IsAssociation = true, Version = "2.22.0")]
public sealed record SettingsDefineState
{
    /// <summary>The virtual system.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public CimObjectPath? ManagedElement { get; init; }

    /// <summary>Its definition.</summary>
    [CimProperty(Key = true, Of = typeof(SettingData))]
    public CimObjectPath? SettingData { get; init; }
}
