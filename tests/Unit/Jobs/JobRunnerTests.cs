using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Jobs;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Jobs;

public sealed class JobRunnerTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedProcedure _procedure = new();
    private readonly JobRunner _runner;

    public JobRunnerTests() => _runner = new JobRunner(new JobJournal(_folder.Path));

    public void Dispose()
    {
        _runner.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Does_the_steps_in_order_and_completes()
    {
        var job = Start(_procedure.Step(MigrationStepName.PrepareStorage).Step(MigrationStepName.Transfer, commits: true).Step(MigrationStepName.VerifySource));

        Assert.Equal(JobState.Completed, await End(job));
        Assert.Equal(new[] { "do PrepareStorage", "do Transfer", "do VerifySource" }, _procedure.Entries());
        Assert.Equal(100, job.PercentComplete);
        Assert.Empty(job.Errors);
        Assert.Empty(Records());
    }

    [Fact]
    public async Task A_failed_step_is_undone_first_and_then_those_before_it()
    {
        var job = Start(_procedure
            .Step(MigrationStepName.PrepareStorage)
            .Step(MigrationStepName.Pause)
            .Step(MigrationStepName.Transfer, _ => throw Failure("the link is down")));

        Assert.Equal(JobState.Exception, await End(job));
        Assert.Equal(
            new[] { "do PrepareStorage", "do Pause", "do Transfer", "undo Transfer", "undo Pause", "undo PrepareStorage" },
            _procedure.Entries());
        Assert.Equal("the link is down", Assert.Single(job.Errors).Message);
        Assert.Empty(Records());
    }

    [Fact]
    public async Task A_failed_undo_is_told_and_does_not_keep_the_others_from_being_done()
    {
        var job = Start(_procedure
            .Step(MigrationStepName.PrepareStorage)
            .Step(MigrationStepName.Pause, undo: () => throw Failure("the host is gone"))
            .Step(MigrationStepName.Transfer, _ => throw Failure("the link is down")));

        Assert.Equal(JobState.Exception, await End(job));
        Assert.Contains("undo PrepareStorage", _procedure.Entries());
        Assert.Equal(new[] { "", "VSM0004" }, job.Errors.Select(error => error.MessageId));
        Assert.Contains("the host is gone", job.Errors[1].Message, StringComparison.Ordinal);
        Assert.Single(Records());
    }

    [Fact]
    public async Task Terminate_reaches_the_running_step_and_waits_for_its_undo()
    {
        var undoing = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var job = Start(_procedure.Step(MigrationStepName.Transfer, ScriptedProcedure.Hang, async () =>
        {
            undoing.SetResult();
            await mayEnd.Task;
        }));
        await Until(() => job.JobState == JobState.Running);

        _runner.RequestStateChange(job, JobEvent.Terminate);
        await undoing.Task.WaitAsync(s_patience);
        Assert.Equal(JobState.ShuttingDown, job.JobState);
        Assert.False(job.WhenFinishedAsync().IsCompleted);

        mayEnd.SetResult();
        Assert.Equal(JobState.Terminated, await End(job));
        Assert.Equal("VSM0003", Assert.Single(job.Errors).MessageId);
    }

    [Fact]
    public async Task Kill_ends_as_killed()
    {
        var job = Start(_procedure.Step(MigrationStepName.Transfer, ScriptedProcedure.Hang));
        await Until(() => job.JobState == JobState.Running);

        _runner.RequestStateChange(job, JobEvent.Kill);

        Assert.Equal(JobState.Killed, await End(job));
        Assert.Contains("undo Transfer", _procedure.Entries());
    }

    [Fact]
    public async Task A_stop_that_comes_after_the_transfer_leaves_the_job_completed()
    {
        var reached = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var job = Start(_procedure
            .Step(MigrationStepName.Transfer, commits: true)
            .Step(MigrationStepName.VerifyDestination, async token =>
            {
                reached.SetResult();
                await mayEnd.Task.WaitAsync(token);
            }));
        await reached.Task.WaitAsync(s_patience);

        _runner.RequestStateChange(job, JobEvent.Terminate);
        mayEnd.SetResult();

        Assert.Equal(JobState.Completed, await End(job));
        Assert.DoesNotContain(_procedure.Entries(), entry => entry.StartsWith("undo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_fails_after_the_transfer_is_told_and_the_rest_is_still_done()
    {
        var job = Start(_procedure
            .Step(MigrationStepName.Transfer, commits: true)
            .Step(MigrationStepName.CarryOver, _ => throw Failure("autostart was refused"))
            .Step(MigrationStepName.VerifyDestination));

        Assert.Equal(JobState.Exception, await End(job));
        Assert.Equal(new[] { "do Transfer", "do CarryOver", "do VerifyDestination" }, _procedure.Entries());
        Assert.Equal("autostart was refused", Assert.Single(job.Errors).Message);
    }

    [Fact]
    public async Task A_second_job_of_the_same_system_is_refused_while_the_first_runs()
    {
        var first = Start(_procedure.Step(MigrationStepName.Transfer, ScriptedProcedure.Hang));

        var second = new ScriptedProcedure();
        var refused = Assert.Throws<MigrationException>(() => Start(second.Step(MigrationStepName.Transfer)));
        Assert.Equal(MigrationErrorKind.MigrationRunning, refused.Kind);
        Assert.False(second.Prepared);

        await Until(() => first.JobState == JobState.Running);
        _runner.RequestStateChange(first, JobEvent.Terminate);
        await End(first);
        Assert.Equal(JobState.Completed, await End(Start(new ScriptedProcedure().Step(MigrationStepName.Transfer, commits: true))));
    }

    [Fact]
    public async Task An_ended_job_cannot_be_stopped()
    {
        var job = Start(_procedure.Step(MigrationStepName.Transfer, commits: true));
        await End(job);

        Assert.Equal(MigrationErrorKind.InvalidState, Assert.Throws<MigrationException>(() => _runner.RequestStateChange(job, JobEvent.Terminate)).Kind);
    }

    [Fact]
    public async Task The_record_is_on_the_disk_before_a_step_begins()
    {
        string? seen = null;
        var job = Start(_procedure.Step(MigrationStepName.Transfer, _ =>
        {
            seen = File.ReadAllText(Records().Single());
            return Task.CompletedTask;
        }, commits: true));
        await End(job);

        Assert.Contains("<Step Name=\"Transfer\" Outcome=\"Begun\" />", seen, StringComparison.Ordinal);
        Assert.Contains(job.InstanceId, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_does_not_begin_where_its_record_cannot_be_written()
    {
        File.WriteAllText(_folder.File("in-the-way"), "");
        using var runner = new JobRunner(new JobJournal(_folder.File("in-the-way")));
        var job = runner.Submit(Subject(), _procedure.Step(MigrationStepName.Transfer).PrepareAsync, SystemClock.Instance);

        Assert.Equal(JobState.Exception, await End(job));
        Assert.DoesNotContain("do Transfer", _procedure.Entries());
    }

    [Fact]
    public async Task Percent_never_goes_back_and_is_100_only_at_the_end()
    {
        var shown = 0;
        MigrationJob? job = null;
        var started = new TaskCompletionSource();
        var procedure = new MigrationProcedure(new[]
        {
            new MigrationStep(MigrationStepName.Transfer, async (progress, _) =>
            {
                await started.Task;
                progress.Report(new MigrationProgress { PercentComplete = 100, Downtime = TimeSpan.FromMilliseconds(7) });
                progress.Report(new MigrationProgress { PercentComplete = 20 });
                shown = job!.PercentComplete;
            })
            { Commits = true },
        });
        job = _runner.Submit(Subject(), (_, _) => Task.FromResult(procedure), SystemClock.Instance);
        started.SetResult();
        await End(job);

        Assert.Equal(99, shown);
        Assert.Equal(100, job.PercentComplete);
        Assert.Equal(TimeSpan.FromMilliseconds(7), job.Downtime);
    }

    private MigrationJob Start(ScriptedProcedure procedure) => _runner.Submit(Subject(), procedure.PrepareAsync, SystemClock.Instance);

    private string[] Records() => Directory.GetFiles(_folder.Path);

    private static JobSubject Subject() => new()
    {
        VirtualSystem = new VirtualSystem { Name = "web01", Id = "id-1", State = VirtualSystemState.Active },
        SourceHost = "a",
        DestinationHost = "b",
        MigrationType = MigrationType.Live,
        TransportType = TransportType.TCP,
        Priority = 100,
    };

    private static MigrationException Failure(string message) => new(MigrationErrorKind.PeerFailed, message, "Try again.");

    private static Task<JobState> End(MigrationJob job) => job.WhenFinishedAsync().WaitAsync(s_patience);

    private static async Task Until(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(s_patience);
        while (!condition())
        {
            await Task.Delay(5, bound.Token);
        }
    }
}
