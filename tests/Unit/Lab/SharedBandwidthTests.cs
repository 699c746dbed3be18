using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Jobs;
using VsMigration.Jobs.Scheduling;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using Xunit;

namespace VsMigration.Tests;

/// <summary>Three real migrations at once that leave one host: what each gets of its network, measured by virsh.</summary>
public sealed class SharedBandwidthTests(Lab lab) : LabTest(lab)
{
    private const ulong Mebibyte = 1UL << 20;
    private static readonly TimeSpan s_measured = TimeSpan.FromSeconds(4);

    [LabFact]
    [Clause("7.3.2-1", "7.3.3-1")]
    public async Task The_highest_priority_gets_what_it_asks_and_the_next_ones_what_is_left()
    {
        using var folder = new TemporaryFolder();
        using var registry = new SessionRegistry(PlatformRegistry.Default, new ConfigurationFolder(folder.File("home")))
        {
            Limits = new JobLimits { BytesPerSecondPerHost = 24 * Mebibyte },
        };
        var guests = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Lab.CreateGuestAsync(128, pagesPerTick: 512)));
        foreach (var guest in guests)
        {
            await guest.HasTouchedItsMemoryAsync();
        }

        var service = (await registry.ImplyAsync(new Uri(Lab.A.Uri), CancellationToken.None)).Service;
        var low = await StartAsync(service, guests[0], priority: 100, asks: 0);
        await MeasuresAsync((guests[0], 24));
        var middle = await StartAsync(service, guests[1], priority: 10, asks: 8);
        await MeasuresAsync((guests[0], 16), (guests[1], 8));
        var high = await StartAsync(service, guests[2], priority: 1, asks: 12);
        await MeasuresAsync((guests[0], 4), (guests[1], 8), (guests[2], 12));

        // Of one priority now: as much as there is, 24, and 12 are two to one of what the third leaves.
        await service.ModifyJobAsync(middle, new JobChange { Priority = 100, Bandwidth = 12 }, CancellationToken.None);
        await MeasuresAsync((guests[0], 8), (guests[1], 4), (guests[2], 12));

        await service.RequestStateChangeAsync(high, JobEvent.Terminate);
        await high.WhenFinishedAsync();
        await MeasuresAsync((guests[0], 16), (guests[1], 8));

        foreach (var job in new[] { low, middle })
        {
            Assert.DoesNotContain(job.Warnings, warning => warning.MessageId == "VSM0020");
            await service.RequestStateChangeAsync(job, JobEvent.Terminate);
            Assert.Equal(JobState.Terminated, await job.WhenFinishedAsync());
        }

        foreach (var guest in guests)
        {
            await guest.RunsOnceOnAsync(Lab.A);
            await guest.ProveAsync();
        }
    }

    private async Task<MigrationJob> StartAsync(IMigrationService service, LabGuest guest, ushort priority, ushort asks)
    {
        var systems = await service.GetSystemsAsync(CancellationToken.None);
        var job = await service.StartAsync(
            new MigrationRequest
            {
                SystemId = systems.Single(system => system.Name == guest.Name).Id,
                Destination = new MigrationHost { Name = "b", ConnectionUri = new Uri(Lab.B.Uri), MigrationUri = new Uri("tcp://127.0.0.1") },
                Setting = new MigrationSetting
                {
                    Priority = priority,
                    Bandwidth = asks,
                    BandwidthUnit = "byte/second*2^20",
                    TransportType = TransportType.TCP,
                    TimeLimit = TimeSpan.Zero,
                },
            },
            CancellationToken.None);
        await Eventually.HoldsAsync($"the memory of {guest.Name} is being sent", async () => await SentAsync(guest) > 0);
        return job;
    }

    // What QEMU counts as sent, over some seconds: each within a quarter of its share, and together not over the total.
    private async Task MeasuresAsync(params (LabGuest Guest, double Share)[] expected)
    {
        await Task.Delay(TimeSpan.FromSeconds(1)); // a change is a call to libvirt away, and QEMU's rates are those of the second before
        var watch = Stopwatch.StartNew();
        var before = await Task.WhenAll(expected.Select(one => SentAsync(one.Guest)));
        await Task.Delay(s_measured);
        var after = await Task.WhenAll(expected.Select(one => SentAsync(one.Guest)));
        var rates = after.Zip(before, (end, begin) => (end - begin) / (double)Mebibyte / watch.Elapsed.TotalSeconds).ToList();

        string measured = string.Join(", ", rates.Select((rate, i) => $"{rate:0.0} of {expected[i].Share} MiB/s"));
        Assert.True(rates.Zip(expected, (rate, one) => Math.Abs(rate - one.Share) <= one.Share / 4 + 0.5).All(near => near), measured);
        Assert.True(rates.Sum() <= 24 * 1.1, measured);
    }

    private async Task<ulong> SentAsync(LabGuest guest)
    {
        var answer = await Lab.A.TryVirshAsync("domjobinfo", guest.Name, "--rawstats");
        string? line = answer.Output.Split('\n').FirstOrDefault(text => text.TrimStart().StartsWith("memory_processed:", StringComparison.Ordinal));
        return line is null ? 0 : ulong.Parse(line.Split(':')[1].Trim(), CultureInfo.InvariantCulture);
    }
}
