using System;
using System.Collections.Generic;
using System.Globalization;

namespace VsMigration.Profile.Implementation;

/// <summary>One property of migration settings as capabilities speak of it: a number that can be bounded, or a value that is matched.</summary>
[Clause("7.4.2-10", "7.4.2-14", "7.4.2-18")]
internal sealed class SettingProperty
{
    private readonly Func<MigrationSetting, object?> _value;
    private readonly Func<MigrationSetting, (string Number, string Unit)> _text;

    private SettingProperty(string name, bool isNumber, Func<MigrationSetting, object?> value, Func<MigrationSetting, (string Number, string Unit)> text)
    {
        Name = name;
        IsNumber = isNumber;
        _value = value;
        _text = text;
    }

    /// <summary>All of them. BandwidthUnit is none of its own: it belongs to the number.</summary>
    public static IReadOnlyList<SettingProperty> All { get; } = new[]
    {
        Matched(nameof(MigrationSetting.MigrationType), setting => setting.MigrationType),
        Matched(nameof(MigrationSetting.TransportType), setting => setting.TransportType),
        // With any other transport it means nothing (clause 7.3.6).
        Matched(
            nameof(MigrationSetting.OtherTransportType),
            setting => setting.TransportType is null or TransportType.Other ? setting.OtherTransportType : null),
        Counted(nameof(MigrationSetting.Priority), setting => setting.Priority),
        new SettingProperty(nameof(MigrationSetting.Bandwidth), isNumber: true, Bandwidth, BandwidthText),
        Timed(nameof(MigrationSetting.TimeLimit), setting => setting.TimeLimit),
        Matched(nameof(MigrationSetting.OnTimeout), setting => setting.OnTimeout),
        Matched(nameof(MigrationSetting.TurnOff), setting => setting.TurnOff),
        Matched(nameof(MigrationSetting.AutoConverge), setting => setting.AutoConverge),
        Matched(nameof(MigrationSetting.PostCopy), setting => setting.PostCopy),
        Counted(nameof(MigrationSetting.ParallelConnections), setting => setting.ParallelConnections),
        Matched(nameof(MigrationSetting.Compression), setting => setting.Compression?.ToLowerInvariant()),
        Timed(nameof(MigrationSetting.MaxDowntime), setting => setting.MaxDowntime),
    };

    public string Name { get; }

    /// <summary>Whether it can have bounds; enumerations, text and booleans cannot.</summary>
    public bool IsNumber { get; }

    /// <summary>
    /// The value, equal to another's where the two mean the same; a <see cref="SettingNumber"/> where it can be compared; null where the
    /// setting says nothing.
    /// </summary>
    public object? Of(MigrationSetting setting) => _value(setting);

    /// <summary>The value for people.</summary>
    public string Text(MigrationSetting setting)
    {
        var (number, unit) = _text(setting);
        return unit.Length == 0 ? number : number + " " + unit;
    }

    /// <summary>The value for people in two parts.</summary>
    public (string Number, string Unit) Parts(MigrationSetting setting) => _text(setting);

    private static SettingProperty Matched(string name, Func<MigrationSetting, object?> value) =>
        new(name, isNumber: false, value, setting => (Convert.ToString(value(setting), CultureInfo.InvariantCulture) ?? "", ""));

    private static SettingProperty Counted(string name, Func<MigrationSetting, uint?> value) => new(
        name,
        isNumber: true,
        setting => value(setting) is { } number ? new SettingNumber(number, UnitQuantity.Count) : null,
        setting => (Convert.ToString(value(setting), CultureInfo.InvariantCulture) ?? "", ""));

    private static SettingProperty Timed(string name, Func<MigrationSetting, TimeSpan?> value) => new(
        name,
        isNumber: true,
        setting => value(setting) is { } time ? new SettingNumber(new Fraction(time.Ticks, TimeSpan.TicksPerSecond), UnitQuantity.Time) : null,
        setting => (value(setting)?.TotalSeconds.ToString(CultureInfo.InvariantCulture) ?? "", "s"));

    // A number whose unit nobody knows is a value, but no number.
    private static object? Bandwidth(MigrationSetting setting) => setting.Bandwidth is not { } number ? null
        : setting.BandwidthUnit is { } text && ProgrammaticUnit.TryParse(text, out var unit) ? new SettingNumber(number * unit.Size, unit.Quantity)
        : BandwidthText(setting);

    private static (string Number, string Unit) BandwidthText(MigrationSetting setting) => (
        setting.Bandwidth?.ToString(CultureInfo.InvariantCulture) ?? "",
        ProgrammaticUnit.TryParse(setting.BandwidthUnit, out var unit) ? unit.ToShortString() : setting.BandwidthUnit!);
}
