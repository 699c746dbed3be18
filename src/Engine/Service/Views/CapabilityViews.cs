using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Service.Views;

/// <summary>Capabilities and the settings that define them as elements of the profile.</summary>
[Clause("7.2.1", "7.2.2", "7.4.1", "7.4.2")]
public static class CapabilityViews
{
    /// <summary>The capabilities of the migration service of a host; an array without an element is NULL.</summary>
    [Clause("T30")]
    public static VirtualSystemMigrationCapabilities Capabilities(MigrationCapability capability, string hostName) => new()
    {
        InstanceID = ElementPaths.CapabilitiesId(hostName),
        ElementName = "Virtual system migration of " + hostName,
        Description = capability.Platform,
        SynchronousMethodsSupported = OrNull(capability.SynchronousMethodsSupported),
        AsynchronousMethodsSupported = OrNull(capability.AsynchronousMethodsSupported),
        DestinationHostFormatsSupported = OrNull(capability.DestinationHostFormatsSupported),
    };

    /// <summary>One setting that defines capabilities.</summary>
    public static MigrationSetting Setting(CapabilitySetting setting) => setting.Setting with
    {
        InstanceID = setting.InstanceId,
        ElementName = setting.Setting.ElementName ?? setting.Role + " " + setting.Range,
    };

    /// <summary>What the setting is to the capabilities.</summary>
    [Clause("T29")]
    public static SettingsDefineCapabilities Association(CapabilitySetting setting, string hostName) => new()
    {
        GroupComponent = ElementPaths.Capabilities(hostName),
        PartComponent = ElementPaths.Setting(setting.InstanceId),
        PropertyPolicy = setting.Policy,
        ValueRole = setting.Role,
        ValueRange = setting.Range,
    };

    private static List<T>? OrNull<T>(IReadOnlyList<T> values) => values.Count == 0 ? null : values.Distinct().ToList();
}
