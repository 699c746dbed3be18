using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_SettingData: values that configure, or describe what may configure, an element.</summary>
[CimClass("CIM_SettingData", Version = "2.45.0")]
public abstract record SettingData : ManagedElement
{
    /// <summary>Its identity, opaque; null where it is a parameter (clause 10.15).</summary>
    [CimProperty(Key = true)]
    public override string? InstanceID { get; init; }

    /// <summary>The name that people use.</summary>
    [CimProperty(Required = true)]
    public override string? ElementName { get; init; }

    /// <summary>
    /// Whether it can be changed, and whether a change lasts: 0 not, lasting; 1 changeable, passing; 2 changeable, lasting; 3 not, passing.
    /// </summary>
    [CimProperty]
    public ushort? ChangeableType { get; init; }

    /// <summary>The well-known configuration that it stands for; null where it stands for none.</summary>
    [CimProperty]
    public string? ConfigurationName { get; init; }

    /// <summary>Settings that are part of it.</summary>
    [CimProperty(AnyClass = true)]
    public IReadOnlyList<CimInstance>? ComponentSetting { get; init; }

    /// <summary>The ITIL element that it stands for; null where it stands for none.</summary>
    [CimProperty]
    public string? SoID { get; init; }

    /// <summary>Who defines <see cref="SoID"/>.</summary>
    [CimProperty]
    public string? SoOrgID { get; init; }
}
