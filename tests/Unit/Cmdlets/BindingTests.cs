using System;
using System.Linq;
using System.Management.Automation;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

/// <summary>All the ways in which a cmdlet can be told what is meant.</summary>
public sealed class BindingTests : CmdletTest
{
    [Theory]
    [InlineData("Get-VSMigrationSystem web01, db01 -Session $source | Start-VSMigration -DestinationHost sim-b -Wait")]
    [InlineData("Start-VSMigration -InputObject (Get-VSMigrationSystem web01, db01 -Session $source) -DestinationHost sim-b -Wait")]
    [InlineData("'web01', 'db01' | Start-VSMigration -DestinationHost sim-b -Session $source -Wait")]
    [InlineData("Start-VSMigration [wd]*01 sim-b -Session $source -Wait")]
    [InlineData("Start-VSMigration web01, WEB01, web*, db01 sim-b -Session $source -Wait")]
    [InlineData("Start-VSMigration -Id 3f0e6b1c-2d47-4a58-9c1e-7b6a5d4c3e21, A94D2F70-58C3-4BE1-8E0F-1C2B3A4D5E62 -DestinationHost sim-b -Session $source -Wait")]
    [InlineData("[pscustomobject]@{ Name = 'web01'; Owner = 'me' }, [pscustomobject]@{ Name = 'db01'; MigrationType = 'Live' } | Start-VSMigration -DestinationHost sim-b -Session $source -Wait")]
    public void Systems_come_as_objects_names_wildcards_identifiers_and_rows(string script)
    {
        var jobs = Module.Must(script);

        Assert.Equal(["db01", "web01"], jobs.Texts("VirtualSystem.Name").Order(StringComparer.Ordinal));
        Assert.All(jobs, job => Assert.Equal("Completed", job.Text("JobState")));
    }

    [Theory]
    [InlineData("-Session $s")]
    [InlineData("-CimSession lab")]
    [InlineData("-ConnectionUri $world")]
    [InlineData("-Session ([uri] $source)")]
    public void A_session_is_an_object_a_name_or_a_URI(string how)
    {
        Module.Must("$s = New-VSMigrationSession $source -Name lab");

        Assert.Equal("sim-a", Module.One("Get-VSMigrationSystem web01 " + how).Text("HostName"));
    }

    [Fact]
    public void A_session_that_is_null_is_refused_and_not_taken_for_this_machine() =>
        Assert.StartsWith("ParameterArgumentValidationError,", Module.Fail("$nothing = $null; Get-VSMigrationSystem -Session $nothing").FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    [Clause("7.3.1-1", "7.3.2-1", "7.3.3-1", "7.3.5-1")]
    public void What_is_asked_for_reaches_the_job()
    {
        var job = Module.One(
            "Start-VSMigration web01 sim-b -Session $source -MigrationType Resume -TransportType TLS -Priority 7 -Bandwidth 100 -BandwidthUnit MiB/s -Timeout 0 -OnTimeout Suspend -Wait");

        Assert.Equal(("Resume", "TLS", 7), (job.Text("MigrationType"), job.Text("TransportType"), job.Get<int>("Priority")));
        Assert.InRange(job.Get<TimeSpan>("ElapsedTime").TotalSeconds, 20, 60); // 2 GiB at 100 MiB/s
    }

    [Fact]
    public void What_the_host_cannot_do_is_a_blocker() =>
        AssertError(
            Module.Fail("Start-VSMigration web01 sim-b -Session $source -Bandwidth 5 -BandwidthUnit furlong/s"), "NotMigratable", ErrorCategory.InvalidOperation);

    [Fact]
    public void A_pipeline_that_takes_no_more_ends_the_command_and_not_the_migrations()
    {
        Module.Must("Start-VSMigration web01, db01 sim-b -Session $source | & { process { $_; break } }");

        Assert.DoesNotContain(Module.Must("Get-VSMigrationJob | Wait-VSMigrationJob"), job => job.Text("JobState") != "Completed");
    }
}
