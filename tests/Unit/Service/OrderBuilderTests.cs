using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using VsMigration.Tests.Platforms.Simulator;
using Xunit;

namespace VsMigration.Tests.Service;

public sealed class OrderBuilderTests
{
    private const ulong MiB = 1UL << 20;

    private static readonly MigrationCapability s_capability = new()
    {
        Settings = new CapabilitySettings("a", new()
        {
            MigrationType = MigrationType.Live,
            TransportType = TransportType.TCP,
            Priority = 100,
            BandwidthUnit = "byte/second*2^20",
        })
            .Points(new MigrationSetting[]
            {
                new() { MigrationType = MigrationType.Restart, TransportType = TransportType.TLS },
                new() { TransportType = TransportType.Other },
            })
            .Range(
                new() { Priority = 1, Bandwidth = 1, BandwidthUnit = "byte/second*2^20" },
                new() { Priority = 1000, Bandwidth = 65535, BandwidthUnit = "byte/second*2^20" })
            .ToList(),
    };

    private readonly List<MigrationError> _findings = new();

    [Fact]
    [Clause("7.3-3", "7.3.1-2", "7.3.2-2", "7.3.5-1", "7.4.1-6")]
    public void Applies_defaults_property_by_property()
    {
        var order = Build(new MigrationSetting { TransportType = TransportType.TLS });

        Assert.Equal((MigrationType.Live, TransportType.TLS, (ushort)100), (order.MigrationType, order.TransportType, order.Priority));
        Assert.Null(order.BytesPerSecond);
        Assert.Equal(TimeoutAction.Abort, order.OnTimeout);
        Assert.False(order.TurnOff);
        Assert.Empty(_findings);
    }

    [Theory]
    [InlineData(0UL, 120)]
    [InlineData(64UL << 20, 120)]
    [InlineData(1UL << 30, 800)]
    [InlineData(16UL << 30, 12800)]
    public void The_time_limit_goes_by_the_memory(ulong memory, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Build(new MigrationSetting(), memory).TimeLimit);

    [Fact]
    public void A_limit_of_zero_is_none() => Assert.Null(Build(new MigrationSetting { TimeLimit = TimeSpan.Zero }).TimeLimit);

    [Fact]
    [Clause("7.3.2-2")]
    public void Zero_means_the_default_for_priority_and_bandwidth()
    {
        var order = Build(new MigrationSetting { Priority = 0, Bandwidth = 0, BandwidthUnit = "bit/second" });
        Assert.Equal((ushort)100, order.Priority);
        Assert.Null(order.BytesPerSecond);
    }

    [Fact]
    [Clause("7.3.3-1")]
    public void Bandwidth_without_a_unit_takes_the_default_unit() =>
        Assert.Equal(10UL << 20, Build(new MigrationSetting { Bandwidth = 10 }).BytesPerSecond);

    [Theory]
    [InlineData(10, null, 10 * MiB)]
    [InlineData(80, "Mbit/s", 10_000_000UL)]
    [InlineData(2, "byte/second*2^30", 2048 * MiB)]
    [InlineData(0, "byte/second*2^30", null)]
    [InlineData(null, "byte/second*2^30", null)]
    [Clause("7.3.3-1", "7.3.4-1", "7.3.4-2", "7.4.6-3", "T32-4", "T32-5")]
    public void Number_and_unit_are_a_pair(int? number, string? unit, object? bytesPerSecond)
    {
        Assert.Equal(bytesPerSecond, Build(new MigrationSetting { Bandwidth = (ushort?)number, BandwidthUnit = unit }).BytesPerSecond);
        Assert.Empty(_findings);
    }

    [Fact]
    [Clause("7.3-2", "7.3.3-2", "7.4.1-5", "7.4.5-3")]
    public void Without_any_setting_the_default_setting_is_ordered()
    {
        var order = OrderBuilder.Build(
            new MigrationRequest(), new VirtualSystem(), new MigrationCapability { Settings = Figure2.Settings }, _findings);

        Assert.Equal(
            (MigrationType.Live, (ushort)100, (ulong?)1_250_000, TransportType.SSH),
            (order.MigrationType, order.Priority, order.BytesPerSecond, order.TransportType));
        Assert.Empty(_findings);
    }

    [Fact]
    [Clause("7.3.1-1", "7.3.2-1", "T32-2", "T32-3", "T32-6")]
    public void What_is_asked_for_is_ordered()
    {
        var order = Build(new MigrationSetting
        {
            MigrationType = MigrationType.Restart,
            TransportType = TransportType.TLS,
            Priority = 7,
            OnTimeout = TimeoutAction.Suspend,
            TurnOff = true,
            AutoConverge = false,
            PostCopy = true,
            ParallelConnections = 4,
            Compression = "ZSTD",
            MaxDowntime = TimeSpan.FromSeconds(1),
        });

        Assert.Equal((MigrationType.Restart, TransportType.TLS, (ushort)7), (order.MigrationType, order.TransportType, order.Priority));
        Assert.Equal((TimeoutAction.Suspend, true, false, true), (order.OnTimeout, order.TurnOff, order.AutoConverge, order.AllowsPostCopy));
        Assert.Equal((4u, "zstd", TimeSpan.FromSeconds(1)), (order.ParallelConnections, order.Compression, order.MaxDowntime));
        Assert.Empty(_findings);
    }

    [Fact]
    public void Left_out_the_settings_beyond_the_profile_are_the_usual_ones()
    {
        var order = Build(new MigrationSetting { ParallelConnections = 0, Compression = "None" });

        Assert.Equal((true, false, 1u, "", (TimeSpan?)null), (order.AutoConverge, order.AllowsPostCopy, order.ParallelConnections, order.Compression, order.MaxDowntime));
        Assert.True(Build(new MigrationSetting { OnTimeout = TimeoutAction.PostCopy }).AllowsPostCopy);
    }

    [Fact]
    [Clause("7.3.6-2", "T32-7")]
    public void Another_transport_needs_a_name()
    {
        Assert.Equal("RDMA", Build(new MigrationSetting { TransportType = TransportType.Other, OtherTransportType = "RDMA" }).OtherTransportType);
        Assert.Empty(_findings);
        Assert.Empty(Build(new MigrationSetting { TransportType = TransportType.TLS, OtherTransportType = "RDMA" }).OtherTransportType);
        Build(new MigrationSetting { TransportType = TransportType.Other });
        Assert.Equal("MigrationSettingData.OtherTransportType", Assert.Single(_findings).MessageArguments[1]);
    }

    [Fact]
    public void A_percentage_is_of_the_total_and_without_one_a_finding()
    {
        var half = new MigrationRequest { Setting = new MigrationSetting { Bandwidth = 50, BandwidthUnit = "percent" } };
        var order = OrderBuilder.Build(half, new VirtualSystem(), s_capability with { TotalBytesPerSecond = 125_000_001 }, _findings);

        Assert.Equal(62_500_000UL, order.BytesPerSecond);
        Assert.Empty(_findings);
        Assert.Null(OrderBuilder.Build(half, new VirtualSystem(), s_capability, _findings).BytesPerSecond);
        Assert.Equal("MigrationSettingData.Bandwidth", Assert.Single(_findings).MessageArguments[1]);
        Assert.Null(OrderBuilder.Build(half, new VirtualSystem(), new MigrationCapability(), _findings).BytesPerSecond);
        Assert.Contains("what 100 percent are", _findings[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Post_copy_cannot_be_forbidden_and_be_the_way_out()
    {
        Build(new MigrationSetting { PostCopy = false, OnTimeout = TimeoutAction.PostCopy });

        Assert.Equal("MigrationSettingData.PostCopy", Assert.Single(_findings).MessageArguments[1]);
    }

    [Fact]
    [Clause("7.4.2-16", "7.4.4-2")]
    public void What_the_host_cannot_do_becomes_findings_all_at_once()
    {
        var order = Build(new MigrationSetting
        {
            MigrationType = MigrationType.Resume,
            TransportType = TransportType.IPC,
            Priority = 1001,
            Bandwidth = 1,
            BandwidthUnit = "furlong",
        });

        Assert.Equal(
            new[] { "MigrationType", "TransportType", "Priority", "Bandwidth" },
            _findings.Select(finding => finding.MessageArguments[1].Replace("MigrationSettingData.", "", StringComparison.Ordinal)));
        Assert.All(_findings, finding => Assert.Equal(("SVPC8040", ErrorSeverity.Error), (finding.MessageId, finding.Severity)));
        Assert.Equal(
            "The MigrateVirtualSystemToHost() parameter MigrationSettingData.Priority at index 0 is 1001, which is not admissible; expected parameter value is 1 to 1000, 100.",
            _findings[2].Message);
        Assert.Equal((MigrationType.Live, TransportType.TCP, (ushort)100), (order.MigrationType, order.TransportType, order.Priority));
    }

    [Fact]
    public void A_finding_names_the_method_that_was_called()
    {
        OrderBuilder.Build(
            new MigrationRequest { Method = MigrationMethod.MigrateVirtualSystemToSystem, Setting = new MigrationSetting { Priority = 1001 } },
            new VirtualSystem(), s_capability, _findings);

        Assert.Equal("MigrateVirtualSystemToSystem", Assert.Single(_findings).MessageArguments[0]);
    }

    private MigrationOrder Build(MigrationSetting setting, ulong memory = 1UL << 30) =>
        OrderBuilder.Build(new MigrationRequest { Setting = setting }, new VirtualSystem { Memory = memory }, s_capability, _findings);
}
