using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests.Jobs.Scheduling;

public sealed class JobSchedulerTests
{
    private const int Workloads = 5_000;

    private static readonly Gen<string> s_host = Gen.Int[0, 4].Select(number => "host" + number);

    private static readonly Gen<JobLimits> s_limits =
        from all in Gen.Int[1, 6]
        from outgoing in Gen.Int[1, 3]
        from incoming in Gen.Int[1, 3]
        from rate in Gen.Frequency((1, Gen.Const((ulong?)null)), (1, Gen.ULong[2, 20].Select(grains => (ulong?)(grains * BandwidthShares.Grain))))
        select new JobLimits { MaximumMigrations = all, MaximumOutgoingPerHost = outgoing, MaximumIncomingPerHost = incoming, BytesPerSecondPerHost = rate };

    /// <summary>Jobs in the order in which they are submitted, and how long each will run.</summary>
    private static readonly Gen<List<(ScheduledJob Job, int Duration)>> s_queue =
        Gen.Select(s_host, s_host, Gen.UShort[1, 3], Gen.Int[1, 5], Gen.ULong[1, 12]).List[1, 25].Select(jobs => jobs.Select((job, i) => (
            Job(i, job.Item1, job.Item2, job.Item3, job.Item5 * BandwidthShares.Grain), job.Item4)).ToList());

    [Fact]
    [Clause("7.3.2-1")]
    public void The_lower_number_goes_first_whenever_it_was_submitted()
    {
        var limits = new JobLimits { MaximumMigrations = 2 };
        var started = JobScheduler.MayStart(limits, Array.Empty<ScheduledJob>(), new[] { Job(1, "a", "b", 100), Job(2, "c", "d", 100), Job(3, "e", "f", 1) });

        Assert.Equal(new[] { "job3", "job1" }, started.Select(job => job.Id));
    }

    [Fact]
    public void One_that_waits_for_a_full_host_does_not_hold_up_those_that_go_elsewhere()
    {
        var limits = new JobLimits { MaximumIncomingPerHost = 1 };
        var started = JobScheduler.MayStart(limits, new[] { Job(0, "a", "b") }, new[] { Job(1, "a", "b"), Job(2, "a", "c") });

        Assert.Equal("job2", Assert.Single(started).Id);
    }

    [Fact]
    public void The_first_in_line_for_a_full_host_keeps_its_place_at_the_other()
    {
        var limits = new JobLimits { MaximumIncomingPerHost = 1, MaximumOutgoingPerHost = 1 };
        Assert.Empty(JobScheduler.MayStart(limits, new[] { Job(0, "x", "b") }, new[] { Job(1, "a", "b"), Job(2, "a", "c") }));
    }

    [Fact]
    [Clause("7.3.2-1")]
    public void One_to_which_higher_priorities_leave_no_bandwidth_waits()
    {
        var limits = new JobLimits { BytesPerSecondPerHost = 20 * BandwidthShares.Grain };
        var active = new[] { Job(0, "a", "b", 1, 15 * BandwidthShares.Grain) };

        Assert.Single(JobScheduler.MayStart(limits, active, new[] { Job(1, "a", "c", 2) }));
        Assert.Empty(JobScheduler.MayStart(limits, active.Append(Job(2, "a", "c", 1, 5 * BandwidthShares.Grain)).ToList(), new[] { Job(1, "a", "c", 2) }));
    }

    [Fact]
    public void No_limit_is_ever_passed() => Run((limits, active, _, _) =>
    {
        Assert.True(active.Count <= limits.MaximumMigrations);
        Assert.All(active.GroupBy(job => job.SourceHost), host => Assert.True(host.Count() <= limits.MaximumOutgoingPerHost));
        Assert.All(active.GroupBy(job => job.DestinationHost), host => Assert.True(host.Count() <= limits.MaximumIncomingPerHost));
        if (limits.BytesPerSecondPerHost is { } total)
        {
            Assert.All(active.GroupBy(job => job.SourceHost), host => Assert.True(
                BandwidthShares.Divide(total, host.Select(job => job.ToBandwidthRequest()).ToList()).Values.Sum(share => (decimal)share!.Value) <= total));
        }
    });

    [Fact]
    public void The_first_of_the_queue_starts_wherever_its_places_are_free() => Run((limits, active, queued, _) =>
    {
        if (limits.BytesPerSecondPerHost is null && queued.OrderBy(job => job.Priority).ThenBy(job => job.Sequence).FirstOrDefault() is { } first)
        {
            Assert.True(
                active.Count == limits.MaximumMigrations
                || active.Count(job => job.SourceHost == first.SourceHost) == limits.MaximumOutgoingPerHost
                || active.Count(job => job.DestinationHost == first.DestinationHost) == limits.MaximumIncomingPerHost);
        }
    });

    [Fact]
    [Clause("7.3.2-1")]
    public void Between_the_same_hosts_nobody_is_overtaken_by_the_same_or_a_lower_priority() => Run((_, _, queued, started) =>
        Assert.All(started, job => Assert.DoesNotContain(queued, other =>
            other.SourceHost == job.SourceHost && other.DestinationHost == job.DestinationHost
            && (other.Priority, other.Sequence).CompareTo((job.Priority, job.Sequence)) < 0)));

    [Fact]
    public void Whatever_comes_after_it_a_job_starts_in_the_end() =>
        Gen.Select(s_limits, s_queue, Gen.Select(s_host, s_host, Gen.Int[1, 5]).List[400]).Sample(
            (limits, ahead, after) =>
            {
                // All of one priority; for one that came after as soon as anybody ends another one comes, without end.
                var all = ahead.Select((one, i) => (Job: one.Job with { Priority = 1, Sequence = i }, one.Duration)).ToList();
                var waiting = all.Select(one => one.Job).ToList();
                var durations = all.ToDictionary(one => one.Job.Id, one => one.Duration);
                var active = new Dictionary<ScheduledJob, int>();
                var early = all.Select(one => one.Job).ToHashSet();
                foreach (var (source, destination, duration) in after)
                {
                    var late = Job(durations.Count, source, destination, 1, BandwidthShares.Grain);
                    durations[late.Id] = duration;
                    waiting.Add(late);
                    Step(limits, active, waiting, durations);
                    if (!waiting.Exists(early.Contains))
                    {
                        return;
                    }
                }

                Assert.Fail("Still waiting: " + string.Join(", ", waiting.Where(early.Contains)));
            },
            iter: Workloads);

    /// <summary>Runs workloads to their end and looks after each step: limits, under way, still queued, just started.</summary>
    private static void Run(Action<JobLimits, IReadOnlyList<ScheduledJob>, IReadOnlyList<ScheduledJob>, IReadOnlyList<ScheduledJob>> look) =>
        Gen.Select(s_limits, s_queue).Sample(
            (limits, queue) =>
            {
                var durations = queue.ToDictionary(one => one.Job.Id, one => one.Duration);
                var waiting = new List<ScheduledJob>();
                var active = new Dictionary<ScheduledJob, int>();
                int submitted = 0;
                for (int step = 0; submitted < queue.Count || waiting.Count > 0; step++)
                {
                    Assert.True(step < 1000, "It never ends.");
                    if (submitted < queue.Count)
                    {
                        waiting.Add(queue[submitted++].Job);
                    }

                    var started = Step(limits, active, waiting, durations);
                    Assert.True(active.Count > 0 || waiting.Count == 0, "Nothing runs, and nothing starts.");
                    look(limits, active.Keys.ToList(), waiting, started);
                }
            },
            iter: Workloads);

    // One unit of time: what is due ends, what may start starts.
    private static IReadOnlyList<ScheduledJob> Step(
        JobLimits limits, Dictionary<ScheduledJob, int> active, List<ScheduledJob> waiting, Dictionary<string, int> durations)
    {
        foreach (var job in active.Keys.ToList())
        {
            if (--active[job] == 0)
            {
                active.Remove(job);
            }
        }

        var started = JobScheduler.MayStart(limits, active.Keys, waiting);
        foreach (var job in started)
        {
            Assert.True(waiting.Remove(job));
            active.Add(job, durations[job.Id]);
        }

        return started;
    }

    private static ScheduledJob Job(int number, string source, string destination, ushort priority = 100, ulong? bytesPerSecond = null) => new()
    {
        Id = "job" + number,
        Sequence = number,
        SourceHost = source,
        DestinationHost = destination,
        Priority = priority,
        BytesPerSecond = bytesPerSecond,
    };
}
