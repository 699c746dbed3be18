namespace VsMigration.Profile.Implementation;

/// <summary>
/// One setting that defines capabilities: a CIM_VirtualSystemMigrationSettingData together with the CIM_SettingsDefineCapabilities that
/// ties it to them.
/// </summary>
[Clause("7.4.2-1", "7.4.2-7", "10.16")]
public sealed record CapabilitySetting
{
    /// <summary>The key of the setting data; unique, opaque.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>Whether its values hold each for itself or only together.</summary>
    public PropertyPolicy Policy { get; init; }

    /// <summary>What it is for.</summary>
    public ValueRole Role { get; init; } = ValueRole.Supported;

    /// <summary>How its values are meant.</summary>
    public ValueRange Range { get; init; }

    /// <summary>The values; a null property says nothing.</summary>
    public MigrationSetting Setting { get; init; } = new();
}
