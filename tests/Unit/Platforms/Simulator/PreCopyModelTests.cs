using System;
using System.Linq;
using CsCheck;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class PreCopyModelTests
{
    private const double MiB = 1 << 20;
    [Fact]
    public void A_longer_downtime_ends_the_rounds_of_a_transfer_under_way()
    {
        var guest = new PreCopyGuest { Memory = 1UL << 30, DirtyBytesPerSecond = 120UL << 20, WritableWorkingSet = 512UL << 20 };
        const double bandwidth = 100 << 20;
        var model = new PreCopyModel(guest, new PreCopySettings { AutoConverge = false }).Advance(15, bandwidth, guestRuns: true);
        Assert.Equal(PreCopyPhase.PreCopy, model.Phase);

        var patient = model.Advance(30, bandwidth, guestRuns: true);
        var lenient = model.WithMaxDowntime(TimeSpan.FromSeconds(6)).Advance(30, bandwidth, guestRuns: true);

        Assert.Equal(PreCopyPhase.PreCopy, patient.Phase);
        Assert.Equal(PreCopyPhase.Completed, lenient.Phase);
        Assert.InRange(lenient.Downtime, 0.3, 6);
    }

    [Fact]
    public void A_downtime_shorter_than_the_hand_over_is_not_taken_literally() =>
        Assert.Equal(
            PreCopyPhase.Completed,
            new PreCopyModel(new PreCopyGuest { Memory = 1UL << 20 }, new PreCopySettings())
                .WithMaxDowntime(TimeSpan.FromTicks(1)).Advance(60, 1 << 20, guestRuns: true).Phase);

    private static readonly PreCopySettings s_plain = new() { AutoConverge = false };

    // Rates close to the bandwidth converge after any number of rounds; the tests stay clear of them.
    private static readonly Gen<double> s_slow = Gen.Double[0, 0.9];
    private static readonly Gen<double> s_fast = Gen.Double[1.0, 5.0];
    private static readonly Gen<double> s_bandwidth = Gen.Double[10 * MiB, 4000 * MiB];
    private static readonly Gen<ulong> s_memory = Gen.ULong[1UL << 20, 1UL << 40];

    private static readonly Gen<(PreCopyGuest Guest, double Bandwidth)> s_converging = Case(s_slow);
    private static readonly Gen<(PreCopyGuest Guest, double Bandwidth)> s_any = Gen.OneOf(s_converging, Case(s_fast));

    [Fact]
    public void A_small_guest_moves_by_the_numbers_of_the_paper()
    {
        var guest = new PreCopyGuest { Memory = 1_000_000_000, DirtyBytesPerSecond = 50_000_000, WritableWorkingSet = 800_000_000 };

        var rounds = PreCopyModel.Rounds(guest, s_plain, bytesPerSecond: 100_000_000).ToList();

        // 1000 MB in 10 s; 500 MB in 5 s; 250, 125, 62.5, 31.25 MB; 15.6 MB are left when 29.5 MB fit in 295 ms.
        Assert.Equal(new[] { 1000, 500, 250, 125, 62.5, 31.25, 15.625 }, rounds.Select(round => Math.Round(round.Bytes / 1e6, 6)));
        Assert.Equal(10, rounds[0].Duration.TotalSeconds, 6);
        Assert.Equal(new[] { false, false, false, false, false, false, true }, rounds.Select(round => round.IsStopAndCopy));
        Assert.Equal(0.16125, rounds[6].Duration.TotalSeconds, 1e-6);
        Assert.Equal(0.16125, rounds[5].ExpectedDowntime.TotalSeconds, 1e-6);
    }

    [Fact]
    public void Each_round_sends_what_the_one_before_left_dirty() => s_any.Sample(item =>
    {
        var (guest, bandwidth) = item;
        double workingSet = Math.Min(guest.Memory, guest.WritableWorkingSet);
        double expected = guest.Memory;
        foreach (var round in PreCopyModel.Rounds(guest, s_plain, bandwidth).Take(50))
        {
            AssertClose(expected, round.Bytes);
            expected = Math.Min(workingSet, guest.DirtyBytesPerSecond * (round.Bytes / bandwidth));
        }
    });

    [Fact]
    [Clause("6.2.2-10", "6.2.3-8")]
    public void All_of_the_memory_is_sent_at_least_once_and_nothing_but_what_was_dirtied_again() => s_converging.Sample(item =>
    {
        var rounds = PreCopyModel.Rounds(item.Guest, s_plain, item.Bandwidth).ToList();
        double sent = rounds.Sum(round => round.Bytes);
        double dirtied = rounds.Where(round => !round.IsStopAndCopy).Sum(round => round.Remaining);

        Assert.True(sent >= item.Guest.Memory * (1 - 1e-9));
        AssertClose(item.Guest.Memory + dirtied, sent);
    });

    [Fact]
    public void Without_throttling_it_converges_exactly_if_the_guest_is_slower_than_the_link_or_its_working_set_fits_the_downtime() => s_any.Sample(item =>
    {
        var (guest, bandwidth) = item;
        double fits = bandwidth * 0.295;
        double workingSet = Math.Min(guest.Memory, guest.WritableWorkingSet);
        bool converges = PreCopyModel.Rounds(guest, s_plain, bandwidth).Take(500).Any(round => round.IsStopAndCopy);

        Assert.Equal(guest.DirtyBytesPerSecond < bandwidth || workingSet <= fits, converges);
    });

    [Fact]
    public void With_auto_converge_every_guest_converges() => s_any.Sample(item =>
        Assert.Contains(PreCopyModel.Rounds(item.Guest, new PreCopySettings(), item.Bandwidth).Take(500), round => round.IsStopAndCopy));

    [Fact]
    public void The_downtime_of_a_guest_that_converged_is_within_its_limit() => s_any.Sample(item =>
    {
        var settings = new PreCopySettings();
        var last = PreCopyModel.Rounds(item.Guest, settings, item.Bandwidth).Last();

        Assert.True(last.IsStopAndCopy);
        Assert.InRange(last.Duration, settings.SwitchOver, settings.MaxDowntime + TimeSpan.FromTicks(10));
    });

    [Fact]
    public void Throttling_begins_with_20_percent_after_two_rounds_and_grows_by_10()
    {
        var guest = new PreCopyGuest { Memory = 1UL << 33, DirtyBytesPerSecond = 400_000_000, WritableWorkingSet = 5UL << 30 };

        var throttles = PreCopyModel.Rounds(guest, new PreCopySettings(), bytesPerSecond: 100_000_000)
            .Select(round => Math.Round(round.Throttle, 6)).Take(10);

        Assert.Equal(new[] { 0, 0.0, 0.2, 0.2, 0.3, 0.3, 0.4, 0.4, 0.5, 0.5 }, throttles);
    }

    [Fact]
    public void A_guest_that_stands_still_needs_one_round()
    {
        var model = new PreCopyModel(new PreCopyGuest { Memory = 1000, DirtyBytesPerSecond = 5000, WritableWorkingSet = 1000 }, s_plain)
            .Advance(60, bytesPerSecond: 100, guestRuns: false);

        Assert.Equal(PreCopyPhase.Completed, model.Phase);
        Assert.Equal(1, model.Round);
        Assert.Equal(1000, model.Sent, 6);
    }

    [Fact]
    public void How_time_is_cut_makes_no_difference() => Gen.Select(s_converging, Gen.Double[0.001, 1].Array[1, 20]).Sample((item, slices) =>
    {
        var (guest, bandwidth) = item;
        double scale = guest.Memory / bandwidth;
        var rounds = PreCopyModel.Rounds(guest, new PreCopySettings(), bandwidth).ToList();

        // Where a decision hangs on the last bit of a number, the order of the sums decides it.
        if (rounds.Exists(round => IsClose(round.Remaining, bandwidth * 0.295) || IsClose(round.Remaining, round.Bytes * 0.5)))
        {
            return;
        }

        var model = new PreCopyModel(guest, new PreCopySettings());
        for (int i = 0; model.Phase != PreCopyPhase.Completed; i++)
        {
            model = model.Advance(slices[i % slices.Length] * scale, bandwidth, guestRuns: true);
        }

        Assert.True(Math.Abs(model.Sent - rounds.Sum(round => round.Bytes)) <= 1e-6 * model.Sent);
        Assert.Equal(rounds.Count - 1, model.Round);
        Assert.Equal(rounds[^1].Duration.TotalSeconds, model.Downtime, 1e-6);
    });

    [Fact]
    public void Whatever_happens_the_percentage_never_falls_and_no_byte_is_forgotten() =>
        Gen.Select(s_any, Gen.ULong[0, 1UL << 34], Gen.Select(Gen.Double[0.01, 2], Gen.Double[0, 2], Gen.Bool).Array[1, 40], Gen.Int[0, 60])
            .Sample((item, disks, slices, postCopyAt) =>
            {
                var (guest, bandwidth) = item;
                guest = guest with { Disks = disks };
                double scale = (guest.Memory + disks) / bandwidth;
                var model = new PreCopyModel(guest, new PreCopySettings());
                int percent = 0;
                for (int i = 0; i < 400 && model.Phase != PreCopyPhase.Completed; i++)
                {
                    var (time, speed, runs) = slices[i % slices.Length];
                    model = model.Advance(time * scale, speed * bandwidth, runs);
                    model = i == postCopyAt ? model.SwitchToPostCopy() : model;
                    var report = model.ToProgress(speed * bandwidth, runs);
                    Assert.InRange(report.PercentComplete, percent, 100);
                    Assert.Equal(model.Phase == PreCopyPhase.Completed, report.PercentComplete == 100);
                    Assert.True(model.Sent + model.Remaining >= (guest.Memory + disks) * (1 - 1e-9));
                    percent = report.PercentComplete;
                }
            });

    [Fact]
    public void Post_copy_ends_a_guest_that_would_not_converge_with_the_shortest_downtime()
    {
        var guest = new PreCopyGuest { Memory = 1000, DirtyBytesPerSecond = 500, WritableWorkingSet = 1000 };
        var model = new PreCopyModel(guest, s_plain).Advance(25, bytesPerSecond: 100, guestRuns: true);
        Assert.Equal(PreCopyPhase.PreCopy, model.Phase);

        model = model.SwitchToPostCopy();
        Assert.Equal(PreCopyPhase.PostCopy, model.Phase);
        model = model.Advance(60, bytesPerSecond: 100, guestRuns: true);

        Assert.Equal(PreCopyPhase.Completed, model.Phase);
        Assert.Equal(0.005, model.Downtime, 6);
        Assert.Equal(2500 + 1000, model.Sent, 6);
    }

    [Fact]
    public void Disks_travel_first_and_then_the_memory()
    {
        var model = new PreCopyModel(new PreCopyGuest { Memory = 1000, Disks = 500 }, s_plain);
        Assert.Equal(PreCopyPhase.Disks, model.Phase);

        model = model.Advance(6, bytesPerSecond: 100, guestRuns: true);

        Assert.Equal(PreCopyPhase.PreCopy, model.Phase);
        Assert.Equal(600, model.Sent, 6);
        Assert.Equal(900, model.Remaining, 6);
    }

    [Fact]
    public void A_downtime_without_room_for_memory_is_refused() => Assert.Throws<ArgumentException>(
        () => new PreCopyModel(new PreCopyGuest { Memory = 1 }, new PreCopySettings { MaxDowntime = TimeSpan.FromMilliseconds(5) }));

    private static Gen<(PreCopyGuest Guest, double Bandwidth)> Case(Gen<double> ratio) =>
        Gen.Select(s_memory, s_bandwidth, ratio, Gen.Double[0, 1.2], (memory, bandwidth, rate, part) => (
            new PreCopyGuest
            {
                Memory = memory,
                DirtyBytesPerSecond = (ulong)Math.Ceiling(bandwidth * rate),
                WritableWorkingSet = (ulong)(memory * part),
            },
            bandwidth));

    private static bool IsClose(double one, double other) => Math.Abs(one - other) <= 1e-6 * other;

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1 + (1e-9 * expected), $"{expected} expected, {actual} found");
}
