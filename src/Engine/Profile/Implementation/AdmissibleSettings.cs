using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// Whether capabilities admit a setting, as a pure function of both. A value is admissible if it equals a point, or lies in every range
/// that applies; enumerations, text and booleans are matched, never ranged; a number and its unit are a pair, compared exactly.
/// </summary>
/// <remarks>
/// The default setting is Independent, so each of its values is a point too. A Correlated point admits its values together only.
/// What neither a point nor a range that applies speaks of is not restricted: bounds correlated with SSH say nothing about TLS.
/// </remarks>
[Clause("7.4.2-8", "7.4.3-2", "7.4.4-2", "7.4.5-4")]
public static class AdmissibleSettings
{
    /// <summary>Checks a setting.</summary>
    /// <param name="settings">The settings that define the capabilities.</param>
    /// <param name="requested">The setting, its defaults applied (<see cref="DefaultSettings"/>); what is null in it is not asked for.</param>
    /// <param name="totalBytesPerSecond">The data rate that 100 percent are; null = unknown, and then percents compare with percents only.</param>
    /// <returns>The properties that are not admissible; none if the setting is.</returns>
    public static IReadOnlyList<InadmissibleProperty> Check(
        IReadOnlyList<CapabilitySetting> settings, MigrationSetting requested, ulong? totalBytesPerSecond = null)
    {
        var defaults = settings.FirstOrDefault(setting => setting.Role == ValueRole.Default)?.Setting;
        var points = settings.Where(setting => setting.Role == ValueRole.Supported && setting.Range == ValueRange.Point).ToList();
        var ranges = SettingRange.Group(settings).Where(range => range.AppliesTo(requested)).ToList();
        return SettingProperty.All
            .Where(property => property.Of(requested) is not null)
            .Select(property => Inadmissible(property, requested, defaults, points, ranges, totalBytesPerSecond))
            .OfType<InadmissibleProperty>()
            .ToList();
    }

    private static InadmissibleProperty? Inadmissible(
        SettingProperty property,
        MigrationSetting requested,
        MigrationSetting? defaults,
        List<CapabilitySetting> points,
        List<SettingRange> ranges,
        ulong? total)
    {
        object value = property.Of(requested)!;
        object? usual = defaults is null ? null : property.Of(defaults);
        if (usual is SettingNumber { Amount: var none } && none == 0 && !value.Equals(usual))
        {
            // 0 in capabilities (CIM schema, Bandwidth and Priority).
            return new InadmissibleProperty(property.Name, property.Text(requested), "0, because the service does not support it");
        }

        if (!IsPercentage(value))
        {
            return new InadmissibleProperty(property.Name, property.Text(requested), "a percentage from 0 to 100");
        }

        if (value.Equals(usual) || points.Any(point => value.Equals(property.Of(point.Setting)) && Admits(point, requested)))
        {
            return null;
        }

        var bounds = ranges.Where(range => range.Bounds(property)).ToList();
        var named = points.Where(point => property.Of(point.Setting) is not null).ToList();
        bool admissible = bounds.Count > 0
            ? value is SettingNumber number && bounds.TrueForAll(range => range.Contains(property, number, total))
            : named.Count == 0 && (value is SettingNumber || !property.IsNumber);
        return admissible ? null : new InadmissibleProperty(property.Name, property.Text(requested), Expected(property, defaults, named, bounds));
    }

    // A Correlated point is met as a whole or not at all.
    private static bool Admits(CapabilitySetting point, MigrationSetting requested) => point.Policy == PropertyPolicy.Independent
        || SettingProperty.All.All(property => property.Of(point.Setting) is not { } value || value.Equals(property.Of(requested)));

    // "The value of the Bandwidth property shall be between 0 and 100" where its unit is percent (CIM schema).
    private static bool IsPercentage(object value) =>
        value is not SettingNumber { Quantity: UnitQuantity.Percent } percent || percent.Amount <= 100;

    private static string Expected(
        SettingProperty property, MigrationSetting? defaults, List<CapabilitySetting> points, List<SettingRange> ranges)
    {
        var texts = ranges.Count == 0 ? new List<string>() : new List<string> { string.Join(" and ", ranges.Select(range => range.Text(property))) };
        if (defaults is not null && property.Of(defaults) is not null)
        {
            texts.Add(property.Text(defaults));
        }

        texts.AddRange(points.Select(point => property.Text(point.Setting) + Company(property, point)));
        return texts.Count == 0 ? "a value with a unit that can be read" : string.Join(", ", texts.Distinct(StringComparer.Ordinal));
    }

    private static string Company(SettingProperty property, CapabilitySetting point)
    {
        var others = point.Policy == PropertyPolicy.Independent
            ? new List<string>()
            : SettingProperty.All.Where(other => other != property && other.Of(point.Setting) is not null)
                .Select(other => other.Name + " " + other.Text(point.Setting)).ToList();
        return others.Count == 0 ? "" : " with " + string.Join(", ", others);
    }
}
