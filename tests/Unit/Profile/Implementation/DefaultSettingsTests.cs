using System;
using CsCheck;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Profile.Implementation;

public sealed class DefaultSettingsTests
{
    private static readonly MigrationSetting s_defaults = new()
    {
        MigrationType = MigrationType.Live,
        Priority = 100,
        Bandwidth = 10,
        BandwidthUnit = "bit/second*10^6",
        TransportType = TransportType.SSH,
        OtherTransportType = "RDMA",
        TimeLimit = TimeSpan.FromSeconds(1),
        OnTimeout = TimeoutAction.Suspend,
        TurnOff = true,
        AutoConverge = true,
        PostCopy = true,
        ParallelConnections = 2,
        Compression = "xbzrle",
        MaxDowntime = TimeSpan.FromSeconds(2),
    };

    [Fact]
    [Clause("7.3-2", "7.3-3", "7.3.1-2", "7.3.2-2", "7.3.3-2", "7.3.4-2", "7.3.5-2", "7.4.1-6", "7.4.3-1", "7.4.4-1", "7.4.5-3", "7.4.6-2", "7.4.7-3")]
    public void What_is_left_out_is_the_default() => Assert.Equal(s_defaults with { OtherTransportType = null }, DefaultSettings.Apply(new(), s_defaults));

    [Fact]
    [Clause("7.3.1-1", "7.3.2-1", "7.3.3-1", "7.3.4-1", "7.3.5-1")]
    public void What_is_asked_for_stays()
    {
        var asked = new MigrationSetting
        {
            MigrationType = MigrationType.Restart,
            Priority = 1,
            Bandwidth = 7,
            BandwidthUnit = "percent",
            TransportType = TransportType.TLS,
            TimeLimit = TimeSpan.Zero,
            OnTimeout = TimeoutAction.Abort,
            TurnOff = false,
            AutoConverge = false,
            PostCopy = false,
            ParallelConnections = 9,
            Compression = "none",
            MaxDowntime = TimeSpan.FromSeconds(3),
        };

        Assert.Equal(asked, DefaultSettings.Apply(asked, s_defaults));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [Clause("7.3.2-2", "7.3.3-2", "7.3.4-1")]
    public void Zero_is_the_default_and_a_unit_alone_changes_no_number(int? nothing)
    {
        var applied = DefaultSettings.Apply(
            new() { Priority = (ushort?)nothing, Bandwidth = (ushort?)nothing, BandwidthUnit = "byte/second*2^30", ParallelConnections = (uint?)nothing }, s_defaults);

        Assert.Equal(
            ((ushort?)100, (ushort?)10, "bit/second*10^6", 2u), (applied.Priority, applied.Bandwidth, applied.BandwidthUnit, applied.ParallelConnections));
    }

    [Fact]
    [Clause("7.4.6-3")]
    public void A_number_without_a_unit_takes_the_default_unit() =>
        Assert.Equal("bit/second*10^6", DefaultSettings.Apply(new() { Bandwidth = 7 }, s_defaults).BandwidthUnit);

    [Theory]
    [InlineData(TransportType.Other, "pigeon", "pigeon")]
    [InlineData(TransportType.Other, null, "RDMA")]
    [InlineData(TransportType.SSH, "pigeon", null)]
    [InlineData(null, "pigeon", null)]
    [Clause("7.3.6-1", "7.3.6-2", "7.3.6-3", "7.4.8-3")]
    public void Another_transport_has_a_name_and_no_other_has_one(TransportType? transport, string? name, string? expected) =>
        Assert.Equal(expected, DefaultSettings.Apply(new() { TransportType = transport, OtherTransportType = name }, s_defaults).OtherTransportType);

    [Fact]
    public void Defaults_that_have_been_applied_are_not_applied_again() => Gen.Select(Gen.UShort[0, 3], Gen.Int[0, 6], Gen.Bool).Sample((number, transport, hasUnit) =>
    {
        var once = DefaultSettings.Apply(
            new() { Bandwidth = number, Priority = number, BandwidthUnit = hasUnit ? "percent" : null, TransportType = (TransportType)transport }, s_defaults);
        Assert.Equal(once, DefaultSettings.Apply(once, s_defaults));
    });
}
