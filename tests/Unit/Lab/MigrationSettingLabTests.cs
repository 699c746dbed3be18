using System;
using System.Threading.Tasks;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests;

/// <summary>What libvirt and QEMU make of the settings, and what a host shows of itself.</summary>
public sealed class MigrationSettingLabTests(Lab lab) : LabMigrationTest(lab)
{
    [LabFact]
    [Clause("7.4.5-2", "7.4.7-2")]
    public async Task A_host_advertises_what_it_was_seen_to_take()
    {
        string shown = await Vsm.SucceedAsync("""
            $capability = Get-VSMigrationCapability -Session a
            $capability.TransportTypes -join ' '
            $capability.BandwidthRange
            """);

        Assert.Equal("TCP SSH TLS TLSStrict IPC\n1 to 65535 MiB/s in steps of 1", shown);
    }

    [LabTheory]
    [InlineData("-ParallelConnections 2")]
    [InlineData("-Compression xbzrle")]
    [InlineData("-AutoConverge $false")]
    [InlineData("-MaxDowntime 1000")]
    public async Task A_guest_moves_with_each_of_the_settings(string setting)
    {
        var guest = await BusyGuestAsync();

        Assert.Equal("Completed", await Vsm.SucceedAsync(
            $"\"$((New-VSMigrationSetting {setting} | ForEach-Object {{ Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Setting $_ -Wait }}).JobState)\""));
        await AssertMovedAsync(guest);
    }

    [LabFact]
    public async Task A_downtime_that_is_asked_for_is_QEMUs_limit_from_the_start()
    {
        var guest = await BusyGuestAsync();
        Vsm.Start($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b {Slowly} -Setting (New-VSMigrationSetting -MaxDowntime 900) -Wait");
        await IsUnderWayAsync(guest);

        Assert.Equal("900", (await Lab.A.VirshAsync("migrate-getmaxdowntime", guest.Name)).Trim());
        await Vsm.InterruptAsync();
        await Vsm.EndAsync();
        await AssertUntouchedAsync(guest);
    }

    [LabFact]
    public async Task What_does_not_go_together_is_refused_before_the_start()
    {
        var guest = await BusyGuestAsync();

        int code = await Vsm.RunAsync(
            $"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Setting (New-VSMigrationSetting -ParallelConnections 2 -Compression xbzrle) -Wait; exit [int]!$?");

        Assert.Equal(1, code);
        Assert.Contains("SVPC8040", Vsm.Error, StringComparison.Ordinal);
        await AssertUntouchedAsync(guest);
    }
}
