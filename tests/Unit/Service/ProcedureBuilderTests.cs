using System;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Jobs;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Service;
using Xunit;
using static VsMigration.Tests.Service.Facts;

namespace VsMigration.Tests.Service;

public sealed class ProcedureBuilderTests : IDisposable
{
    private static readonly MigrationContext s_restart = Context.With(VirtualSystemState.Active, MigrationType.Restart).WithDisk(Disk, Place);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ShutDown", new[] { "RestoreSource" })]
    [InlineData("CopyVolumes", new[] { "DiscardStorage", "RestoreSource" })]
    [InlineData("DefineAtDestination", new[] { "UndefineAtDestination", "DiscardStorage", "RestoreSource" })]
    [InlineData("StartAtDestination", new[] { "StopAtDestination", "UndefineAtDestination", "DiscardStorage", "RestoreSource" })]
    public async Task A_restart_that_fails_is_undone_step_by_step(string step, string[] undos)
    {
        var actions = new RecordingActions { FailAt = step };
        var job = await RunAsync(s_restart, actions);

        Assert.Equal(JobState.Exception, job.JobState);
        Assert.Equal(undos.Append("Dispose"), actions.Calls.SkipWhile(call => call != step).Skip(1));
    }

    [Theory]
    [InlineData("ReleaseSource")]
    [InlineData("VerifySource")]
    public async Task After_a_restart_was_seen_at_the_destination_nothing_is_undone(string step)
    {
        var actions = new RecordingActions { FailAt = step };
        var job = await RunAsync(s_restart, actions);

        Assert.Equal(JobState.Exception, job.JobState);
        Assert.DoesNotContain("StopAtDestination", actions.Calls);
        Assert.Contains("VerifySource", actions.Calls);
    }

    [Fact]
    public async Task A_definition_whose_source_cannot_be_released_is_taken_back()
    {
        var actions = new RecordingActions { FailAt = "ReleaseSource" };
        await RunAsync(Context.With(VirtualSystemState.Defined), actions);

        Assert.Equal(new[] { "ReleaseSource", "UndefineAtDestination", "Dispose" }, actions.Calls.SkipWhile(call => call != "ReleaseSource"));
    }

    [Fact]
    public async Task A_transfer_that_fails_is_abandoned_and_a_pause_taken_back()
    {
        var actions = new RecordingActions { FailAt = "Transfer" };
        await RunAsync(Context.With(VirtualSystemState.Active, MigrationType.Resume), actions);

        Assert.Equal(new[] { "Pause", "Transfer", "AbandonTransfer", "RestoreSource", "Dispose" }, actions.Calls);
    }

    [Fact]
    public async Task A_switch_that_is_refused_is_asked_for_again_and_nothing_else_is_done()
    {
        int refusals = 2;
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        RecordingActions actions = null!;
        actions = new RecordingActions
        {
            Switch = () => refusals-- > 0 ? throw new MigrationException(MigrationErrorKind.PeerFailed, "not yet", "") : Task.CompletedTask,
            Transfer = async (progress, token) =>
            {
                while (refusals >= 0)
                {
                    await clock.DelayAsync(TimeSpan.FromSeconds(1), token);
                    progress.Report(MigrationProgress.None);
                    await Task.Delay(1, token);
                }
            },
        };
        var order = Context.Order with { OnTimeout = TimeoutAction.PostCopy, TimeLimit = TimeSpan.FromSeconds(30) };

        var job = await RunAsync(Context with { Order = order }, actions, clock);

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Equal(3, actions.Calls.Count(call => call == "SwitchToPostCopy"));
        Assert.DoesNotContain("AbandonTransfer", actions.Calls);
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(30));
    }

    private async Task<MigrationJob> RunAsync(MigrationContext context, RecordingActions actions, IClock? clock = null)
    {
        var procedure = ProcedureBuilder.Build(
            MigrationPlanner.Plan(context), context, actions, clock ?? SystemClock.Instance, _ => Task.FromResult<VirtualSystem?>(null));
        using var runner = new JobRunner(new JobJournal(_folder.Path));
        var job = runner.Submit(
            new JobSubject { VirtualSystem = context.Source.System }, (_, _) => Task.FromResult(procedure), clock ?? SystemClock.Instance);
        await job.WhenFinishedAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return job;
    }
}
