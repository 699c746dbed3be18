using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests;

/// <summary>The lab itself, driven by virsh alone: what the other lab tests rest on.</summary>
public sealed class LabTests(Lab lab) : LabTest(lab)
{
    [LabFact]
    public async Task A_guest_counts_on_and_is_proved()
    {
        var guest = await Lab.CreateGuestAsync(pagesPerTick: 256);
        Assert.Contains("intact", await guest.ProveAsync(), StringComparison.Ordinal);
        Assert.Equal([Lab.A], await guest.RunningOnAsync());
        Assert.Equal(Lab.A.HostName, await Lab.A.VirshAsync("hostname"));
    }

    [LabFact]
    public async Task Virsh_migrate_there_and_back_keeps_the_count()
    {
        var guest = await Lab.CreateGuestAsync(pagesPerTick: 1024);
        await guest.HasTouchedItsMemoryAsync();

        await MigrateAsync(guest, Lab.A);
        await guest.RunsOnceOnAsync(Lab.B);
        Assert.Null(await Lab.A.StateAsync(guest.Name));

        await MigrateAsync(guest, Lab.B);
        await guest.RunsOnceOnAsync(Lab.A);
        await guest.ProveAsync();
    }

    [LabFact]
    public async Task A_local_disk_moves_along_into_the_pool_of_the_other_host()
    {
        var guest = await Lab.CreateGuestAsync(diskMiB: 2);
        await MigrateAsync(guest, Lab.A, "--copy-storage-all");
        Assert.Equal(await File.ReadAllBytesAsync(guest.DiskFileOn(Lab.A)), await File.ReadAllBytesAsync(guest.DiskFileOn(Lab.B)));
    }

    [LabFact]
    public async Task A_restart_does_not_pass_for_a_live_migration()
    {
        var guest = await Lab.CreateGuestAsync();
        await guest.CountsOnAsync(20);
        var before = guest.Ticks();
        await Lab.A.VirshAsync("destroy", guest.Name);
        await Lab.A.VirshAsync("start", guest.Name);
        await Eventually.HoldsAsync("it starts again from 1", () => guest.Ticks() > 0 && guest.Ticks() < before);

        var found = await Assert.ThrowsAsync<InvalidOperationException>(() => guest.ProveAsync());
        Assert.Contains("1 restarts, expected 0", found.Message, StringComparison.Ordinal);
        await guest.ProveAsync(restarts: 1);
    }

    [LabTheory]
    [InlineData("00000001 00000000 K|00000003 00000000 K|", "line 2: the counter was 1 and is now 3")]
    [InlineData("00000001 00000000 K|00000001 00000000 K|", "1 restarts, expected 0")]
    [InlineData("00000001 00000000 K|00000002 00000000 K|00000002 00000000 K|", "line 3: the counter was 2 and is now 2")]
    [InlineData("00000001 00000000 K|00000002 00000001 E|00000003 00000001 E|", "line 2: the guest lost memory")]
    [InlineData("00000001 00000000 K|00000002 0000000|00000003 00000000 K|", "line 2: not a counter line")]
    [InlineData("00000002 00000000 K|00000003 00000000 K|", "line 1: the counter was 0 and is now 2")]
    [InlineData("000000", "the guest has not printed a line")]
    public async Task A_broken_console_is_caught(string console, string expected)
    {
        var path = Path.Combine(Lab.Folder, "console", "broken.log");
        await File.WriteAllTextAsync(path, console.Replace("|", "\r\n", StringComparison.Ordinal));

        var found = await Assert.ThrowsAsync<InvalidOperationException>(() => Lab.CheckConsoleAsync(path));
        Assert.Contains(expected, found.Message, StringComparison.Ordinal);
    }

    [LabFact]
    public async Task The_unfinished_line_of_a_guest_that_is_writing_is_not_held_against_it()
    {
        var path = Path.Combine(Lab.Folder, "console", "unfinished.log");
        await File.WriteAllTextAsync(path, "00000001 00000000 K\r\n00000002 00000000 K\r\n000000");
        Assert.Contains("counter 2,", await Lab.CheckConsoleAsync(path), StringComparison.Ordinal);
    }

    [LabTheory]
    [InlineData("00000001 00000000 K|00000002 00000000 K|000000000000001 00000000 K|", 1, null)]
    [InlineData("00000001 00000000 K|00000002 00000000 K|000000000000001 00000000 K|", 0, "line 3: not a counter line")]
    [InlineData("00000001 00000000 K|00000002 00000000 K|00000007 00000001 00000000 K|", 1, "line 3: not a counter line")]
    public async Task The_unfinished_line_before_a_restart_is_not_held_against_it_where_it_is_the_next(string console, int restarts, string? wrong)
    {
        var path = Path.Combine(Lab.Folder, "console", "restarted.log");
        await File.WriteAllTextAsync(path, console.Replace("|", "\r\n", StringComparison.Ordinal));
        if (wrong is null)
        {
            Assert.Contains("restarts 1", await Lab.CheckConsoleAsync(path, restarts), StringComparison.Ordinal);
            return;
        }

        var found = await Assert.ThrowsAsync<InvalidOperationException>(() => Lab.CheckConsoleAsync(path, restarts));
        Assert.Contains(wrong, found.Message, StringComparison.Ordinal);
    }

    [LabFact]
    public async Task A_killed_daemon_comes_back_and_finds_its_guest_running()
    {
        var guest = await Lab.CreateGuestAsync();
        await Lab.A.KillDaemonAsync();
        Assert.NotEqual(0, (await Lab.A.TryVirshAsync("list")).ExitCode);
        Assert.True(Lab.A.HasQemu(guest.Name));

        await Lab.EnsureUpAsync();
        await guest.RunsOnceOnAsync(Lab.A);
        await guest.ProveAsync();
    }

    [LabFact]
    public async Task A_killed_guest_is_seen_as_gone()
    {
        var guest = await Lab.CreateGuestAsync();
        await Lab.A.KillQemuAsync(guest.Name);
        await Eventually.HoldsAsync("libvirt notices", async () => await Lab.A.StateAsync(guest.Name) == "shut off");
        Assert.Empty(await guest.RunningOnAsync());
        await guest.StandsStillAsync();
    }

    [LabTheory]
    [InlineData(false, "shut off")]
    [InlineData(true, "running")]
    public async Task The_power_button_turns_a_guest_off_unless_it_is_deaf(bool deaf, string state)
    {
        var guest = await Lab.CreateGuestAsync(deaf: deaf);
        await Lab.A.VirshAsync("shutdown", guest.Name);
        if (deaf)
        {
            await guest.CountsOnAsync(20);
        }
        else
        {
            await Eventually.HoldsAsync("it is off", async () => await Lab.A.StateAsync(guest.Name) == "shut off");
        }

        Assert.Equal(state, await Lab.A.StateAsync(guest.Name));
    }

    [LabFact]
    public async Task Nothing_of_a_test_is_left_behind()
    {
        var guest = await Lab.CreateGuestAsync(diskMiB: 1);
        var defined = await Lab.CreateGuestAsync(host: Lab.B, off: true);
        await Lab.RemoveGuestsAsync();

        Assert.DoesNotContain(guest.Name, await Lab.A.GuestsAsync());
        Assert.DoesNotContain(defined.Name, await Lab.B.GuestsAsync());
        Assert.False(File.Exists(guest.ConsolePath) || File.Exists(guest.DiskFileOn(Lab.A)) || Lab.A.HasQemu(guest.Name));
    }

    private Task<string> MigrateAsync(LabGuest guest, LabHost from, params string[] more) =>
        from.VirshAsync(["migrate", guest.Name, Lab.Other(from).Uri,
            "--live", "--p2p", "--persistent", "--undefinesource", "--migrateuri", "tcp://127.0.0.1", .. more]);
}
