using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class StartTests : CmdletTest
{
    [Fact]
    public void With_Wait_one_completed_job_comes_out_and_the_system_has_moved()
    {
        var job = Module.One("Start-VSMigration web01 sim-b -Session $source -Wait");

        Assert.Equal(("Completed", "100", "sim-a", "sim-b"), (job.Text("JobState"), job.Text("PercentComplete"), job.Text("SourceHost"), job.Text("DestinationHost")));
        Assert.DoesNotContain("web01", Module.SystemsOf("sim-a"));
        Assert.Contains("web01", Module.SystemsOf("sim-b"));
    }

    [Fact]
    public void Without_Wait_the_job_that_comes_out_lives()
    {
        var job = Module.One("Start-VSMigration web01 sim-b -Session $source");
        Module.Define("job", job);
        var ended = Module.One("$job | Wait-VSMigrationJob");

        Assert.Same(job.BaseObject, ended.BaseObject);
        Assert.Equal("Completed", job.Text("JobState"));
    }

    [Fact]
    public void What_cannot_move_is_one_error_and_the_others_go_on()
    {
        var result = Module.Run("'web01', 'gpu01', 'cache01' | Start-VSMigration -DestinationHost sim-b -Session $source -Wait");

        Assert.Equal(new[] { "cache01", "web01" }, result.Output.Texts("VirtualSystem.Name").Order(StringComparer.Ordinal));
        Assert.All(result.Output.Texts("JobState"), state => Assert.Equal("Completed", state));
        var error = Assert.Single(result.Errors);
        AssertError(error, "NotMigratable", ErrorCategory.InvalidOperation);
        Assert.Equal("gpu01", PSObject.AsPSObject(error.TargetObject).Text("Name"));
        Assert.Contains("gpu01", Module.SystemsOf("sim-a"));
    }

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-WhatIf -Force")]
    public void WhatIf_changes_nothing(string how)
    {
        Module.Must("$null = Get-VSMigrationSystem -Session $source");
        string before = File.ReadAllText(Module.WorldFile);

        Assert.Empty(Module.Must($"Start-VSMigration web01 sim-b -Session $source -Wait {how}"));
        Assert.Empty(Module.Must("Get-VSMigrationJob"));
        Assert.Equal(before, File.ReadAllText(Module.WorldFile));
    }

    [Fact]
    public void A_job_that_fails_comes_out_with_one_error_about_it()
    {
        Module.Fault("Transfer", "the cable was pulled");
        var result = Module.Run("Start-VSMigration web01 sim-b -Session $source -Wait");

        var job = Assert.Single(result.Output);
        Assert.Equal("Exception", job.Text("JobState"));
        var error = Assert.Single(result.Errors);
        AssertError(error, "MigrationFailed", ErrorCategory.InvalidResult);
        Assert.Same(job.BaseObject, PSObject.AsPSObject(error.TargetObject).BaseObject);
        Assert.Contains("the cable was pulled", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("web01", Module.SystemsOf("sim-a"));
        Assert.DoesNotContain("web01", Module.SystemsOf("sim-b"));
    }

    [Fact]
    public void A_name_that_two_systems_have_is_refused_with_their_identifiers()
    {
        Module.Rename("cache01", "web01");
        var error = Module.Fail("Start-VSMigration web01 sim-b -Session $source -Wait");

        AssertError(error, "SystemAmbiguous", ErrorCategory.InvalidArgument);
        Assert.Contains("3f0e6b1c-2d47-4a58-9c1e-7b6a5d4c3e21", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("d1e2f3a4-b5c6-47d8-a9eb-0c1d2e3f4a54", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Empty(Module.Must("Get-VSMigrationJob"));
    }

    [Fact]
    public void Rows_of_a_table_say_what_goes_where_and_how()
    {
        var jobs = Module.Must(
            "[pscustomobject]@{ Name = 'web01'; DestinationHost = 'sim-b'; MigrationType = 'Restart' }, "
            + "[pscustomobject]@{ Name = 'build01'; DestinationHost = 'sim-b'; MigrationType = 'Live' } | Start-VSMigration -Session $source -Wait");
        Assert.Equal(
            new[] { "build01 Live Completed", "web01 Restart Completed" },
            jobs.Select(job => job.Text("VirtualSystem.Name") + " " + job.Text("MigrationType") + " " + job.Text("JobState")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Memory_in_the_clear_is_a_warning_and_stops_nothing()
    {
        var result = Module.Run("Start-VSMigration web01 sim-b -Session $source -TransportType TCP -Wait");
        Assert.Contains("VSM0001", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal("Completed", Assert.Single(result.Output).Text("JobState"));
    }

    [Fact]
    public async Task Ctrl_C_during_Wait_ends_the_migration_and_comes_back_when_it_is_undone()
    {
        Module.Define("real", Module.World("sim-a", realTime: true));
        var state = await Module.InterruptAsync("Start-VSMigration db01 sim-b -Session $real -Wait");

        Assert.Equal(PSInvocationState.Stopped, state);
        Assert.Equal("Terminated", Module.One("Get-VSMigrationJob").Text("JobState"));
        Assert.Contains("db01", Module.SystemsOf("sim-a"));
        Assert.DoesNotContain("db01", Module.SystemsOf("sim-b"));
    }
}
