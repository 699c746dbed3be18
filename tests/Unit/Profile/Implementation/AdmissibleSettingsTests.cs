using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Tests.Platforms.Simulator;
using Xunit;

namespace VsMigration.Tests.Profile.Implementation;

public sealed class AdmissibleSettingsTests
{
    private const string Megabit = "bit/second*10^6";
    private static readonly Gen<ushort> s_positive = Gen.UShort[1, ushort.MaxValue];

    [Theory]
    [InlineData(TransportType.SSH, 10, true)]
    [InlineData(TransportType.SSH, 20, true)]
    [InlineData(TransportType.SSH, 10000, true)]
    [InlineData(TransportType.SSH, 15, false)]
    [InlineData(TransportType.SSH, 5, false)]
    [InlineData(TransportType.SSH, 10010, false)]
    [InlineData(TransportType.TLS, 15, true)]
    [InlineData(TransportType.TCP, 65535, true)]
    [InlineData(TransportType.IPC, 10, false)]
    [Clause("7.4.2-4", "7.4.2-10", "7.4.2-14", "7.4.2-18", "7.4.5-4", "9.1.2-6", "9.1.2-7", "9.1.2-8")]
    public void Figure_2_admits_bandwidths_over_SSH_in_steps_and_over_others_without_bounds(TransportType transport, int megabits, bool admissible) =>
        Assert.Equal(admissible, Names(Figure2.Settings, Asked(transport, (ushort)megabits)).Count == 0);

    [Fact]
    public void What_is_not_admissible_is_named_all_at_once_with_what_would_be()
    {
        var wrong = AdmissibleSettings.Check(
            Figure2.Settings, new MigrationSetting { MigrationType = (MigrationType)1, TransportType = TransportType.SSH, Bandwidth = 15, BandwidthUnit = Megabit });

        Assert.Equal(
            new[]
            {
                ("MigrationType", "1", "Live, Resume, Restart"),
                ("Bandwidth", "15 Mbit/s", "10 to 10000 Mbit/s in steps of 10 with TransportType SSH, 10 Mbit/s"),
            },
            wrong.Select(property => (property.Name, property.Value, property.Expected)));
    }

    [Fact]
    [Clause("7.4.2-8")]
    public void A_setting_that_equals_a_point_is_admissible() => Gen.Select(Settings, Gen.Enum<PropertyPolicy>()).Sample((setting, policy) =>
        Assert.Empty(Names(new[] { Point(setting, policy), Point(Other(setting)) }, setting)));

    [Fact]
    [Clause("7.4.2-3", "7.4.2-7", "7.4.3-2")]
    public void The_values_of_independent_points_go_together_in_any_way() => Gen.Select(Settings, Settings, Gen.Bool, Gen.Bool).Sample((one, two, type, transport) =>
        Assert.Empty(Names(
            new[] { Point(one), Point(two) },
            one with { MigrationType = (type ? one : two).MigrationType, TransportType = (transport ? one : two).TransportType })));

    [Fact]
    [Clause("7.4.2-4")]
    public void The_values_of_correlated_points_hold_together_only()
    {
        var points = new[]
        {
            Point(new() { MigrationType = MigrationType.Live, TransportType = TransportType.TLS }, PropertyPolicy.Correlated),
            Point(new() { MigrationType = MigrationType.Restart, TransportType = TransportType.TCP }, PropertyPolicy.Correlated),
        };

        Assert.Empty(Names(points, new() { MigrationType = MigrationType.Live, TransportType = TransportType.TLS }));
        Assert.Equal(
            new[] { "MigrationType", "TransportType" },
            Names(points, new() { MigrationType = MigrationType.Live, TransportType = TransportType.TCP }));
        Assert.Contains(
            "Live with TransportType TLS",
            AdmissibleSettings.Check(points, new() { MigrationType = MigrationType.Live, TransportType = TransportType.TCP })[0].Expected,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Enumerations_are_matched_and_never_ranged()
    {
        var range = new[]
        {
            Bound(ValueRange.Minimums, new() { MigrationType = MigrationType.Resume, TransportType = TransportType.TLSStrict, Priority = 1 }),
            Bound(ValueRange.Maximums, new() { MigrationType = MigrationType.Resume, TransportType = TransportType.TLSStrict, Priority = 9 }),
        };

        Assert.Empty(Names(range, new() { MigrationType = MigrationType.Live, TransportType = TransportType.SSH, Priority = 5 }));
    }

    [Fact]
    [Clause("7.4.2-12", "7.4.2-16", "7.4.2-22", "7.4.4-2")]
    public void A_number_is_admissible_if_it_is_within_the_bounds_and_on_a_step_from_the_minimum() =>
        Gen.Select(s_positive, Gen.UShort[0, 500], Gen.UShort[1, 100], s_positive).Sample((low, steps, step, asked) =>
        {
            int high = Math.Min(ushort.MaxValue, low + (steps * step));
            var range = Range(
                new() { Priority = low }, new() { Priority = (ushort)high }, new() { Priority = step });
            bool expected = asked >= low && asked <= high && (asked - low) % step == 0;

            Assert.Equal(expected, Names(range, new() { Priority = asked }).Count == 0);
            Assert.Empty(Names(range, new() { Priority = low }));
            Assert.Empty(Names(range, new() { Priority = (ushort)(low + (((high - low) / step) * step)) }));
        });

    [Fact]
    [Clause("7.4.2-21")]
    public void Steps_count_from_the_minimum_and_not_from_nothing()
    {
        var range = Range(new() { Priority = 5 }, new() { Priority = 25 }, new() { Priority = 10 });

        Assert.Empty(Names(range, new() { Priority = 15 }));
        Assert.Equal(new[] { "Priority" }, Names(range, new() { Priority = 20 }));
        Assert.Equal(new[] { "Priority" }, Names(range, new() { Priority = 35 }));
    }

    [Fact]
    public void A_number_must_lie_in_every_range_that_applies()
    {
        var ranges = Range(new() { Priority = 1 }, new() { Priority = 100 })
            .Concat(Range(
                new() { TransportType = TransportType.SSH, Priority = 50 }, new() { TransportType = TransportType.SSH, Priority = 200 }, policy: PropertyPolicy.Correlated))
            .ToList();

        Assert.Empty(Names(ranges, new() { TransportType = TransportType.SSH, Priority = 60 }));
        Assert.NotEmpty(Names(ranges, new() { TransportType = TransportType.SSH, Priority = 150 }));
        Assert.NotEmpty(Names(ranges, new() { TransportType = TransportType.SSH, Priority = 10 }));
        Assert.Empty(Names(ranges, new() { TransportType = TransportType.TLS, Priority = 10 }));
    }

    [Fact]
    public void A_point_admits_what_lies_outside_of_the_range()
    {
        var settings = Range(new() { Priority = 10 }, new() { Priority = 20 }).Append(Point(new() { Priority = 1 })).ToList();

        Assert.Empty(Names(settings, new() { Priority = 1 }));
        Assert.NotEmpty(Names(settings, new() { Priority = 2 }));
    }

    [Fact]
    public void A_transport_without_a_number_selects_by_its_name()
    {
        var settings = Range(
            new() { TransportType = TransportType.Other, OtherTransportType = "RDMA", Bandwidth = 100, BandwidthUnit = Megabit },
            new() { TransportType = TransportType.Other, OtherTransportType = "RDMA", Bandwidth = 200, BandwidthUnit = Megabit },
            policy: PropertyPolicy.Correlated);
        var asked = new MigrationSetting { TransportType = TransportType.Other, OtherTransportType = "RDMA", Bandwidth = 50, BandwidthUnit = Megabit };

        Assert.Equal(new[] { "Bandwidth" }, Names(settings, asked));
        Assert.Empty(Names(settings, asked with { OtherTransportType = "pigeon" }));
        Assert.Empty(Names(settings, asked with { TransportType = TransportType.SSH }));
    }

    [Fact]
    public void A_rate_is_the_same_in_whatever_unit_it_is_asked_for() => Gen.Select(Gen.UShort[1, 60], Gen.Bool).Sample((tens, isBelow) =>
    {
        // 10 Mbit/s are 10 000 kbit/s are 1 250 000 B/s.
        Assert.Empty(Names(Figure2.Settings, Asked(TransportType.SSH, (ushort)(tens * 10))));
        Assert.Empty(Names(Figure2.Settings, Asked(TransportType.SSH, tens, "bit/second*10^7")));
        Assert.Empty(Names(Figure2.Settings, Asked(TransportType.SSH, (ushort)(tens * 125), "byte/second*10^4")));
        Assert.NotEmpty(Names(Figure2.Settings, Asked(TransportType.SSH, (ushort)((tens * 125) + (isBelow ? -1 : 1)), "byte/second*10^4")));
    });

    [Fact]
    public void A_unit_that_nobody_knows_is_no_rate()
    {
        Assert.Equal(new[] { "Bandwidth" }, Names(Figure2.Settings, Asked(TransportType.SSH, 10, "furlong")));
        Assert.Equal(new[] { "Bandwidth" }, Names(Array.Empty<CapabilitySetting>(), Asked(TransportType.SSH, 10, "furlong")));
        Assert.Equal(new[] { "Bandwidth" }, Names(Figure2.Settings, new() { TransportType = TransportType.SSH, Bandwidth = 10 }));
    }

    [Fact]
    public void Percents_compare_with_rates_only_where_the_total_is_known()
    {
        var tenth = Asked(TransportType.SSH, 10, "percent");

        Assert.Equal(new[] { "Bandwidth" }, Names(Figure2.Settings, tenth));
        Assert.Empty(AdmissibleSettings.Check(Figure2.Settings, tenth, totalBytesPerSecond: 125_000_000));
        // What a percentage comes to is resolved to the step below it.
        Assert.Empty(AdmissibleSettings.Check(Figure2.Settings, tenth, totalBytesPerSecond: 125_000_001));
        Assert.NotEmpty(AdmissibleSettings.Check(Figure2.Settings, tenth, totalBytesPerSecond: 12_499_999));
        Assert.Empty(Names(
            Range(new() { Bandwidth = 10, BandwidthUnit = "percent" }, new() { Bandwidth = 100, BandwidthUnit = "percent" }), tenth));
    }

    [Fact]
    public void A_percentage_is_at_most_a_hundred() => Assert.Equal(
        "a percentage from 0 to 100",
        Assert.Single(AdmissibleSettings.Check(Array.Empty<CapabilitySetting>(), Asked(TransportType.SSH, 101, "percent"))).Expected);

    [Fact]
    public void Zero_in_the_default_says_that_there_is_no_such_thing_to_ask_for()
    {
        var settings = new[] { Default(new() { MigrationType = MigrationType.Live, Priority = 0, Bandwidth = 0, BandwidthUnit = Megabit }) };

        Assert.Equal(new[] { "Priority", "Bandwidth" }, Names(settings, new() { Priority = 5, Bandwidth = 5, BandwidthUnit = Megabit }));
        Assert.Empty(Names(settings, new() { Priority = 0, Bandwidth = 0, BandwidthUnit = Megabit }));
    }

    [Fact]
    [Clause("7.4.1-5")]
    public void The_default_setting_is_admissible_value_by_value() => Settings.Sample(setting =>
        Assert.Empty(Names(new[] { Default(setting), Point(Other(setting)) }.Concat(Range(new() { Priority = 1 }, new() { Priority = 1 })).ToList(), setting)));

    [Fact]
    public void What_no_setting_speaks_of_is_not_restricted() => Settings.Sample(setting =>
        Assert.Empty(Names(new[] { Default(new()) }, setting)));

    [Fact]
    [Clause("7.4.2-5")]
    public void Optimal_and_mean_settings_restrict_nothing() => Settings.Sample(setting =>
        Assert.Empty(Names(new[] { Point(Other(setting)) with { Role = ValueRole.Optimal }, Point(Other(setting)) with { Role = ValueRole.Mean } }, setting)));

    [Fact]
    public void The_order_of_the_settings_means_nothing() => Gen.Select(Gen.Shuffle(Figure2.Settings.ToArray()), Settings).Sample((settings, asked) =>
        Assert.Equal(Names(Figure2.Settings, asked), Names(settings, asked)));

    private static Gen<MigrationSetting> Settings { get; } =
        from type in Gen.Enum<MigrationType>()
        from transport in Gen.Int[2, 6]
        from priority in Gen.UShort[2, 1000]
        from bandwidth in Gen.UShort[1, 1000]
        select new MigrationSetting
        {
            MigrationType = type,
            TransportType = (TransportType)transport,
            Priority = priority,
            Bandwidth = bandwidth,
            BandwidthUnit = Megabit,
        };

    private static MigrationSetting Other(MigrationSetting setting) => new()
    {
        MigrationType = (MigrationType)(2 + ((int)setting.MigrationType! % 3)),
        TransportType = (TransportType)(2 + ((int)setting.TransportType! % 5)),
        Priority = (ushort)(setting.Priority! + 1),
        Bandwidth = (ushort)(setting.Bandwidth! + 1),
        BandwidthUnit = Megabit,
    };

    private static MigrationSetting Asked(TransportType transport, ushort bandwidth, string unit = Megabit) =>
        new() { MigrationType = MigrationType.Live, TransportType = transport, Bandwidth = bandwidth, BandwidthUnit = unit };

    private static List<string> Names(IReadOnlyList<CapabilitySetting> settings, MigrationSetting asked) =>
        AdmissibleSettings.Check(settings, asked).Select(property => property.Name).ToList();

    private static CapabilitySetting Default(MigrationSetting setting) => new() { Role = ValueRole.Default, Setting = setting };

    private static CapabilitySetting Point(MigrationSetting setting, PropertyPolicy policy = PropertyPolicy.Independent) => new() { Policy = policy, Setting = setting };

    private static CapabilitySetting Bound(ValueRange kind, MigrationSetting setting, PropertyPolicy policy = PropertyPolicy.Independent) =>
        new() { Policy = policy, Range = kind, Setting = setting };

    private static IReadOnlyList<CapabilitySetting> Range(
        MigrationSetting low, MigrationSetting high, MigrationSetting? step = null, PropertyPolicy policy = PropertyPolicy.Independent)
    {
        var bounds = new[] { Bound(ValueRange.Minimums, low, policy), Bound(ValueRange.Maximums, high, policy) };
        return step is null ? bounds : bounds.Append(Bound(ValueRange.Increments, step, policy)).ToList();
    }
}
