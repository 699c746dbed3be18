using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests;

/// <summary>What can go wrong with real guests; afterwards each runs exactly once, every time.</summary>
public sealed class FailureTests(Lab lab) : LabMigrationTest(lab)
{
    [LabFact]
    public async Task Ctrl_C_cancels_what_was_started_and_waits_for_the_undo()
    {
        var guest = await BusyGuestAsync();
        Vsm.Start($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait {Slowly}");
        await IsUnderWayAsync(guest);

        await Vsm.InterruptAsync();

        Assert.Equal(130, await Vsm.EndAsync());
        Assert.Contains("Terminated", Assert.Single(Vsm.Error.Split('\n'), line => line.Contains(guest.Name, StringComparison.Ordinal)), StringComparison.Ordinal);
        await AssertUntouchedAsync(guest);
    }

    [LabFact]
    [Clause("6.2.3-9")]
    public async Task Kill_9_of_the_destinations_QEMU()
    {
        var guest = await BusyGuestAsync();
        Vsm.Start($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait {Slowly}; exit [int]!$?");
        await IsUnderWayAsync(guest);

        await Lab.B.KillQemuAsync(guest.Name);

        Assert.Equal(1, await Vsm.EndAsync());
        await AssertUntouchedAsync(guest);
    }

    [LabTheory]
    [InlineData("source")]
    [InlineData("destination")]
    [Clause("6.2.3-9")]
    public async Task Kill_9_of_a_libvirtd(string which)
    {
        var guest = await BusyGuestAsync();
        Vsm.Start($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait {Slowly}; exit [int]!$?");
        await IsUnderWayAsync(guest);

        await (which == "source" ? Lab.A : Lab.B).KillDaemonAsync();
        await Lab.EnsureUpAsync();

        Assert.Equal(1, await Vsm.EndAsync());
        Assert.Contains("libvirt ", Vsm.Error, StringComparison.Ordinal);
        await AssertUntouchedAsync(guest);
    }

    [LabFact]
    public async Task Kill_9_of_vsm_leaves_a_record_that_the_next_one_lists()
    {
        var guest = await BusyGuestAsync();
        Vsm.Start($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait -Bandwidth 30 -BandwidthUnit MiB/s");
        await IsUnderWayAsync(guest);

        Vsm.Kill();
        await Vsm.EndAsync();
        string listed = await Vsm.SucceedAsync("Get-VSMigrationJob | ForEach-Object { \"$($_.JobState) $($_.VirtualSystem) $($_.CurrentStep)\" }");

        Assert.Equal($"Interrupted {guest.Name} Transfer", listed);

        // libvirt's daemon carries a peer-to-peer migration on by itself, or has given it up: once it has settled, it runs once.
        await Eventually.HoldsAsync("it has settled", async () => (await guest.RunningOnAsync()).Count == 1
            && Lab.Hosts.Count(host => host.HasQemu(guest.Name)) == 1, TimeSpan.FromSeconds(90));
        await guest.ProveAsync();
    }

    [LabFact]
    public async Task A_name_clash_is_refused_with_the_other_ones_identifier()
    {
        var guest = await BusyGuestAsync();
        await Lab.CreateGuestAsync(name: guest.Name, host: Lab.B, off: true);

        int code = await Vsm.RunAsync($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait; exit [int]!$?");

        Assert.Equal(1, code);
        Assert.Contains("SVPC8021", Vsm.Error, StringComparison.Ordinal);
        await guest.RunsOnceOnAsync(Lab.A);
        Assert.Equal("shut off", await Lab.B.StateAsync(guest.Name));
    }

    [LabFact]
    public async Task A_definition_left_from_before_is_refused_though_libvirt_would_take_it()
    {
        var guest = await BusyGuestAsync();
        string definition = Path.Combine(Vsm.Home, "left.xml");
        await File.WriteAllTextAsync(definition, await Lab.A.VirshAsync("dumpxml", "--inactive", guest.Name));
        await Lab.B.VirshAsync("define", definition);

        await Vsm.RunAsync($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait");

        Assert.Contains("SVPC8021", Vsm.Error, StringComparison.Ordinal);
        await guest.RunsOnceOnAsync(Lab.A);
    }

    [LabFact]
    public async Task An_unreachable_host_is_one_error_with_libvirts_own_words()
    {
        var guest = await BusyGuestAsync();

        int code = await Vsm.RunAsync($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost qemu+tcp://127.0.0.1:9/system -Wait; \"$($Error[0].FullyQualifiedErrorId)\"; exit $Error.Count");

        Assert.Equal(1, code);
        Assert.Contains("VSMigration.NotMigratable", Vsm.Output, StringComparison.Ordinal);
        Assert.Contains("libvirt 38/7", Vsm.Error, StringComparison.Ordinal);
        Assert.Contains("Connection refused", Vsm.Error, StringComparison.Ordinal);
        await AssertUntouchedAsync(guest);
    }

    [LabFact]
    public async Task The_same_host_is_refused()
    {
        var guest = await BusyGuestAsync();
        await Vsm.RunAsync($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-a -Wait");
        Assert.Contains("is the source host itself", Vsm.Error, StringComparison.Ordinal);
        await guest.RunsOnceOnAsync(Lab.A);
    }

    [LabFact]
    public async Task A_second_migration_of_the_same_guest_is_refused_by_another_process_too()
    {
        var guest = await BusyGuestAsync();
        Vsm.Start($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait {Slowly}");
        await IsUnderWayAsync(guest);

        using (var other = new LabVsm(Lab))
        {
            await other.RunAsync($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait");
            Assert.Contains("has a migration or another job running on it", other.Error, StringComparison.Ordinal);
        }

        await Vsm.InterruptAsync();
        await Vsm.EndAsync();
        await AssertUntouchedAsync(guest);
    }
}
