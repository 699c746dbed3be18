using System;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using VsMigration.Profile.Requirements;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class ConformanceCommandTests : CmdletTest
{
    private const string Migrating = "Test-VSMigrationConformance $source -AllowMigration -Name web01 -DestinationHost sim-b";

    [Fact]
    public void There_is_one_result_with_its_evidence_for_each_requirement_and_nothing_is_migrated()
    {
        var results = Module.Must("Test-VSMigrationConformance $source");

        Assert.Equal(RequirementCatalog.All.Select(row => row.Id), results.Texts("Id"));
        Assert.DoesNotContain("", results.Texts("Evidence"));
        Assert.DoesNotContain("Fail", results.Texts("Result"));
        Assert.Contains("web01", Module.SystemsOf("sim-a"));
        Assert.Empty(Module.Must("Get-VSMigrationJob"));
    }

    [Fact]
    public void Ids_pick_requirements()
    {
        Assert.Equal(["7.1-2", "T24-1", "T24-2"], Module.Must("Test-VSMigrationConformance $source -Id T24-*, 7.1-2").Texts("Id"));
        AssertError(Module.Fail("Test-VSMigrationConformance $source -Id 7.9-1"), "ParameterInvalid", ErrorCategory.InvalidArgument);
    }

    [Theory]
    [InlineData("Test-VSMigrationConformance $source -AllowMigration")]
    [InlineData("Test-VSMigrationConformance $source -AllowMigration -Name web01")]
    public void What_may_be_migrated_is_named(string script) => AssertError(Module.Fail(script), "ParameterInvalid", ErrorCategory.InvalidArgument);

    [Fact]
    public void A_migration_is_asked_for_and_no_means_that_all_else_is_tested()
    {
        Module.Answer("No");

        var results = Module.Must(Migrating + " -Id 9.2.1-4, T27-1");

        Assert.Equal(["NotTested", "Pass"], results.Texts("Result"));
        Assert.Contains("Migrate the virtual system web01 from sim-a to sim-b, as a test?", Module.Shown, StringComparison.Ordinal);
        Assert.Contains("web01", Module.SystemsOf("sim-a"));
    }

    [Fact]
    public void A_migration_that_is_allowed_is_done_and_a_warning_says_where_the_system_is()
    {
        var run = Module.Run(Migrating + " -Confirm:$false -Summary");

        var summary = Assert.Single(run.Output);
        Assert.Empty(run.Errors);
        Assert.Empty(summary.Items("Failures"));
        Assert.Contains("web01", Module.SystemsOf("sim-b"));
        Assert.Contains(run.Warnings, warning => warning.StartsWith("The virtual system 'web01' was migrated to sim-b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ctrl_C_stops_the_migration_and_waits_for_its_undo()
    {
        string migrating = Migrating.Replace("$source", "'" + Module.World("sim-a", realTime: true) + "'", StringComparison.Ordinal) + " -Confirm:$false";

        var state = await Module.InterruptAsync(migrating, record => record.StatusDescription.StartsWith("a migration: JobState 4", StringComparison.Ordinal));

        Assert.Equal(PSInvocationState.Stopped, state);
        Assert.Equal("Terminated", Module.One("Get-VSMigrationJob").Text("JobState"));
        Assert.Contains("web01", Module.SystemsOf("sim-a"));
    }

    [Fact]
    public void The_results_are_read_at_a_glance()
    {
        Module.Must("Test-VSMigrationConformance $source -Id T27-* | Out-Host; Test-VSMigrationConformance $source -Id T27-* -Summary | Out-Host");

        Assert.Contains("Clause: T27", Module.Shown, StringComparison.Ordinal);
        Assert.Contains("T27-3     Mandatory   Pass          RegisteredVersion is \"1.0.0\"", Module.Shown, StringComparison.Ordinal);
        Assert.Contains("Mandatory: 3 pass, 0 fail, 0 not applicable, 0 not tested", Module.Shown, StringComparison.Ordinal);
    }
}
