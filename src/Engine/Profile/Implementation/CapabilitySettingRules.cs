using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Profile.Implementation;

/// <summary>What the profile asks of the settings that define capabilities, whoever's they are. Pure.</summary>
[Clause("7.4.2-11", "7.4.2-15", "7.4.2-19", "7.4.2-20", "7.4.6-1", "7.4.8-1", "7.4.8-2")]
public static class CapabilitySettingRules
{
    /// <summary>Checks the settings of one service's capabilities.</summary>
    /// <returns>All that is wrong with them; nothing if they are in order.</returns>
    public static IReadOnlyList<CapabilityDefect> Check(IReadOnlyList<CapabilitySetting> settings) =>
        CheckDefault(settings)
            .Concat(settings.SelectMany(CheckUnits))
            .Concat(SettingRange.Group(settings).SelectMany(CheckRange))
            .ToList();

    [Clause("7.4.1-1", "7.4.1-2", "7.4.1-4", "T33-2", "T33-3")]
    private static IEnumerable<CapabilityDefect> CheckDefault(IReadOnlyList<CapabilitySetting> settings)
    {
        var defaults = settings.Where(setting => setting.Role == ValueRole.Default).ToList();
        if (defaults.Count == 0)
        {
            yield return new("7.4.1-1", "", "There is no default setting.");
        }

        if (defaults.Count > 1)
        {
            yield return new("7.4.1-1", defaults[1].InstanceId, "There is more than one default setting.");
        }

        foreach (var setting in defaults)
        {
            if (setting.Policy != PropertyPolicy.Independent)
            {
                yield return new("7.4.1-2", setting.InstanceId, $"The default setting is {setting.Policy} and not Independent.");
            }

            if (setting.Range != ValueRange.Point)
            {
                yield return new("7.4.1-4", setting.InstanceId, $"The default setting is of the kind {setting.Range} and no Point.");
            }

            if (setting.Setting.MigrationType is null)
            {
                yield return new("T33-2", setting.InstanceId, "The default setting has no MigrationType.");
            }

            if (setting.Setting.Priority is null)
            {
                yield return new("T33-3", setting.InstanceId, "The default setting has no Priority.");
            }
        }
    }

    private static IEnumerable<CapabilityDefect> CheckUnits(CapabilitySetting setting)
    {
        var values = setting.Setting;
        if (values is { Bandwidth: not null, BandwidthUnit: null })
        {
            yield return new("7.4.6-1", setting.InstanceId, "Bandwidth comes without BandwidthUnit.");
        }

        if (values.BandwidthUnit is { } text && !(ProgrammaticUnit.TryParse(text, out var unit) && unit.Quantity is UnitQuantity.DataRate or UnitQuantity.Percent))
        {
            yield return new("7.4.6-2", setting.InstanceId, $"BandwidthUnit is '{text}', and neither a data rate nor percent.");
        }

        if (values is { TransportType: TransportType.Other, OtherTransportType: null or "" })
        {
            yield return new(
                setting.Role == ValueRole.Default ? "7.4.8-1" : "7.4.8-2", setting.InstanceId, "TransportType is 1 (Other) without OtherTransportType.");
        }
    }

    private static IEnumerable<CapabilityDefect> CheckRange(SettingRange range)
    {
        foreach (var (kind, requirement) in new[]
        {
            (ValueRange.Minimums, "7.4.2-11"), (ValueRange.Maximums, "7.4.2-15"), (ValueRange.Increments, "7.4.2-19"),
        })
        {
            if (range.Of(kind) is { Count: > 1 } several)
            {
                yield return new(requirement, several[1].InstanceId, $"There is more than one instance of the kind {kind} of one policy and for one selection.");
            }
        }

        foreach (var property in SettingProperty.All.Where(range.Bounds))
        {
            foreach (var defect in CheckNumbers(range, property))
            {
                yield return defect;
            }
        }
    }

    private static IEnumerable<CapabilityDefect> CheckNumbers(SettingRange range, SettingProperty property)
    {
        var (low, high, step) = (First(range, ValueRange.Minimums, property), First(range, ValueRange.Maximums, property), First(range, ValueRange.Increments, property));
        var any = step ?? high ?? low!;
        if (step is not null && (low is null || high is null))
        {
            yield return new("7.4.2-20", any.InstanceId, $"The increment of {property.Name} has no {(low is null ? "minimum" : "maximum")}.");
        }

        if (Number(low, property) is not { } minimum || Number(high, property) is not { } maximum)
        {
            yield break;
        }

        if (minimum.Quantity != maximum.Quantity || (Number(step, property) is { } other && other.Quantity != minimum.Quantity))
        {
            yield return new("", any.InstanceId, $"The bounds of {property.Name} have units that do not compare.");
            yield break;
        }

        if (minimum.Amount > maximum.Amount)
        {
            yield return new("", any.InstanceId, $"The minimum of {property.Name} is above its maximum.");
        }

        // CIM_SettingsDefineCapabilities.ValueRange: "maximum minus minimum shall be an integer multiple of the increment".
        if (Number(step, property) is { } increment && (increment.Amount == 0 || !((maximum.Amount - minimum.Amount) / increment.Amount).IsWhole))
        {
            yield return new("", any.InstanceId, $"From the minimum of {property.Name} to its maximum it is no whole number of increments.");
        }
    }

    private static CapabilitySetting? First(SettingRange range, ValueRange kind, SettingProperty property) =>
        range.Of(kind).FirstOrDefault(setting => property.Of(setting.Setting) is not null);

    private static SettingNumber? Number(CapabilitySetting? setting, SettingProperty property) =>
        setting is null ? null : property.Of(setting.Setting) as SettingNumber?;
}
