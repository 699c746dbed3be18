using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests;

/// <summary>Live migrations of real guests, from a prompt.</summary>
public sealed class LiveMigrationTests(Lab lab) : LabMigrationTest(lab)
{
    [LabFact]
    [Clause("6.2-1", "6.2.3-2", "6.2.3-6", "6.2.3-8", "6.2.3-10")]
    public async Task Twenty_in_a_row_and_the_guest_never_stops_counting()
    {
        var guest = await BusyGuestAsync(256);

        string states = await Vsm.SucceedAsync($$"""
            for ($i = 0; $i -lt 10; $i++) {
                "$((Start-VSMigration {{guest.Name}} -Session a -DestinationHost lab-b -Wait).JobState)"
                "$((Start-VSMigration {{guest.Name}} -Session b -DestinationHost lab-a -Wait).JobState)"
            }
            """);

        Assert.Equal(Enumerable.Repeat("Completed", 20), states.Split('\n'));
        await AssertUntouchedAsync(guest);
    }

    [LabFact]
    public async Task The_job_shows_what_libvirt_counted()
    {
        var guest = await BusyGuestAsync();

        string[] figures = (await Vsm.SucceedAsync($$"""
            $job = Start-VSMigration {{guest.Name}} -Session a -DestinationHost lab-b -Wait
            "$($job.JobState)"
            $job.BytesTransferred -gt 60MB
            $job.BytesTotal -ge 64MB
            $job.BytesRemaining
            $job.Iterations -gt 1
            $job.Downtime.TotalMilliseconds -gt 0 -and $job.Downtime.TotalSeconds -lt 5
            $job.ElapsedTime.TotalSeconds -gt 0.1
            "$($job.SourceHost) $($job.DestinationHost) $($job.VirtualSystem) $($job.TransportType) $($job.PercentComplete)"
            """)).Split('\n');

        Assert.Equal(["Completed", "True", "True", "0", "True", "True", "True", $"lab-a lab-b {guest.Name} TCP 100"], figures);
        await AssertMovedAsync(guest);
    }

    [LabFact]
    public async Task Eight_at_once_from_one_pipeline()
    {
        var guests = await EightGuestsAsync();

        string states = await Vsm.SucceedAsync("""
            Get-VSMigrationSystem -Session a | Start-VSMigration -DestinationHost lab-b -Wait | ForEach-Object { "$($_.JobState)" }
            """);

        Assert.Equal(Enumerable.Repeat("Completed", 8), states.Split('\n'));
        foreach (var guest in guests)
        {
            await AssertMovedAsync(guest);
        }
    }

    [LabFact]
    [Clause("6.2.3-9")]
    public async Task One_of_eight_is_cancelled_while_all_run()
    {
        var guests = await EightGuestsAsync();

        string[] said = (await Vsm.SucceedAsync($$"""
            $jobs = @(Get-VSMigrationSystem -Session a | Start-VSMigration -DestinationHost lab-b {{Slowly}})
            while (@($jobs | Where-Object BytesTransferred -eq 0).Count) { Start-Sleep -Milliseconds 50 }
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $jobs[3] | Stop-VSMigrationJob
            $watch.Elapsed.TotalSeconds -lt 10
            "$($jobs[3].JobState)"
            @($jobs | Where-Object { "$($_.JobState)" -eq 'Running' }).Count
            $jobs | Where-Object { -not $_.IsFinished } | Stop-VSMigrationJob
            @($jobs | Where-Object { "$($_.JobState)" -eq 'Terminated' }).Count
            """)).Split('\n');

        Assert.Equal(["True", "Terminated", "7", "8"], said);
        foreach (var guest in guests)
        {
            await AssertUntouchedAsync(guest);
        }
    }

    [LabFact]
    [Clause("6.2.3-3")]
    public async Task A_paused_guest_arrives_paused()
    {
        var guest = await BusyGuestAsync();
        await Lab.A.VirshAsync("suspend", guest.Name);

        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait");

        Assert.Equal("paused", await Lab.B.StateAsync(guest.Name));
        Assert.Null(await Lab.A.StateAsync(guest.Name));
        await Lab.B.VirshAsync("resume", guest.Name);
        await guest.ProveAsync();
    }

    [LabFact]
    [Clause("6.2.3-1")]
    public async Task A_guest_that_is_shut_off_moves_as_a_definition()
    {
        var guest = await Lab.CreateGuestAsync(off: true);

        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait");

        Assert.Equal("shut off", await Lab.B.StateAsync(guest.Name));
        Assert.Null(await Lab.A.StateAsync(guest.Name));
    }

    [LabFact]
    public async Task Autostart_is_carried_over()
    {
        var guest = await BusyGuestAsync();
        await Lab.A.VirshAsync("autostart", guest.Name);

        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait");

        Assert.Contains("Autostart:      enable", await Lab.B.VirshAsync("dominfo", guest.Name), StringComparison.Ordinal);
        await Lab.B.VirshAsync("autostart", "--disable", guest.Name);
        await AssertMovedAsync(guest);
    }

    [LabTheory]
    [InlineData("Suspend")]
    [InlineData("PostCopy")]
    public async Task A_guest_that_never_converges_arrives_by_what_was_asked_for(string action)
    {
        var guest = await BusyGuestAsync();

        await Vsm.SucceedAsync($"Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait -Bandwidth 8 -TimeoutSec 3 -OnTimeout {action}");

        await AssertMovedAsync(guest);
    }

    [LabFact]
    public async Task A_guest_that_never_converges_stays_where_nothing_else_was_asked_for()
    {
        var guest = await BusyGuestAsync();

        int code = await Vsm.RunAsync($"$null = Start-VSMigration {guest.Name} -Session a -DestinationHost lab-b -Wait {Slowly} -TimeoutSec 3; exit [int]!$?");

        Assert.Equal(1, code);
        Assert.Contains("SVPC8042", Vsm.Error, StringComparison.Ordinal);
        await AssertUntouchedAsync(guest);
    }

    private async Task<IReadOnlyList<LabGuest>> EightGuestsAsync()
    {
        var guests = new List<LabGuest>();
        for (int i = 0; i < 8; i++)
        {
            guests.Add(await Lab.CreateGuestAsync(32, pagesPerTick: 128));
        }

        foreach (var guest in guests)
        {
            await guest.HasTouchedItsMemoryAsync();
        }

        return guests;
    }
}
