using System.Management.Automation;
using System.Threading.Tasks;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class JobTests : CmdletTest
{
    [Fact]
    public async Task Ctrl_C_during_Wait_VSMigrationJob_leaves_the_job_at_work()
    {
        StartLong();
        var state = await Module.InterruptAsync("$job | Wait-VSMigrationJob");

        Assert.Equal(PSInvocationState.Stopped, state);
        Assert.Equal("Running", Module.One("$job").Text("JobState"));
        Assert.Empty(Module.Must("$job | Stop-VSMigrationJob"));
        Assert.Equal("Terminated", Module.One("$job").Text("JobState"));
        Assert.Contains("db01", Module.SystemsOf("sim-a"));
    }

    [Fact]
    public void Waiting_has_an_end_and_the_job_goes_on()
    {
        StartLong();
        var error = Module.Fail("$job | Wait-VSMigrationJob -TimeoutSec 1");

        AssertError(error, "Timeout", ErrorCategory.OperationTimeout);
        Assert.Equal("Running", Module.One("$job").Text("JobState"));
    }

    [Theory]
    [InlineData("", "Terminated")]
    [InlineData("-Force", "Killed")]
    public void A_job_that_is_stopped_ends_undone(string how, string state)
    {
        StartLong();
        Assert.Equal(state, Module.One($"Stop-VSMigrationJob -Id $job.Id -PassThru {how}").Text("JobState"));
        Assert.Contains("db01", Module.SystemsOf("sim-a"));
        Assert.DoesNotContain("db01", Module.SystemsOf("sim-b"));
    }

    [Fact]
    public void WhatIf_leaves_the_job_at_work()
    {
        StartLong();
        Assert.Empty(Module.Must("$job | Stop-VSMigrationJob -WhatIf"));
        Assert.NotEqual("Terminated", Module.One("$job").Text("JobState"));
    }

    [Fact]
    public void A_job_that_has_ended_cannot_be_stopped()
    {
        Module.Must("$job = Start-VSMigration web01 sim-b -Session $source -Wait");
        var error = Module.Fail("$job | Stop-VSMigrationJob");

        AssertError(error, "InvalidState", ErrorCategory.InvalidOperation);
        Assert.Same(Module.One("$job").BaseObject, PSObject.AsPSObject(error.TargetObject).BaseObject);
    }

    [Fact]
    public void Jobs_are_picked_by_name_number_and_state()
    {
        StartLong();
        Module.Must("$done = Start-VSMigration web01 sim-b -Session $source -Wait");

        Assert.Equal(new[] { "web01" }, Module.Must("Get-VSMigrationJob -State Completed").Texts("VirtualSystem.Name"));
        Assert.Equal(new[] { "db01" }, Module.Must("Get-VSMigrationJob db*").Texts("VirtualSystem.Name"));
        Assert.Equal(new[] { "web01" }, Module.Must("Get-VSMigrationJob -Id $done.Id").Texts("VirtualSystem.Name"));
        Assert.Equal(new[] { "web01" }, Module.Must("Get-VSMigrationJob -Session $source").Texts("VirtualSystem.Name"));
        Assert.Empty(Module.Must("Get-VSMigrationJob -State Killed"));
        Assert.Empty(Module.Must("Get-VSMigrationJob nope*"));
    }

    [Theory]
    [InlineData("Get-VSMigrationJob nope")]
    [InlineData("Get-VSMigrationJob -Id 2147483647")]
    [InlineData("Wait-VSMigrationJob -Id 2147483647")]
    [InlineData("Stop-VSMigrationJob -Id 2147483647")]
    public void A_job_that_is_not_there_is_an_error(string script) =>
        AssertError(Module.Fail(script), "JobNotFound", ErrorCategory.ObjectNotFound);

    private void StartLong()
    {
        Module.Define("real", Module.World("sim-a", realTime: true));
        Module.Must("$job = Start-VSMigration db01 sim-b -Session $real");
    }
}
