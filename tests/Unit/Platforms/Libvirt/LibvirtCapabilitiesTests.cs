using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using VsMigration.Platforms.Libvirt;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

public sealed class LibvirtCapabilitiesTests
{
    private static readonly MigrationFeatures s_features = new(["tcp", "rdma"], LimitsBandwidth: true, new Version(7, 2, 22), new Version(9, 0, 0));

    [Fact]
    public void The_transports_are_read_from_what_the_host_says() => Assert.Equal(
        new[] { "tcp", "rdma" },
        MigrationFeatures.ReadUriTransports(XElement.Parse(
            "<capabilities><host><migration_features><live/><uri_transports><uri_transport>tcp</uri_transport><uri_transport> rdma </uri_transport></uri_transports></migration_features></host></capabilities>")));

    [Theory]
    [InlineData("<capabilities/>")]
    [InlineData("<capabilities><host><migration_features><live/></migration_features></host></capabilities>")]
    public void A_host_that_says_nothing_has_none(string xml) => Assert.Empty(MigrationFeatures.ReadUriTransports(XElement.Parse(xml)));

    [Fact]
    [Clause("7.4.7-1", "7.4.7-2", "T33-6")]
    public void Transports_are_what_the_host_shows()
    {
        Assert.Equal(
            new[] { TransportType.TCP, TransportType.SSH, TransportType.TLS, TransportType.TLSStrict, TransportType.IPC },
            LibvirtCapabilities.Describe("a", s_features).TransportTypes);
        Assert.Equal(
            new[] { TransportType.SSH },
            LibvirtCapabilities.Describe("a", s_features with { UriTransports = [], Library = new Version(6, 7) }).TransportTypes);
    }

    [Fact]
    public void What_cannot_be_seen_from_here_is_said() => Assert.Contains(
        "cannot be seen",
        LibvirtCapabilities.Describe("a", s_features).Settings.Single(setting => setting.Setting.TransportType == TransportType.TLS).Setting.Description,
        StringComparison.Ordinal);

    [Fact]
    [Clause("7.4.5-2", "7.4.6-2")]
    public void Bandwidth_is_in_whole_MiB_per_second()
    {
        var capability = LibvirtCapabilities.Describe("a", s_features);

        Assert.Equal("1 to 65535 MiB/s in steps of 1", Assert.Single(capability.BandwidthRange));
        Assert.Null(capability.DefaultSetting.Bandwidth);
        Assert.Equal("byte/second*2^20", capability.DefaultSetting.BandwidthUnit);
        Assert.Empty(Wrong(capability, new() { Bandwidth = 30, BandwidthUnit = "MiB/s" }));
        Assert.Empty(Wrong(capability, new() { Bandwidth = 5, BandwidthUnit = "byte/second*2^30" }));
        Assert.Equal(new[] { "Bandwidth" }, Wrong(capability, new() { Bandwidth = 100, BandwidthUnit = "Mbit/s" }));
        Assert.Equal(new[] { "Bandwidth" }, Wrong(capability, new() { Bandwidth = 50, BandwidthUnit = "percent" }));
    }

    [Fact]
    public void A_host_that_cannot_limit_bandwidth_says_so_by_0()
    {
        var capability = LibvirtCapabilities.Describe("a", s_features with { LimitsBandwidth = false });

        Assert.Equal((ushort)0, capability.DefaultSetting.Bandwidth!.Value);
        Assert.Empty(capability.BandwidthRange);
        Assert.Equal(new[] { "Bandwidth" }, Wrong(capability, new() { Bandwidth = 1, BandwidthUnit = "MiB/s" }));
        Assert.Empty(Wrong(capability, new()));
    }

    [Theory]
    [InlineData("7.2", "9.0", 8u, "mt", true)]
    [InlineData("9.1", "9.0", 1u, "mt", false)]
    [InlineData("7.2", "9.0", 1u, "zstd", false)]
    [InlineData("7.2", "9.4", 8u, "zstd", true)]
    [InlineData("3.1", "9.4", 8u, "none", false)]
    [InlineData("7.2", "5.1", 8u, "none", false)]
    [InlineData("7.2", "9.0", 255u, "xbzrle", true)]
    [InlineData("7.2", "9.0", 256u, "xbzrle", false)]
    public void What_came_and_went_with_a_version_is_admitted_by_version(
        string hypervisor, string library, uint connections, string compression, bool admissible) => Assert.Equal(
            admissible,
            Wrong(
                LibvirtCapabilities.Describe("a", s_features with { Hypervisor = Version.Parse(hypervisor), Library = Version.Parse(library) }),
                new() { ParallelConnections = connections, Compression = compression }).Count == 0);

    [Fact]
    [Clause("7.2.2-1", "7.2.2-2", "7.2.2-3", "7.2.2-4", "7.2.2-6", "7.2.2-7", "7.2.2-8", "7.2.2-9", "T30-2", "T30-3")]
    public void Migrations_answer_either_way_and_checks_at_once()
    {
        var capability = LibvirtCapabilities.Describe("a", s_features);

        Assert.Equal(new[] { 2, 3, 4, 5 }, capability.SynchronousMethodsSupported.Select(method => (int)method));
        Assert.Equal(new[] { 2, 3 }, capability.AsynchronousMethodsSupported.Select(method => (int)method));
    }

    [Fact]
    [Clause("T30-4")]
    public void A_destination_is_named_by_name_or_address() =>
        Assert.Equal(new[] { 2, 3, 4 }, LibvirtCapabilities.Describe("a", s_features).DestinationHostFormatsSupported.Select(format => (int)format));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Clause("T33-1")]
    public void The_settings_are_such_as_the_profile_allows(bool limitsBandwidth)
    {
        var settings = LibvirtCapabilities.Describe("a", s_features with { LimitsBandwidth = limitsBandwidth }).Settings;

        Assert.Empty(CapabilitySettingRules.Check(settings));
        Assert.Equal(settings.Count, settings.Select(setting => setting.InstanceId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(settings, setting => Assert.Equal(setting.InstanceId, setting.Setting.InstanceID));
    }

    private static List<string> Wrong(MigrationCapability capability, MigrationSetting asked) =>
        AdmissibleSettings.Check(capability.Settings, DefaultSettings.Apply(asked, capability.DefaultSetting)).Select(property => property.Name).ToList();
}
