using System;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

/// <summary>Settings as objects of their own, and what becomes of them in a check and a migration.</summary>
public sealed class SettingTests : CmdletTest
{
    [Fact]
    public void What_is_left_out_is_null_and_so_the_hosts_default()
    {
        var setting = Module.One("New-VSMigrationSetting -Priority 7 -TimeoutSec 90");

        Assert.Equal((7, TimeSpan.FromSeconds(90)), (setting.Get<int>("Priority"), setting.Get<TimeSpan>("TimeLimit")));
        Assert.All(new[] { "MigrationType", "TransportType", "Bandwidth", "BandwidthUnit", "OnTimeout", "TurnOff" }, name => Assert.Null(setting.Get(name)));
    }

    [Theory]
    [InlineData("800", 800)]
    [InlineData("1.5", 1.5)]
    [InlineData("'800'", 800)]
    [InlineData("'00:00:02'", 2000)]
    [InlineData("([timespan]::FromSeconds(2))", 2000)]
    public void A_downtime_is_a_number_of_milliseconds_or_a_time(string given, double milliseconds) =>
        Assert.Equal(milliseconds, Module.One("New-VSMigrationSetting -MaxDowntime " + given).Get<TimeSpan>("MaxDowntime").TotalMilliseconds);

    [Theory]
    [InlineData("-1", "ParameterArgumentTransformationError,")]
    [InlineData("soon", "CannotConvertArgumentNoMessage,")]
    public void What_is_no_time_is_refused(string given, string id) => Assert.StartsWith(
        id, Module.Fail("New-VSMigrationSetting -MaxDowntime " + given).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Theory]
    [InlineData("-AutoConverge $false", "AutoConverge", "False")]
    [InlineData("-PostCopy", "PostCopy", "True")]
    [InlineData("-ParallelConnections 4", "ParallelConnections", "4")]
    [InlineData("-Compression xbzrle", "Compression", "xbzrle")]
    [InlineData("-OtherTransportType RDMA -TransportType Other", "OtherTransportType", "RDMA")]
    public void What_the_platforms_add_is_set_by_name(string given, string property, string value) =>
        Assert.Equal(value, Module.One("New-VSMigrationSetting " + given).Text(property));

    [Fact]
    public void A_copy_differs_in_what_is_given_only()
    {
        var copy = Module.One("New-VSMigrationSetting -Bandwidth 400 -BandwidthUnit MiB/s -TurnOff | New-VSMigrationSetting -Priority 10");

        Assert.Equal(("400", "MiB/s", "10", "True"), (copy.Text("Bandwidth"), copy.Text("BandwidthUnit"), copy.Text("Priority"), copy.Text("TurnOff")));
    }

    [Fact]
    public void Rows_of_a_table_may_bring_their_settings()
    {
        var job = Module.One(
            "[pscustomobject]@{ Name = 'web01'; DestinationHost = 'sim-b'; Setting = New-VSMigrationSetting -Priority 7 } | Start-VSMigration -Session $source -Wait");

        Assert.Equal("7", job.Text("Priority"));
    }

    [Theory]
    [InlineData("New-VSMigrationSetting -MigrationType Resume -TransportType TLS -Priority 7")]
    [InlineData("@{ MigrationType = 'Resume'; TransportType = 'TLS'; Priority = 7 }")]
    public void A_setting_reaches_the_job(string setting)
    {
        var job = Module.One($"Start-VSMigration web01 sim-b -Session $source -Setting ({setting}) -Wait");

        Assert.Equal(("Resume", "TLS", "7"), (job.Text("MigrationType"), job.Text("TransportType"), job.Text("Priority")));
    }

    [Fact]
    public void What_is_given_beside_a_setting_goes_before_it()
    {
        Module.Must("$setting = New-VSMigrationSetting -MigrationType Resume -TransportType TLS -Priority 7");
        var job = Module.One("Start-VSMigration web01 sim-b -Session $source -Setting $setting -MigrationType Live -Wait");

        Assert.Equal(("Live", "TLS", "7"), (job.Text("MigrationType"), job.Text("TransportType"), job.Text("Priority")));
    }

    [Fact]
    public void A_check_takes_the_same_setting_and_says_what_it_asks_in_vain()
    {
        var report = Module.One("Test-VSMigration web01 sim-b -Session $source -Setting (New-VSMigrationSetting -MigrationType Resume -Bandwidth 5 -BandwidthUnit furlong/s)");

        Assert.Equal(("Resume", "False"), (report.Text("MigrationType"), report.Text("IsMigratable")));
    }

    [Fact]
    public void A_setting_that_is_null_is_refused() => Assert.StartsWith(
        "ParameterArgumentValidationError,",
        Module.Fail("Start-VSMigration web01 sim-b -Session $source -Setting $null").FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_type_that_there_is_not_is_refused_before_anything_is_asked() => Assert.StartsWith(
        "CannotConvertArgumentNoMessage,", Module.Fail("New-VSMigrationSetting -MigrationType Teleport").FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void Units_are_offered() =>
        Assert.Equal(["MiB/s"], Module.Complete("New-VSMigrationSetting -Bandwidth 5 -BandwidthUnit Mi"));
}
