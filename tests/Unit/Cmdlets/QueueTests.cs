using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Pipeline;
using Xunit;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.Tests.Cmdlets;

/// <summary>Jobs that wait for their turn, and what may be done to jobs: one runs for long, and one migration at once is the limit.</summary>
public sealed class QueueTests : CmdletTest
{
    public QueueTests()
    {
        Module.Define("real", Module.World("sim-a", realTime: true));
        Module.Must(
            "Set-VSMigrationService -MaximumMigration 1; "
            + "$runs = Start-VSMigration db01 sim-b -Session $real -Bandwidth 100 -BandwidthUnit MiB/s; "
            + "$waits = Start-VSMigration web01 sim-b -Session $real");
    }

    [Fact]
    public void A_job_that_waits_is_held_back_and_let_go()
    {
        Assert.Equal("New", Module.One("$waits").Text("JobState"));
        Assert.Equal("Suspended", Module.One("$waits | Suspend-VSMigrationJob -PassThru").Text("JobState"));
        Assert.Equal("New", Module.One("Get-VSMigrationJob -State Suspended | Resume-VSMigrationJob -PassThru").Text("JobState"));
    }

    [Fact]
    public void A_job_that_is_held_back_does_not_begin_when_the_way_is_free()
    {
        Module.Must("$waits | Suspend-VSMigrationJob; $runs | Stop-VSMigrationJob");
        Assert.Equal("Suspended", Module.One("$waits").Text("JobState"));

        Module.Must("Resume-VSMigrationJob -Id $waits.Id");
        Assert.Equal("Completed", Module.One("$waits | Wait-VSMigrationJob").Text("JobState"));
    }

    [Theory]
    [InlineData("$runs | Suspend-VSMigrationJob")]
    [InlineData("$runs | Resume-VSMigrationJob")]
    [InlineData("$waits | Resume-VSMigrationJob")]
    [InlineData("$runs | Remove-VSMigrationJob")]
    [InlineData("$waits | Remove-VSMigrationJob")]
    public async Task What_the_state_of_a_job_does_not_allow_is_an_error(string script)
    {
        await Eventually.HoldsAsync("the transfer", () => Jobs.Any(job => job.JobState == JobState.Running));

        AssertError(Module.Fail(script), "InvalidState", ErrorCategory.InvalidOperation);
    }

    [Fact]
    public void Priority_decides_who_is_next()
    {
        Module.Must("$third = Start-VSMigration cache01 sim-b -Session $real; $third | Set-VSMigrationJob -Priority 1; $runs | Stop-VSMigrationJob");

        Assert.Equal("cache01", Module.One("$third, $waits | Wait-VSMigrationJob | & { begin { $first = $true } process { if ($first) { $_; $first = $false } } }").Text("VirtualSystem.Name"));
    }

    [Fact]
    public async Task The_bandwidth_of_a_migration_changes_while_it_runs()
    {
        await Eventually.HoldsAsync("the transfer", () => Jobs.Any(job => job.BytesTransferred > 0));

        var job = Module.One("$runs | Set-VSMigrationJob -Bandwidth 800 -BandwidthUnit Mbit/s -MaxDowntime 700 -PassThru");

        Assert.Equal((100_000_000UL, TimeSpan.FromMilliseconds(700)), (job.Get<ulong>("GrantedBytesPerSecond"), job.Get<TimeSpan>("MaxDowntime")));
    }

    [Fact]
    public void How_long_a_job_is_kept_is_changed_in_seconds()
    {
        var job = Module.One("$waits | Set-VSMigrationJob -TimeBeforeRemoval 90 -DeleteOnCompletion $false -PassThru");

        Assert.Equal((TimeSpan.FromSeconds(90), false), (job.Get<TimeSpan>("TimeBeforeRemoval"), job.Get<bool>("DeleteOnCompletion")));
    }

    [Theory]
    [InlineData("$waits | Set-VSMigrationJob", "ParameterInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("$waits | Set-VSMigrationJob -Bandwidth 5 -BandwidthUnit furlong/s", "ParameterInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("$waits | Set-VSMigrationJob -PostCopy", "InvalidState", ErrorCategory.InvalidOperation)]
    [InlineData("Set-VSMigrationJob -Id 2147483647 -Priority 1", "JobNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Suspend-VSMigrationJob -Id 2147483647", "JobNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Resume-VSMigrationJob -Id 2147483647", "JobNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Remove-VSMigrationJob -Id 2147483647", "JobNotFound", ErrorCategory.ObjectNotFound)]
    public void A_change_that_cannot_be_made_is_an_error(string script, string kind, ErrorCategory category) => AssertError(Module.Fail(script), kind, category);

    [Fact]
    public void A_job_that_has_ended_is_removed_for_good()
    {
        Module.Must("$waits | Stop-VSMigrationJob");

        Assert.Equal("web01", Module.One("$waits | Remove-VSMigrationJob -PassThru").Text("VirtualSystem.Name"));
        Assert.Equal(["db01"], Module.Must("Get-VSMigrationJob").Texts("VirtualSystem.Name"));
        AssertError(Module.Fail("$waits | Remove-VSMigrationJob"), "JobNotFound", ErrorCategory.ObjectNotFound);
    }

    [Theory]
    [InlineData("$waits | Suspend-VSMigrationJob -WhatIf", "Holding back job ")]
    [InlineData("$waits | Set-VSMigrationJob -Priority 1 -WhatIf", "Changing job ")]
    [InlineData("$waits | Resume-VSMigrationJob -WhatIf", "Letting go job ")]
    [InlineData("$waits | Remove-VSMigrationJob -WhatIf", "Removing job ")]
    public void WhatIf_changes_nothing(string script, string what)
    {
        var before = Jobs.Select(job => (job.Priority, job.JobState)).Last();

        Assert.Empty(Module.Must(script));

        Assert.Contains("What if: " + what, Module.Shown, StringComparison.Ordinal);
        Assert.Equal(before, Jobs.Select(job => (job.Priority, job.JobState)).Last());
    }

    [Fact]
    public async Task Progress_says_how_many_are_ahead()
    {
        Module.Must("$third = Start-VSMigration cache01 sim-b -Session $real");

        await Module.InterruptAsync("$third | Wait-VSMigrationJob", progress => progress.StatusDescription == "waiting: 1 ahead");
    }

    [Fact]
    public void Numbers_of_jobs_are_offered() =>
        Assert.Equal(Jobs.Select(job => $"{job.Id}"), Module.Complete("Set-VSMigrationJob -Id ").Intersect(Jobs.Select(job => $"{job.Id}")));

    private static MigrationJob[] Jobs => ModuleState.Registry.GetJobs((_, _) => { }).ToArray();
}
