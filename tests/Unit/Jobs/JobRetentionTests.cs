using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Jobs;

public sealed class JobRetentionTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly VirtualClock _clock = new(DateTimeOffset.UnixEpoch);
    private readonly TaskCompletionSource<MigrationEvent> _deleted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly JobRunner _runner;

    public JobRetentionTests()
    {
        _runner = new JobRunner(new JobJournal(_folder.Path), _clock);
        _runner.Events.Subscribe(happened =>
        {
            if (happened.Kind == MigrationEventKind.JobDeleted)
            {
                _deleted.TrySetResult(happened);
            }
        });
    }

    public void Dispose()
    {
        _runner.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_ended_job_goes_after_five_minutes()
    {
        var job = await RunAsync(deleteOnCompletion: true);
        var deleted = await _deleted.Task.WaitAsync(s_patience);

        Assert.Same(job, deleted.Job);
        Assert.Equal(JobState.Completed, deleted.Current!.JobState);
        Assert.Equal(TimeSpan.FromMinutes(5), _clock.Elapsed);
        Assert.Null(_runner.Find(job.InstanceId));
        Assert.Empty(_runner.GetJobs(job.SessionId));
        Assert.Equal(JobState.Completed, job.JobState);
    }

    [Fact]
    public async Task It_stays_for_as_long_as_somebody_says()
    {
        var job = await RunAsync(deleteOnCompletion: true, new JobChange { TimeBeforeRemoval = TimeSpan.FromDays(3) });
        await _deleted.Task.WaitAsync(s_patience);

        Assert.Equal(TimeSpan.FromDays(3), _clock.Elapsed);
        Assert.Equal(TimeSpan.FromDays(3), job.TimeBeforeRemoval);
    }

    [Fact]
    public async Task One_that_is_not_to_go_by_itself_stays_until_that_is_changed()
    {
        var job = await RunAsync(deleteOnCompletion: false);
        await _runner.ModifyAsync(job, new JobChange { TimeBeforeRemoval = TimeSpan.FromSeconds(1) }, CancellationToken.None);
        Assert.Same(job, _runner.Find(job.InstanceId));
        Assert.Equal(TimeSpan.Zero, _clock.Elapsed);

        await _runner.ModifyAsync(job, new JobChange { DeleteOnCompletion = true }, CancellationToken.None);
        await _deleted.Task.WaitAsync(s_patience);
        Assert.Equal(TimeSpan.FromSeconds(1), _clock.Elapsed);
    }

    [Fact]
    public async Task One_that_is_removed_is_gone_once()
    {
        var job = await RunAsync(deleteOnCompletion: false);
        _runner.Remove(job);
        await _deleted.Task.WaitAsync(s_patience);

        Assert.Null(_runner.Find(job.InstanceId));
        Assert.Empty(_runner.GetJobs((_, _) => { }));
        Assert.Equal(MigrationErrorKind.JobNotFound, Refused(() => _runner.Remove(job)));
        Assert.Equal(MigrationErrorKind.JobNotFound, Refused(() => _runner.RequestStateChange(job, JobEvent.Terminate)));
    }

    [Fact]
    public async Task One_that_runs_cannot_be_removed()
    {
        var job = _runner.Submit(
            Subject(false), new ScriptedProcedure().Step(MigrationStepName.Transfer, ScriptedProcedure.Hang).PrepareAsync, SystemClock.Instance);

        Assert.Equal(MigrationErrorKind.InvalidState, Refused(() => _runner.Remove(job)));
        _runner.RequestStateChange(job, JobEvent.Kill);
        await job.WhenFinishedAsync().WaitAsync(s_patience);
    }

    [Fact]
    public async Task The_record_of_a_job_whose_undo_failed_stays_when_the_job_goes()
    {
        var procedure = new ScriptedProcedure()
            .Step(MigrationStepName.Pause, undo: () => throw new InvalidOperationException("the host is gone"))
            .Step(MigrationStepName.Transfer, _ => throw new InvalidOperationException("the link is down"));
        var job = _runner.Submit(Subject(false), procedure.PrepareAsync, SystemClock.Instance);
        await job.WhenFinishedAsync().WaitAsync(s_patience);
        _runner.Remove(job);

        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Removing_an_interrupted_job_removes_its_record()
    {
        var journal = new JobJournal(_folder.Path);
        journal.Write(new JobRecord { InstanceId = "VSM:1", Subject = Subject(false), Owner = RecordOwner.Current with { ProcessId = int.MaxValue } });
        var job = Assert.Single(_runner.GetJobs((_, _) => { }));
        Assert.Equal(JobState.Interrupted, job.JobState);
        Assert.Null(job.ElapsedTime);

        _runner.Remove(job);
        Assert.Empty(_runner.GetJobs((_, _) => { }));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private async Task<MigrationJob> RunAsync(bool deleteOnCompletion, JobChange? change = null)
    {
        var mayEnd = new TaskCompletionSource();
        var procedure = new ScriptedProcedure().Step(MigrationStepName.Transfer, token => mayEnd.Task.WaitAsync(token), commits: true);
        var job = _runner.Submit(Subject(deleteOnCompletion), procedure.PrepareAsync, SystemClock.Instance);
        if (change is not null)
        {
            await _runner.ModifyAsync(job, change, CancellationToken.None);
        }

        mayEnd.SetResult();
        await job.WhenFinishedAsync().WaitAsync(s_patience);
        return job;
    }

    private static JobSubject Subject(bool deleteOnCompletion) => new()
    {
        VirtualSystem = new VirtualSystem { Name = "web01", Id = "id-1", State = VirtualSystemState.Active },
        MigrationType = MigrationType.Live,
        Priority = 100,
        Request = new MigrationRequest { DeleteOnCompletion = deleteOnCompletion },
    };

    private static MigrationErrorKind Refused(Action action) => Assert.Throws<MigrationException>(action).Kind;
}
