using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_SettingData: values that configure, or describe what may configure, an element.</summary>
[CimClass("CIM_SettingData")]
public abstract record SettingData : ManagedElement
{
    /// <summary>Its identity, opaque; null where it is a parameter (clause 10.15).</summary>
    [CimProperty(Key = true)]
    public string? InstanceID { get; init; }
}
