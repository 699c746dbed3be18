using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Profile.Implementation;

/// <summary>Puts together the settings that define the capabilities of a service, each with an identity of its own.</summary>
internal sealed class CapabilitySettings
{
    private readonly string _hostName;
    private readonly List<CapabilitySetting> _settings = new();

    /// <summary>Begins with the default setting.</summary>
    /// <param name="hostName">The host, whose name keeps the identities apart.</param>
    /// <param name="defaults">What applies where a request says nothing.</param>
    public CapabilitySettings(string hostName, MigrationSetting defaults)
    {
        _hostName = hostName;
        Add("Default", PropertyPolicy.Independent, ValueRole.Default, ValueRange.Point, defaults);
    }

    /// <summary>Admits values, each for itself.</summary>
    public CapabilitySettings Points(IEnumerable<MigrationSetting> settings)
    {
        foreach (var setting in settings)
        {
            Add("Point" + _settings.Count(known => known.Range == ValueRange.Point), PropertyPolicy.Independent, ValueRole.Supported, ValueRange.Point, setting);
        }

        return this;
    }

    /// <summary>Bounds numbers, whatever the other values are.</summary>
    /// <param name="minimums">The lowest values.</param>
    /// <param name="maximums">The highest values.</param>
    /// <param name="increments">The steps between them; null = none.</param>
    public CapabilitySettings Range(MigrationSetting minimums, MigrationSetting maximums, MigrationSetting? increments = null)
    {
        Add("Minimums", PropertyPolicy.Independent, ValueRole.Supported, ValueRange.Minimums, minimums);
        Add("Maximums", PropertyPolicy.Independent, ValueRole.Supported, ValueRange.Maximums, maximums);
        if (increments is not null)
        {
            Add("Increments", PropertyPolicy.Independent, ValueRole.Supported, ValueRange.Increments, increments);
        }

        return this;
    }

    /// <summary>Adds any.</summary>
    public CapabilitySettings Add(string name, PropertyPolicy policy, ValueRole role, ValueRange range, MigrationSetting setting)
    {
        string id = "VSM:" + _hostName + ":" + name;
        _settings.Add(new CapabilitySetting
        {
            InstanceId = id,
            Policy = policy,
            Role = role,
            Range = range,
            Setting = setting with { InstanceID = id, ElementName = name },
        });
        return this;
    }

    public IReadOnlyList<CapabilitySetting> ToList() => _settings;
}
