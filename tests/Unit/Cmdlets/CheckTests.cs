using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class CheckTests : CmdletTest
{
    [Theory]
    [InlineData("web01", true)]
    [InlineData("gpu01", false)]
    public void Quiet_writes_true_or_false(string name, bool migratable) =>
        Assert.Equal(migratable, Module.One($"Test-VSMigration {name} sim-b -Session $source -Quiet").BaseObject);

    [Fact]
    [Clause("6.2.1-2", "6.2.1-3")]
    public void Everything_that_speaks_against_it_is_said_at_once_and_nothing_is_changed()
    {
        Module.Must("$null = Get-VSMigrationSystem -Session $source");
        string before = File.ReadAllText(Module.WorldFile);
        var report = Module.One("Test-VSMigration gpu01 sim-b -Session $source");
        string findings = string.Join('\n', report.Items("Findings").Texts("Message"));

        Assert.False(report.Get<bool>("IsMigratable"));
        Assert.All(new[] { "0000:3b:00.0", "pc-i440fx-2.11", "avx512f", "br-storage", "snapshots" }, part => Assert.Contains(part, findings, StringComparison.OrdinalIgnoreCase));
        Assert.All(report.Items("Findings").Where(finding => finding.Text("Severity") == "Error"), finding => Assert.NotEmpty(finding.Text("RecommendedAction")));
        Assert.Equal(before, File.ReadAllText(Module.WorldFile));
    }

    [Fact]
    public void Systems_from_the_pipeline_are_checked_through_the_session_they_were_read_through()
    {
        var reports = Module.Must("Get-VSMigrationSystem -Session $source | Test-VSMigration -DestinationHost sim-b");
        Assert.Equal(5, reports.Count);
        Assert.Equal(new[] { "gpu01" }, reports.Where(report => !report.Get<bool>("IsMigratable")).Texts("VirtualSystem.Name"));
    }

    [Fact]
    public void A_destination_that_nobody_knows_is_an_error()
    {
        var error = Module.Fail("Test-VSMigration web01 no-such-host -Session $source");
        AssertError(error, "HostNotFound", ErrorCategory.ObjectNotFound);
        Assert.Contains("sim-b", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void A_destination_that_does_not_answer_is_a_finding_beside_the_others()
    {
        Module.Must($"Add-VSMigrationHost nowhere '{Module.World("nobody")}'");
        var findings = Module.One("Test-VSMigration gpu01 nowhere -Session $source").Items("Findings").Texts("MessageId");
        Assert.Contains("SVPC8020", findings);
        Assert.True(findings.Count > 1);
    }

    [Fact]
    public void A_wildcard_that_picks_nothing_is_an_error() =>
        AssertError(Module.Fail("Test-VSMigration nope* sim-b -Session $source"), "SystemNotFound", ErrorCategory.ObjectNotFound);
}
