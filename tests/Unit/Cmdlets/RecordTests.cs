using System;
using System.IO;
using System.Management.Automation;
using VsMigration.Jobs;
using VsMigration.Profile.Elements;
using Xunit;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.Tests.Cmdlets;

/// <summary>Jobs of which only a record is left.</summary>
public sealed class RecordTests : CmdletTest
{
    [Fact]
    public void A_job_of_a_process_that_ended_is_interrupted_and_says_what_was_done_and_what_to_do()
    {
        Write(RecordOwner.Current with { Started = DateTimeOffset.UnixEpoch });

        var job = Module.One("Get-VSMigrationJob");

        Assert.Equal("Interrupted", job.Text("JobState"));
        var error = Assert.Single(job.Items("Errors"));
        Assert.Contains("Transfer", error.Text("Message"), StringComparison.Ordinal);
        Assert.Contains("web01", error.Text("RecommendedAction"), StringComparison.Ordinal);
        Assert.Equal(job.Text("Id"), Module.One("Get-VSMigrationJob -State Interrupted | Wait-VSMigrationJob").Text("Id"));
    }

    [Theory]
    [InlineData("Wait-VSMigrationJob")]
    [InlineData("Stop-VSMigrationJob")]
    public void A_job_of_another_process_is_neither_waited_for_nor_stopped_here(string command)
    {
        Write(RecordOwner.Current with { Machine = "another-machine" });

        AssertError(Module.Fail("Get-VSMigrationJob | " + command), "InvalidState", ErrorCategory.InvalidOperation);
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_a_warning_and_the_others_are_shown()
    {
        Write(RecordOwner.Current with { Started = DateTimeOffset.UnixEpoch });
        File.WriteAllText(Path.Combine(Module.Home, "jobs", "VSM-broken.job.xml"), "<MigrationJob");

        var run = Module.Run("Get-VSMigrationJob");

        Assert.Contains("VSM-broken.job.xml", Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Empty(run.Errors);
        Assert.Single(run.Output);
    }

    [Fact]
    public void A_job_that_is_over_leaves_no_record()
    {
        Module.Must("Start-VSMigration web01 sim-b -Session $source -Wait");

        Assert.Empty(Directory.GetFiles(Path.Combine(Module.Home, "jobs")));
    }

    private void Write(RecordOwner owner)
    {
        string folder = Path.Combine(Module.Home, "jobs");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "VSM-1.job.xml"), JobRecordXml.ToXml(new JobRecord
        {
            InstanceId = "VSM:1",
            Subject = new JobSubject { VirtualSystem = new VirtualSystem { Name = "web01", Id = "1" }, SourceHost = "sim-a", DestinationHost = "sim-b" },
            Submitted = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            State = JobState.Running,
            Owner = owner,
            Steps = [new StepRecord { Name = MigrationStepName.Transfer, Outcome = StepOutcome.Begun }],
        }).ToString());
    }
}
