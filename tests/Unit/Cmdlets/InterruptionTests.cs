using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Pipeline;
using Xunit;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.Tests.Cmdlets;

/// <summary>Ctrl-C wherever it hits the pipeline, and jobs that are met half-way: in real time.</summary>
public sealed class InterruptionTests : CmdletTest
{
    private static MigrationJob[] Jobs => ModuleState.Registry.GetJobs((_, _) => { }).ToArray();

    private static int Transfers => Jobs.Count(job => job.JobState == JobState.Running && job.BytesTransferred > 0);

    [Fact]
    public async Task Ctrl_C_stops_all_that_was_started_and_returns_when_all_is_undone()
    {
        await InterruptAsync("Start-VSMigration web01, db01 sim-b -Session $real -Bandwidth 100 -Wait", transfers: 2);

        AssertUndone(jobs: 2);
    }

    [Fact]
    public async Task Ctrl_C_that_hits_another_command_of_the_pipeline_stops_the_migrations_too()
    {
        await InterruptAsync("& { 'db01'; while ($true) { } } | Start-VSMigration -DestinationHost sim-b -Session $real -Bandwidth 100 -Wait", transfers: 1);

        AssertUndone(jobs: 1);
    }

    [Fact]
    public async Task A_migration_that_runs_already_is_an_error_that_names_its_job()
    {
        Module.Define("real", Module.World("sim-a", realTime: true));
        Module.Must("$job = Start-VSMigration db01 sim-b -Session $real -Bandwidth 100");
        await Eventually.HoldsAsync("the transfer", () => Transfers == 1);

        var error = Module.Fail("Start-VSMigration db01 sim-b -Session $real");

        AssertError(error, "MigrationRunning", ErrorCategory.ResourceBusy);
        Assert.Contains($"-Id {Jobs[0].Id}", error.ErrorDetails.RecommendedAction, System.StringComparison.Ordinal);
    }

    private async Task InterruptAsync(string script, int transfers)
    {
        Module.Define("real", Module.World("sim-a", realTime: true));
        Assert.Equal(PSInvocationState.Stopped, await Module.InterruptAsync(script, () => Transfers == transfers));
    }

    private void AssertUndone(int jobs)
    {
        // At once: the prompt must not come back before the undo has ended.
        Assert.Equal(jobs, Jobs.Length);
        Assert.All(Jobs, job => Assert.Equal(JobState.Terminated, job.JobState));
        Assert.Contains("db01", Module.SystemsOf("sim-a"));
        Assert.Equal(["mail01"], Module.SystemsOf("sim-b"));
    }
}
