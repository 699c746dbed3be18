using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests.Jobs.Scheduling;

public sealed class BandwidthSharesTests
{
    private const int Workloads = 5_000;
    private const ulong Grain = BandwidthShares.Grain;

    /// <summary>Up to 12 migrations, asks from less than a grain to more than the total or without a number, few priorities so that they meet.</summary>
    private static readonly Gen<(ulong Total, List<BandwidthRequest> Requests)> s_workload =
        from total in Gen.ULong[12 * Grain, 2000 * Grain]
        from asks in Gen.Select(Gen.UShort[1, 4], Gen.Frequency((4, Gen.ULong[1, 900 * Grain].Select(ask => (ulong?)ask)), (1, Gen.Const((ulong?)null)))).List[0, 12]
        select (total, asks.Select((ask, i) => new BandwidthRequest("job" + i, ask.Item1, ask.Item2)).ToList());

    [Fact]
    [Clause("7.3.3-1")]
    public void Without_a_total_each_gets_what_it_asked()
    {
        var shares = BandwidthShares.Divide(null, new[] { Ask("a", 1, 7), Ask("b", 9, null) });

        Assert.Equal(7 * Grain, shares["a"]);
        Assert.Null(shares["b"]);
    }

    [Fact]
    [Clause("7.3.2-1")]
    [Clause("7.3.3-1")]
    public void Equal_priorities_share_in_proportion_to_what_they_asked()
    {
        var shares = BandwidthShares.Divide(90 * Grain, new[] { Ask("a", 5, 40), Ask("b", 5, 80), Ask("c", 5, 60) });

        Assert.Equal(new ulong?[] { 20 * Grain, 40 * Grain, 30 * Grain }, new[] { shares["a"], shares["b"], shares["c"] });
    }

    [Fact]
    [Clause("7.3.2-1")]
    public void What_a_priority_leaves_goes_to_the_next_and_so_on()
    {
        var shares = BandwidthShares.Divide(60 * Grain, new[] { Ask("third", 30, null), Ask("first", 1, 20), Ask("second", 7, 30) });

        Assert.Equal(new ulong?[] { 20 * Grain, 30 * Grain, 10 * Grain }, new[] { shares["first"], shares["second"], shares["third"] });
    }

    [Fact]
    public void One_under_way_to_which_the_rule_leaves_nothing_keeps_a_grain()
    {
        var shares = BandwidthShares.Divide(10 * Grain, new[] { Ask("low", 9, 5), Ask("high", 1, null) });

        Assert.Equal((9 * Grain, Grain), (shares["high"], shares["low"]));
    }

    [Fact]
    public void Who_asks_for_as_much_as_there_is_gets_no_less_than_who_asks_for_more_than_that()
    {
        var shares = BandwidthShares.Divide(10 * Grain, new[] { Ask("all", 1, null), Ask("more", 1, 1000) });

        Assert.Equal((5 * Grain, 5 * Grain), (shares["all"], shares["more"]));
    }

    [Fact]
    public void Never_over_the_total_and_nothing_left_while_somebody_wants_more() => s_workload.Sample(
        load =>
        {
            var shares = BandwidthShares.Divide(load.Total, load.Requests);
            decimal given = shares.Values.Sum(share => (decimal)share!.Value);
            decimal wanted = load.Requests.Sum(request => request.BytesPerSecond is { } asked ? Whole(asked) : (decimal)load.Total);

            Assert.True(given <= load.Total);
            Assert.Equal(Math.Min(wanted, load.Total / Grain * Grain), given);
        },
        iter: Workloads);

    [Fact]
    public void Nobody_gets_more_than_it_asked_or_nothing() => s_workload.Sample(
        load =>
        {
            var shares = BandwidthShares.Divide(load.Total, load.Requests);
            Assert.All(load.Requests, request => Assert.InRange(
                shares[request.Id]!.Value, Grain, request.BytesPerSecond is { } asked ? Whole(asked) : load.Total));
        },
        iter: Workloads);

    [Fact]
    [Clause("7.3.2-1")]
    public void A_priority_goes_short_only_where_all_lower_ones_have_a_grain_each() => s_workload.Sample(
        load =>
        {
            var shares = BandwidthShares.Divide(load.Total, load.Requests);
            var shorted = load.Requests.Where(request => request.BytesPerSecond is not { } asked || shares[request.Id] < Whole(asked)).ToList();
            if (shorted.Count > 0)
            {
                int highest = shorted.Min(request => request.Priority);
                Assert.All(load.Requests.Where(request => request.Priority > highest), request => Assert.Equal(Grain, shares[request.Id]));
            }
        },
        iter: Workloads);

    [Fact]
    [Clause("7.3.3-1")]
    public void Within_a_priority_shares_are_in_proportion_to_a_grain() => s_workload.Sample(
        load =>
        {
            var level = load.Requests.Select(request => request with { Priority = 1 }).ToList();
            var shares = BandwidthShares.Divide(load.Total, level);
            decimal Share(BandwidthRequest request) => shares[request.Id]!.Value / Grain;
            decimal Wanted(BandwidthRequest request) => request.BytesPerSecond is { } asked
                ? Whole(asked) / Grain
                : Math.Max(load.Total / Grain, level.Max(other => other.BytesPerSecond is { } most ? most / Grain : 0));

            // Those above the smallest share; each of their shares is rounded by less than one grain.
            var above = level.Where(request => Share(request) > 1).ToList();
            decimal shared = above.Sum(Share);
            decimal asked = above.Sum(Wanted);
            Assert.All(above, request => Assert.True(
                Math.Abs(Share(request) - (shared * Wanted(request) / asked)) < 2,
                $"{request} has {Share(request)} of {shared}"));
            Assert.All(
                level.SelectMany(_ => level, (one, other) => (one, other)).Where(pair => Wanted(pair.one) < Wanted(pair.other)),
                pair => Assert.True(Share(pair.one) <= Share(pair.other)));
        },
        iter: Workloads);

    [Fact]
    public void Who_was_found_room_gets_a_share_by_the_rule_and_the_total_still_holds() => s_workload.Sample(
        load =>
        {
            // Built up one by one as a queue would, on a link that may be narrower than the queue is long.
            ulong total = load.Total / 40;
            var active = new List<BandwidthRequest>();
            foreach (var request in load.Requests.Where(request => BandwidthShares.LeavesRoom(total, active, request)))
            {
                active.Add(request);
                Assert.True(BandwidthShares.Divide(total, active).Values.Sum(share => (decimal)share!.Value) <= total);
            }

            Assert.All(load.Requests.Where(request => !active.Contains(request)), refused => Assert.True(
                Taken(active.Where(other => other.Priority < refused.Priority)) + active.Count(other => other.Priority >= refused.Priority) + 1 > total / Grain));

            decimal Taken(IEnumerable<BandwidthRequest> before) =>
                before.Sum(other => other.BytesPerSecond is { } asked ? Whole(asked) / Grain : (decimal)(total / Grain));
        },
        iter: Workloads);

    private static ulong Whole(ulong asked) => Math.Max(asked / Grain, 1) * Grain;

    private static BandwidthRequest Ask(string id, ushort priority, ulong? grains) => new(id, priority, grains * Grain);
}
