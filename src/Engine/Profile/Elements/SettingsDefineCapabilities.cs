using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Profile.Implementation;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_SettingsDefineCapabilities: settings that say what a migration service does by default or admits.</summary>
[CimClass("CIM_SettingsDefineCapabilities", IsAssociation = true, Version = "2.22.1")]
[Clause("7.4.1", "7.4.2", "10.12", "T29")]
public sealed record SettingsDefineCapabilities : Component
{
    /// <summary>The capabilities.</summary>
    [CimProperty(Key = true, Of = typeof(Capabilities))]
    public override CimObjectPath? GroupComponent { get; init; }

    /// <summary>The settings.</summary>
    [CimProperty(Key = true, Of = typeof(SettingData))]
    public override CimObjectPath? PartComponent { get; init; }

    /// <summary>Whether the settings' values hold each by itself, or only together.</summary>
    [CimProperty(Required = true)]
    public PropertyPolicy? PropertyPolicy { get; init; }

    /// <summary>What the settings are to the capabilities.</summary>
    [CimProperty]
    public ValueRole? ValueRole { get; init; }

    /// <summary>What the settings' numbers are.</summary>
    [CimProperty]
    public ValueRange? ValueRange { get; init; }

    /// <summary>The default settings of a service, as clause 7.4.1 wants them. ValueRole is set: the schema's own default is Supported.</summary>
    /// <param name="capabilities">The capabilities.</param>
    /// <param name="settings">The settings.</param>
    public static SettingsDefineCapabilities Default(CimObjectPath capabilities, CimObjectPath settings) => new()
    {
        GroupComponent = capabilities,
        PartComponent = settings,
        PropertyPolicy = Implementation.PropertyPolicy.Independent,
        ValueRole = Implementation.ValueRole.Default,
        ValueRange = Implementation.ValueRange.Point,
    };

    /// <summary>Admissible settings of a service, as clause 7.4.2 wants them.</summary>
    /// <param name="capabilities">The capabilities.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="policy">Whether their values hold each by itself, or only together.</param>
    /// <param name="range">What their numbers are.</param>
    public static SettingsDefineCapabilities Supported(
        CimObjectPath capabilities, CimObjectPath settings, PropertyPolicy policy, ValueRange range) => new()
    {
        GroupComponent = capabilities,
        PartComponent = settings,
        PropertyPolicy = policy,
        ValueRole = Implementation.ValueRole.Supported,
        ValueRange = range,
    };
}
