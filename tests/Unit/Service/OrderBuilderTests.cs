using System;
using System.Collections.Generic;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using Xunit;

namespace VsMigration.Tests.Service;

public sealed class OrderBuilderTests
{
    private static readonly MigrationCapability s_capability = new()
    {
        MigrationTypes = new[] { MigrationType.Live, MigrationType.Restart },
        TransportTypes = new[] { TransportType.TCP, TransportType.TLS },
        DefaultSetting = new MigrationSetting { MigrationType = MigrationType.Live, TransportType = TransportType.TCP, Priority = 100 },
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

    [Fact]
    public void What_the_host_cannot_do_becomes_findings_all_at_once()
    {
        Build(new MigrationSetting { MigrationType = MigrationType.Resume, TransportType = TransportType.IPC, Bandwidth = 1, BandwidthUnit = "furlong" });

        Assert.Equal(3, _findings.Count);
        Assert.All(_findings, finding => Assert.Equal(("SVPC8040", ErrorSeverity.Error), (finding.MessageId, finding.Severity)));
    }

    private MigrationOrder Build(MigrationSetting setting, ulong memory = 1UL << 30) =>
        OrderBuilder.Build(new MigrationRequest { Setting = setting }, new VirtualSystem { Memory = memory }, s_capability, _findings);
}
