using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Jobs;
using VsMigration.Jobs.Scheduling;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Jobs;

/// <summary>Jobs that wait, are held, changed and share what there is, by scripted procedures that run until they are told to end.</summary>
public sealed class JobQueueTests : IDisposable
{
    private const ulong Mebibyte = 1UL << 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly JobRunner _runner;

    public JobQueueTests() => _runner = new JobRunner(new JobJournal(_folder.Path)) { Limits = new JobLimits { MaximumMigrations = 1 } };

    public void Dispose()
    {
        _runner.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_over_the_limit_waits_and_is_told_so_when_its_turn_comes()
    {
        var first = Submit("one");
        var second = Submit("two");
        await first.RunsAsync();

        Assert.Equal(JobState.New, second.Job.JobState);
        Assert.Null(second.Job.StartTime);
        Assert.Null(second.Job.TimeOfLastStateChange);
        Assert.Equal(TimeSpan.Zero, second.Job.ElapsedTime);
        Assert.False(second.Script.Prepared);

        first.MayEnd.SetResult();
        await second.RunsAsync();
        Assert.Equal(JobState.Completed, first.Job.JobState);
        Assert.False(first.Script.HasWaited);
        Assert.True(second.Script.HasWaited);
        await EndAsync(second);
    }

    [Fact]
    [Clause("7.3.2-1")]
    public async Task The_higher_priority_goes_first_and_a_priority_can_be_changed_while_it_waits()
    {
        var running = Submit("running");
        var usual = Submit("usual");
        var high = Submit("high", priority: 1);
        var raised = Submit("raised", priority: 200);
        await _runner.ModifyAsync(raised.Job, new JobChange { Priority = 2 }, CancellationToken.None);
        Assert.Equal(2, raised.Job.Priority);

        foreach (var next in new[] { high, raised, usual })
        {
            running.MayEnd.SetResult();
            await next.RunsAsync();
            running = next;
        }

        await EndAsync(running);
    }

    [Fact]
    [Clause("T20-1")]
    public async Task One_that_is_held_back_is_passed_over_and_goes_on_when_it_is_let_go()
    {
        var running = Submit("running");
        var held = Submit("held");
        var behind = Submit("behind");
        _runner.RequestStateChange(held.Job, JobEvent.Suspend);
        Assert.Equal(JobState.Suspended, held.Job.JobState);

        running.MayEnd.SetResult();
        await behind.RunsAsync();
        await EndAsync(behind);
        Assert.Equal(JobState.Suspended, held.Job.JobState);
        Assert.False(held.Script.Prepared);

        _runner.RequestStateChange(held.Job, JobEvent.Start);
        await held.RunsAsync();
        await EndAsync(held);
        Assert.Equal(JobState.Completed, held.Job.JobState);
    }

    [Fact]
    public async Task One_that_runs_cannot_be_held_back_and_one_that_waits_cannot_be_let_go()
    {
        var running = Submit("running");
        var waiting = Submit("waiting");
        await running.RunsAsync();

        Assert.Equal(MigrationErrorKind.InvalidState, Refused(() => _runner.RequestStateChange(running.Job, JobEvent.Suspend)));
        Assert.Equal(MigrationErrorKind.InvalidState, Refused(() => _runner.RequestStateChange(waiting.Job, JobEvent.Start)));

        _runner.RequestStateChange(waiting.Job, JobEvent.Kill);
        await EndAsync(running);
    }

    [Theory]
    [InlineData(JobEvent.Terminate, JobState.Terminated)]
    [InlineData(JobEvent.Kill, JobState.Killed)]
    [Clause("T20-1")]
    public async Task One_that_waits_can_be_stopped_and_has_never_begun(JobEvent request, JobState end)
    {
        var running = Submit("running");
        var waiting = Submit("waiting");
        _runner.RequestStateChange(waiting.Job, request);

        Assert.Equal(end, await waiting.Job.WhenFinishedAsync().WaitAsync(s_patience));
        await EndAsync(running);
        Assert.False(waiting.Script.Prepared);
        Assert.Null(waiting.Job.StartTime);
        Assert.Equal("VSM0003", Assert.Single(waiting.Job.Errors).MessageId);
        Assert.Null(_runner.FindRunning("waiting"));
    }

    [Fact]
    public async Task What_speaks_against_it_by_the_time_of_its_turn_ends_it_with_all_findings()
    {
        var running = Submit("running");
        var findings = new[] { new MigrationError { MessageId = "SVPC8020" }, new MigrationError { MessageId = "SVPC8021" } };
        var stale = Submit("stale", obstacle: () => new MigrationException(MigrationErrorKind.NotMigratable, "No longer.", findings));
        await EndAsync(running);

        Assert.Equal(JobState.Exception, await stale.Job.WhenFinishedAsync().WaitAsync(s_patience));
        Assert.Equal(findings, stale.Job.Errors);
        Assert.Empty(stale.Script.Entries());
        Assert.Equal<ushort?>(8020, stale.Job.ErrorCode);
    }

    [Fact]
    public async Task A_limit_that_is_raised_lets_more_start_and_one_that_allows_nothing_is_refused()
    {
        var first = Submit("one");
        var second = Submit("two");
        Assert.Equal(MigrationErrorKind.ParameterInvalid, Refused(() => _runner.Limits = new JobLimits { MaximumMigrations = 0 }));
        Assert.Equal(MigrationErrorKind.ParameterInvalid, Refused(() => _runner.Limits = new JobLimits { BytesPerSecondPerHost = Mebibyte - 1 }));

        _runner.Limits = new JobLimits { MaximumMigrations = 2 };
        await second.RunsAsync();
        await EndAsync(first, second);
    }

    [Fact]
    public async Task Hosts_are_counted_by_their_identity()
    {
        _runner.Limits = new JobLimits { MaximumIncomingPerHost = 1 };
        var first = Submit("one", destination: "b");
        var same = Submit("two", destination: "b");
        var other = Submit("three", destination: "c");
        await first.RunsAsync();
        await other.RunsAsync();
        Assert.Equal(JobState.New, same.Job.JobState);

        first.MayEnd.SetResult();
        await same.RunsAsync();
        await EndAsync(same, other);
    }

    [Fact]
    [Clause("7.3.2-1")]
    [Clause("7.3.3-1")]
    public async Task Shares_follow_whoever_comes_goes_or_changes()
    {
        _runner.Limits = new JobLimits { BytesPerSecondPerHost = 60 * Mebibyte };
        var low = Submit("low", priority: 9);
        await low.RunsAsync();
        Assert.Equal(new[] { "bandwidth 60" }, low.Control.Entries());

        var high = Submit("high", priority: 1, asks: 20);
        await high.RunsAsync();
        await ShowsAsync(low, "bandwidth 60", "bandwidth 40");
        Assert.Equal((20 * Mebibyte, 40 * Mebibyte), (high.Job.GrantedBytesPerSecond, low.Job.GrantedBytesPerSecond));
        Assert.Empty(high.Control.Entries());

        await _runner.ModifyAsync(high.Job, new JobChange { Bandwidth = 50 }, CancellationToken.None);
        await ShowsAsync(high, "bandwidth 50");
        await ShowsAsync(low, "bandwidth 60", "bandwidth 40", "bandwidth 10");
        Assert.Equal((ushort?)50, high.Job.Bandwidth);

        await EndAsync(high);
        await ShowsAsync(low, "bandwidth 60", "bandwidth 40", "bandwidth 10", "bandwidth 60");
        await EndAsync(low);
    }

    [Fact]
    [Clause("7.3.4-1")]
    public async Task A_percentage_is_of_what_the_host_has_for_migrations_as_it_is_then()
    {
        var job = Submit("one");
        await job.RunsAsync();
        var half = new JobChange { Bandwidth = 50, BandwidthUnit = "percent" };
        Assert.Equal(MigrationErrorKind.ParameterInvalid, (await Assert.ThrowsAsync<MigrationException>(
            () => _runner.ModifyAsync(job.Job, half, CancellationToken.None))).Kind);

        _runner.Limits = new JobLimits { BytesPerSecondPerHost = 80 * Mebibyte };
        await _runner.ModifyAsync(job.Job, half, CancellationToken.None);
        Assert.Equal(40 * Mebibyte, job.Job.GrantedBytesPerSecond);
        _runner.Limits = new JobLimits { BytesPerSecondPerHost = 20 * Mebibyte };
        Assert.Equal(10 * Mebibyte, job.Job.GrantedBytesPerSecond);
        await EndAsync(job);
    }

    [Theory]
    [InlineData(101, "percent")]
    [InlineData(5, "byte")]
    [InlineData(1, "bit/second")]
    [InlineData(5, "furlongs per fortnight")]
    public async Task A_bandwidth_that_is_none_is_refused(ushort bandwidth, string unit)
    {
        _runner.Limits = new JobLimits { BytesPerSecondPerHost = 80 * Mebibyte };
        var job = Submit("one");

        var refused = await Assert.ThrowsAsync<MigrationException>(
            () => _runner.ModifyAsync(job.Job, new JobChange { Bandwidth = bandwidth, BandwidthUnit = unit }, CancellationToken.None));
        Assert.Equal("SVPC8040", refused.Errors[0].MessageId);
        await EndAsync(job);
    }

    [Fact]
    public async Task A_platform_that_refuses_a_bandwidth_costs_a_warning_and_no_migration()
    {
        var job = Submit("one");
        await job.RunsAsync();
        job.Control.Refusal = () => new MigrationException(
            MigrationErrorKind.PeerFailed, new MigrationError { Message = "not now", PeerCode = "peer 7", PeerMessage = "no" });
        await _runner.ModifyAsync(job.Job, new JobChange { Bandwidth = 5 }, CancellationToken.None);
        await UntilAsync(() => job.Job.Warnings.Count == 1);

        Assert.Equal(("VSM0020", ErrorSeverity.Warning, "peer 7"), (job.Job.Warnings[0].MessageId, job.Job.Warnings[0].Severity, job.Job.Warnings[0].PeerCode));
        await EndAsync(job);
        Assert.Equal(JobState.Completed, job.Job.JobState);
    }

    [Fact]
    public async Task A_downtime_asked_for_in_the_queue_is_handed_on_before_the_first_step()
    {
        var running = Submit("running");
        var waiting = Submit("waiting");
        await _runner.ModifyAsync(waiting.Job, new JobChange { MaxDowntime = TimeSpan.FromMilliseconds(40), Bandwidth = 3 }, CancellationToken.None);
        await EndAsync(running);
        await waiting.RunsAsync();

        Assert.Equal(new[] { "bandwidth 3", "downtime 40" }, waiting.Control.Entries());
        await _runner.ModifyAsync(waiting.Job, new JobChange { MaxDowntime = TimeSpan.FromSeconds(1), SwitchToPostCopy = true }, CancellationToken.None);
        Assert.Equal(new[] { "bandwidth 3", "downtime 40", "downtime 1000", "post-copy" }, waiting.Control.Entries());
        Assert.Equal(TimeSpan.FromSeconds(1), waiting.Job.MaxDowntime);
        await EndAsync(waiting);
    }

    [Fact]
    public async Task What_somebody_asks_for_and_the_platform_refuses_is_told_to_who_asked()
    {
        var job = Submit("one");
        await job.RunsAsync();
        job.Control.Refusal = () => new MigrationException(MigrationErrorKind.InvalidState, "not now", "Wait.");

        await Assert.ThrowsAsync<MigrationException>(() => _runner.ModifyAsync(job.Job, new JobChange { SwitchToPostCopy = true }, CancellationToken.None));
        await EndAsync(job);
        Assert.Equal(JobState.Completed, job.Job.JobState);
    }

    [Fact]
    public async Task Post_copy_needs_a_transfer()
    {
        var running = Submit("running");
        var waiting = Submit("waiting");

        var refused = await Assert.ThrowsAsync<MigrationException>(
            () => _runner.ModifyAsync(waiting.Job, new JobChange { SwitchToPostCopy = true }, CancellationToken.None));
        Assert.Equal(MigrationErrorKind.InvalidState, refused.Kind);
        _runner.RequestStateChange(waiting.Job, JobEvent.Terminate);
        await EndAsync(running);
    }

    [Fact]
    public async Task Of_an_ended_job_only_how_long_it_is_kept_can_be_changed()
    {
        var job = Submit("one");
        await EndAsync(job);

        Assert.Equal(MigrationErrorKind.InvalidState, (await Assert.ThrowsAsync<MigrationException>(
            () => _runner.ModifyAsync(job.Job, new JobChange { Priority = 1 }, CancellationToken.None))).Kind);
        await _runner.ModifyAsync(job.Job, new JobChange { DeleteOnCompletion = false, TimeBeforeRemoval = TimeSpan.FromDays(900) }, CancellationToken.None);
        Assert.Equal((false, TimeSpan.FromDays(900)), (job.Job.DeleteOnCompletion, job.Job.TimeBeforeRemoval));
    }

    [Fact]
    public async Task A_thousand_jobs_all_get_their_turn()
    {
        _runner.Limits = new JobLimits { MaximumMigrations = 8, MaximumIncomingPerHost = 8, MaximumOutgoingPerHost = 8 };
        var all = Enumerable.Range(0, 1000).Select(i => Submit("system" + i, priority: (ushort)((i % 3) + 1))).ToList();
        all.ForEach(one => one.MayEnd.SetResult());

        var ends = await Task.WhenAll(all.Select(one => one.Job.WhenFinishedAsync())).WaitAsync(s_patience);
        Assert.All(ends, end => Assert.Equal(JobState.Completed, end));
    }

    private Scripted Submit(
        string system, ushort priority = 100, ulong? asks = null, string destination = "b", Func<Exception?>? obstacle = null)
    {
        var control = new TransferControlLog();
        var begun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var script = new ScriptedProcedure { Control = control, Obstacle = obstacle ?? (() => null) }.Step(
            MigrationStepName.Transfer,
            async token =>
            {
                begun.SetResult();
                await mayEnd.Task.WaitAsync(token);
            },
            commits: true);
        var subject = new JobSubject
        {
            VirtualSystem = new VirtualSystem { Name = system, Id = system, State = VirtualSystemState.Active },
            SourceHost = "host",
            SourceHostId = "a",
            DestinationHost = "host",
            DestinationHostId = destination,
            Priority = priority,
            BytesPerSecond = asks * Mebibyte,
            Request = new MigrationRequest { SystemId = system, DeleteOnCompletion = false },
        };
        return new Scripted(_runner.Submit(subject, script.PrepareAsync, SystemClock.Instance), script, control, begun.Task, mayEnd);
    }

    private static async Task EndAsync(params Scripted[] jobs)
    {
        foreach (var one in jobs)
        {
            one.MayEnd.TrySetResult();
            await one.Job.WhenFinishedAsync().WaitAsync(s_patience);
        }
    }

    private static Task ShowsAsync(Scripted job, params string[] entries) => UntilAsync(() => job.Control.Entries().SequenceEqual(entries));

    private static MigrationErrorKind Refused(Action action) => Assert.Throws<MigrationException>(action).Kind;

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(s_patience);
        while (!condition())
        {
            await Task.Delay(5, bound.Token);
        }
    }

    private sealed record Scripted(MigrationJob Job, ScriptedProcedure Script, TransferControlLog Control, Task Begun, TaskCompletionSource MayEnd)
    {
        public Task RunsAsync() => Begun.WaitAsync(s_patience);
    }
}
