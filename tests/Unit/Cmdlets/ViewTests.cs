using System;
using System.Linq;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

/// <summary>What an administrator sees without formatting anything.</summary>
public sealed class ViewTests : CmdletTest
{
    [Theory]
    [InlineData("Get-VSMigrationSystem web01 -Session $source", "Name  State  Memory vCPU Host  Id", "web01 Active  2 GiB    2 sim-a 3f0e6b1c-2d47-4a58-9c1e-7b6a5d4c3e21")]
    [InlineData("New-VSMigrationSession simulator: -Name s", "Id Name Host  ConnectionUri", "1  s    sim-a simulator:")]
    [InlineData("Add-VSMigrationHost kvm7 simulator: tcp://10.0.0.7 -PassThru", "Name ConnectionUri MigrationUri", "kvm7 simulator:    tcp://10.0.0.7")]
    [InlineData("Get-VSMigrationCapability -Session $source", "MigrationTypes   : Live, Resume, Restart", "DefaultSetting   : Live, TCP", "Bandwidth        : ", "Priority         : ")]
    [InlineData("Test-VSMigration gpu01 sim-b -Session $source", "IsMigratable    : False", "Error SVPC8030: ", "has 2 snapshots", "Delete the snapshots", "Warning VSM0001: ")]
    [InlineData("(Test-VSMigration web01 sim-b -Session $source).Findings", "MessageId         : VSM0001", "RecommendedAction : Use -TransportType TLS")]
    [InlineData("New-VSMigrationSetting -Bandwidth 400 -BandwidthUnit Mbit/s -TimeoutSec 90 -Priority 7 -MaxDowntime 250", "Bandwidth   : 400 Mbit/s", "Priority    : 7", "TimeLimit   : at most 1 min 30 s", "MaxDowntime : 250 ms")]
    [InlineData("Get-VSMigrationResourceSetting web01 -Session $source", "ResourceType    Address", "2 GiB")]
    [InlineData("Get-VSMigrationSystemSetting web01 -Session $source", "ElementName             : web01", "VirtualSystemIdentifier : 3f0e6b1c")]
    [InlineData("Get-VSMigrationService $source", "HostName      : sim-a", "Jobs          : none", "Limits        : 16 at once, 8 from and 8 to one host")]
    [InlineData("Set-VSMigrationService -BandwidthPerHost 500 -PassThru", "MaximumMigrations      : 16", "BandwidthPerHost       : 500 MiB/s")]
    [InlineData("New-VSMigrationSetting", "(the host's defaults)")]
    public void An_object_is_read_at_a_glance(string script, params string[] texts)
    {
        Module.Must(script + " | Out-Host");

        Assert.All(texts, text => Assert.Contains(text, Module.Shown, StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_is_one_line_in_human_units()
    {
        Module.Must("Start-VSMigration web01 sim-b -Session $source -Wait -WarningAction Ignore | Out-Host");

        string line = Module.Shown.Split('\n').Single(line => line.Contains(" web01 ", StringComparison.Ordinal));
        Assert.Matches(@"\d web01 +Completed +100 +sim-a +sim-b +[\d.]+ s +\d+ ms", line);
    }

    [Fact]
    public void A_resource_is_one_line_with_what_it_hangs_on()
    {
        Module.Must("Get-VSMigrationResourceSetting build01 -Session $source | Out-Host");

        Assert.Matches(@"EthernetAdapter +52:54:00:3a:9f:03 +1 default +VSM:", Module.Shown);
        Assert.Matches(@"LogicalDisk +vda +4 GiB /var/lib/libvirt/images/build01.qcow2 +VSM:", Module.Shown);
    }

    [Fact]
    public void An_event_is_one_line_in_words()
    {
        Module.Must("Start-VSMigration web01 sim-b -Session $source -WarningAction Ignore | Register-VSMigrationEvent -Wait -StateOnly | Out-Host");

        Assert.Matches(@"\d\d:\d\d:\d\d\.\d{3} +JobCreate +\d+ web01 +submitted with priority \d+", Module.Shown);
        Assert.Matches(@"\d\d:\d\d:\d\d\.\d{3} +JobChange +\d+ web01 +Running to Completed", Module.Shown);
    }
}
