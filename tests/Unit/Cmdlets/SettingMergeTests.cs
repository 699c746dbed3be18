using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

/// <summary>What is given one by one goes over a whole setting, whatever properties settings will have.</summary>
public sealed class SettingMergeTests
{
    private static readonly Type?[] s_ofMigration = [typeof(MigrationSetting), typeof(VirtualSystemMigrationSettingData)];

    private static readonly IReadOnlyList<PropertyInfo> s_properties =
        typeof(MigrationSetting).GetProperties().Where(property => property.SetMethod is not null && s_ofMigration.Contains(property.DeclaringType)).ToList();

    public static TheoryData<string> Names => new(s_properties.Select(property => property.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_property_that_is_given_goes_before_the_one_under_it(string name)
    {
        var merged = SettingMerge.Over(Setting(1), Setting(2, name, "Bandwidth", "TransportType"));

        Assert.Equal(Property(name).GetValue(Setting(2)), Property(name).GetValue(merged));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_property_that_is_not_given_stays(string name)
    {
        var merged = SettingMerge.Over(Setting(1), new MigrationSetting());

        Assert.Equal(Property(name).GetValue(Setting(1)), Property(name).GetValue(merged));
    }

    [Fact]
    public void A_bandwidth_without_a_unit_keeps_the_unit_under_it() => Assert.Equal(
        (200, "Mbit/s"), Bandwidth(new() { Bandwidth = 1000, BandwidthUnit = "Mbit/s" }, new() { Bandwidth = 200 }));

    [Fact]
    public void A_unit_without_a_bandwidth_does_not_make_another_quantity_of_the_one_under_it() => Assert.Equal(
        (1000, "Mbit/s"), Bandwidth(new() { Bandwidth = 1000, BandwidthUnit = "Mbit/s" }, new() { BandwidthUnit = "MiB/s" }));

    [Fact]
    public void The_name_of_another_transport_goes_with_its_transport() => Assert.Null(SettingMerge.Over(
        new() { TransportType = TransportType.Other, OtherTransportType = "RDMA" }, new() { TransportType = TransportType.TLS }).OtherTransportType);

    private static (int, string?) Bandwidth(MigrationSetting under, MigrationSetting given)
    {
        var merged = SettingMerge.Over(under, given);
        return (merged.Bandwidth ?? 0, merged.BandwidthUnit);
    }

    private static PropertyInfo Property(string name) => s_properties.Single(property => property.Name == name);

    /// <summary>A setting whose properties, or those of these names, have values that the number makes different.</summary>
    private static MigrationSetting Setting(int number, params string[] names)
    {
        var setting = new MigrationSetting();
        foreach (var property in s_properties.Where(property => names.Length == 0 || names.Contains(property.Name)))
        {
            property.SetValue(setting, Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, number));
        }

        return setting;
    }

    private static object Value(Type type, int number) => type switch
    {
        { IsEnum: true } => Enum.GetValues(type).GetValue(number)!,
        _ when type == typeof(string) => "text " + number,
        _ when type == typeof(bool) => number == 1,
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(number),
        _ => Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture),
    };
}
