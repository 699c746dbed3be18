using System;
using System.IO;
using System.Threading.Tasks;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests;

/// <summary>Real guests that pause or shut down on their way, and disks that move along.</summary>
public sealed class ResumeRestartTests(Lab lab) : LabMigrationTest(lab)
{
    [LabFact]
    [Clause("6.2.2-2", "6.2.2-8", "6.2.2-10")]
    public async Task Resume_moves_a_paused_instance_and_lets_it_run_on()
    {
        var guest = await BusyGuestAsync();
        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -MigrationType Resume -Wait");
        await AssertMovedAsync(guest);
    }

    [LabFact]
    [Clause("6.2.2-6")]
    public async Task Resume_that_is_stopped_lets_it_run_on_where_it_was()
    {
        var guest = await BusyGuestAsync();
        Vsm.Start($"$job = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -MigrationType Resume {Slowly}; 'started'; Wait-VSMigrationJob -Id $job.Id");
        await IsUnderWayAsync(guest);
        await guest.StandsStillAsync();

        await Vsm.InterruptAsync();
        await Vsm.EndAsync();

        await AssertUntouchedAsync(guest);
    }

    [LabFact]
    [Clause("6.2.2-4", "6.2.3-4")]
    public async Task A_suspended_guest_moves_with_its_saved_state_and_counts_on_when_it_is_started()
    {
        var guest = await BusyGuestAsync();
        await Lab.A.VirshAsync("managedsave", guest.Name);
        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait");

        Assert.Null(await Lab.A.StateAsync(guest.Name));
        Assert.Equal("shut off", await Lab.B.StateAsync(guest.Name));
        await Lab.B.VirshAsync("start", guest.Name);
        await guest.RunsOnceOnAsync(Lab.B);
        await guest.ProveAsync();
    }

    [LabFact]
    [Clause("6.2.3-9")]
    public async Task A_suspended_guest_whose_migration_is_stopped_is_suspended_as_before()
    {
        var guest = await BusyGuestAsync();
        await Lab.A.VirshAsync("managedsave", guest.Name);
        Vsm.Start($"$job = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b {Slowly}; 'started'; Wait-VSMigrationJob -Id $job.Id");
        await IsUnderWayAsync(guest);

        await Vsm.InterruptAsync();
        await Vsm.EndAsync();

        Assert.Equal("shut off", await Lab.A.StateAsync(guest.Name));
        Assert.Null(await Lab.B.StateAsync(guest.Name));
        await Lab.A.VirshAsync("start", guest.Name);
        await guest.RunsOnceOnAsync(Lab.A);
        await guest.ProveAsync();
    }

    [LabFact]
    [Clause("6.2.1-5", "6.2.1-8")]
    public async Task Restart_shuts_down_moves_and_starts()
    {
        var guest = await BusyGuestAsync();
        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -MigrationType Restart -Wait");

        await guest.RunsOnceOnAsync(Lab.B);
        Assert.Null(await Lab.A.StateAsync(guest.Name));
        await guest.ProveAsync(restarts: 1);
    }

    [LabFact]
    public async Task A_guest_that_ignores_the_power_button_stays_and_the_job_says_that_it_may_still_go_down()
    {
        var guest = await Lab.CreateGuestAsync(deaf: true);
        int code = await Vsm.RunAsync($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -MigrationType Restart -TimeoutSec 2 -Force -Wait; exit [int]!$?");

        Assert.Equal(1, code);
        Assert.Contains("VSM0007", Vsm.Error, StringComparison.Ordinal);
        await AssertUntouchedAsync(guest);
    }

    [LabFact]
    public async Task With_TurnOff_it_is_powered_off_after_its_time()
    {
        var guest = await Lab.CreateGuestAsync(deaf: true);
        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -MigrationType Restart -TimeoutSec 2 -TurnOff -Wait");

        await guest.RunsOnceOnAsync(Lab.B);
        await guest.ProveAsync(restarts: 1);
    }

    [LabTheory]
    [InlineData("Live", 0)]
    [InlineData("Resume", 0)]
    [InlineData("Restart", 1)]
    [Clause("6.2.1-7")]
    public async Task A_writable_local_disk_moves_along(string type, int restarts)
    {
        var guest = await BusyGuestAsync(diskMiB: 8);
        byte[] content = await File.ReadAllBytesAsync(guest.DiskFileOn(Lab.A));

        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -MigrationType {type} -Wait");

        await guest.RunsOnceOnAsync(Lab.B);
        Assert.Equal(content, await File.ReadAllBytesAsync(guest.DiskFileOn(Lab.B)));
        Assert.Equal(content, await File.ReadAllBytesAsync(guest.DiskFileOn(Lab.A)));
        await guest.ProveAsync(restarts);
    }

    [LabTheory]
    [InlineData("Live")]
    [InlineData("Restart")]
    public async Task A_migration_that_is_stopped_leaves_no_disk_at_the_destination(string type)
    {
        var guest = await BusyGuestAsync(diskMiB: 8);
        string slowly = type == "Live" ? Slowly : "-TimeoutSec 0";
        if (type == "Restart")
        {
            // Nobody can start it there: QEMU finds its console's place taken by a folder of another user's.
            Directory.CreateDirectory(Path.Combine(Lab.B.ImagesFolder, guest.Name + ".img"));
        }

        Vsm.Start($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -MigrationType {type} {slowly} -Wait");
        if (type == "Live")
        {
            await IsUnderWayAsync(guest);
            await Vsm.InterruptAsync();
        }

        await Vsm.EndAsync();
        await guest.RunsOnceOnAsync(Lab.A);
        Assert.Null(await Lab.B.StateAsync(guest.Name));
        Assert.False(File.Exists(guest.DiskFileOn(Lab.B)));
        if (type == "Restart")
        {
            Directory.Delete(Path.Combine(Lab.B.ImagesFolder, guest.Name + ".img"));
        }
    }

    [LabFact]
    public async Task A_disk_on_storage_that_both_hosts_share_is_recognised_and_not_copied()
    {
        var guest = await BusyGuestAsync();
        string shared = Path.Combine(Lab.Folder, "shared", guest.Name + ".img");
        await File.WriteAllBytesAsync(shared, new byte[1 << 20]);
        try
        {
            await Command.RunAsync("chown", ["--reference", Path.Combine(Lab.Folder, "console"), shared]);
            await Lab.A.VirshAsync("attach-disk", guest.Name, shared, "vdb", "--persistent", "--live", "--targetbus", "virtio");
            string steps = await Vsm.SucceedAsync($"(Test-VSMigration {guest.Name} -Session a -DestinationHost lab-b).Findings | ForEach-Object {{ \"$_\" }}");
            Assert.DoesNotContain("VSM0006", steps, StringComparison.Ordinal);
            await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait");
            await AssertMovedAsync(guest);
        }
        finally
        {
            File.Delete(shared);
        }
    }
}
