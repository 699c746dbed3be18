using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Tests.Platforms.Simulator;
using Xunit;

namespace VsMigration.Tests.Profile.Implementation;

public sealed class CapabilitySettingRulesTests
{
    [Fact]
    public void Figure_2_is_in_order() => Assert.Empty(CapabilitySettingRules.Check(Figure2.Settings));

    [Fact]
    [Clause("7.4.1-1")]
    public void There_is_exactly_one_default_setting()
    {
        Assert.Equal("7.4.1-1", Assert.Single(Check(settings => settings.Where(setting => setting.Role != ValueRole.Default))).Requirement);
        Assert.Equal("7.4.1-1", Assert.Single(Check(settings => settings.Append(settings[0]))).Requirement);
    }

    [Fact]
    [Clause("7.4.1-2", "7.4.1-4", "T33-2", "T33-3")]
    public void The_default_setting_is_an_independent_point_with_type_and_priority() => Assert.Equal(
        new[] { "7.4.1-2", "7.4.1-4", "T33-2", "T33-3" },
        Check(settings => settings.Skip(1).Append(new CapabilitySetting { Role = ValueRole.Default, Policy = PropertyPolicy.Correlated, Range = ValueRange.Minimums }))
            .Select(defect => defect.Requirement));

    [Theory]
    [InlineData(ValueRange.Minimums, "7.4.2-11")]
    [InlineData(ValueRange.Maximums, "7.4.2-15")]
    [InlineData(ValueRange.Increments, "7.4.2-19")]
    [Clause("7.4.2-11", "7.4.2-15", "7.4.2-19")]
    public void One_selection_has_one_bound_of_a_kind_and_another_selection_its_own(ValueRange kind, string requirement)
    {
        var bound = Figure2.Settings.Single(setting => setting.Range == kind);

        Assert.Equal(requirement, Assert.Single(Check(settings => settings.Append(bound))).Requirement);
        Assert.Empty(Check(settings => settings.Concat(Figure2.Settings.Where(setting => setting.Range != ValueRange.Point)
            .Select(setting => setting with { Setting = setting.Setting with { TransportType = TransportType.TLS } }))));
        Assert.Empty(Check(settings => settings.Concat(Figure2.Settings.Where(setting => setting.Range != ValueRange.Point)
            .Select(setting => setting with { Policy = PropertyPolicy.Independent }))));
    }

    [Theory]
    [InlineData(ValueRange.Minimums)]
    [InlineData(ValueRange.Maximums)]
    [Clause("7.4.2-20")]
    public void An_increment_goes_with_a_minimum_and_a_maximum(ValueRange missing) => Assert.Equal(
        ("7.4.2-20", "IN_SSH"),
        Check(settings => settings.Where(setting => setting.Range != missing)).Select(defect => (defect.Requirement, defect.InstanceId)).Single());

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(11000)]
    public void From_the_minimum_to_the_maximum_it_is_a_whole_number_of_steps(int step) => Assert.Contains(
        "whole number of increments", Assert.Single(Check(settings => Change(settings, "IN_SSH", setting => setting with { Bandwidth = (ushort)step }))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void The_minimum_is_not_above_the_maximum() => Assert.Contains(
        Check(settings => Change(settings, "MN_SSH", setting => setting with { Bandwidth = 20000 })),
        defect => defect.Message.Contains("above its maximum", StringComparison.Ordinal));

    [Fact]
    public void Bounds_have_units_that_compare() => Assert.Contains(
        "do not compare", Assert.Single(Check(settings => Change(settings, "MX_SSH", setting => setting with { BandwidthUnit = "percent" }))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "7.4.6-1")]
    [InlineData("furlong", "7.4.6-2")]
    [InlineData("byte", "7.4.6-2")]
    [Clause("7.4.6-1")]
    public void Bandwidth_has_a_unit_that_is_a_rate_or_percent(string? unit, string requirement) => Assert.Contains(
        Check(settings => Change(settings, "VSMD1", setting => setting with { BandwidthUnit = unit })), defect => defect.Requirement == requirement);

    [Theory]
    [InlineData("VSMD1", "7.4.8-1")]
    [InlineData("VSMD2", "7.4.8-2")]
    [Clause("7.4.8-1", "7.4.8-2", "T33-7")]
    public void Another_transport_has_a_name(string id, string requirement)
    {
        Assert.Equal(requirement, Assert.Single(Check(settings => Change(settings, id, setting => setting with { TransportType = TransportType.Other }))).Requirement);
        Assert.Empty(Check(settings => Change(settings, id, setting => setting with { TransportType = TransportType.Other, OtherTransportType = "RDMA" })));
    }

    private static IReadOnlyList<CapabilityDefect> Check(Func<IReadOnlyList<CapabilitySetting>, IEnumerable<CapabilitySetting>> change) =>
        CapabilitySettingRules.Check(change(Figure2.Settings).ToList());

    private static IEnumerable<CapabilitySetting> Change(IEnumerable<CapabilitySetting> settings, string id, Func<MigrationSetting, MigrationSetting> change) =>
        settings.Select(setting => setting.InstanceId == id ? setting with { Setting = change(setting.Setting) } : setting);
}
