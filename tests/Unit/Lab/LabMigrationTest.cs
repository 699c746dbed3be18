using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests;

/// <summary>Base of the tests that migrate real guests by the cmdlets.</summary>
public abstract class LabMigrationTest(Lab lab) : LabTest(lab)
{
    /// <summary>Slower than the guest dirties its memory, so that the transfer is under way until somebody ends it.</summary>
    protected const string Slowly = "-Bandwidth 2 -BandwidthUnit MiB/s";

    private LabVsm? _vsm;

    internal LabVsm Vsm => _vsm ??= new LabVsm(Lab);

    public override Task DisposeAsync()
    {
        _vsm?.Dispose();
        return base.DisposeAsync();
    }

    /// <summary>A guest whose memory is all in use and is dirtied at 18 MiB/s.</summary>
    protected async Task<LabGuest> BusyGuestAsync(int memoryMiB = 64, int diskMiB = 0)
    {
        var guest = await Lab.CreateGuestAsync(memoryMiB, pagesPerTick: 256, diskMiB: diskMiB);
        await guest.HasTouchedItsMemoryAsync();
        return guest;
    }

    /// <summary>Waits until host a sends a guest's memory.</summary>
    protected Task IsUnderWayAsync(LabGuest guest) => Eventually.HoldsAsync($"the memory of {guest.Name} is being sent", async () =>
        (await Lab.A.TryVirshAsync("domjobinfo", guest.Name)).Output.Contains("Memory processed", System.StringComparison.Ordinal));

    /// <summary>It is where it was, it never noticed anything, and nothing of it is at the destination.</summary>
    protected async Task AssertUntouchedAsync(LabGuest guest)
    {
        await guest.RunsOnceOnAsync(Lab.A);
        Assert.Null(await Lab.B.StateAsync(guest.Name));
        await guest.ProveAsync();
    }

    /// <summary>It runs at the destination, nothing of it is left at the source, and it never noticed anything.</summary>
    protected async Task AssertMovedAsync(LabGuest guest)
    {
        await guest.RunsOnceOnAsync(Lab.B);
        Assert.Null(await Lab.A.StateAsync(guest.Name));
        await guest.ProveAsync();
    }
}
