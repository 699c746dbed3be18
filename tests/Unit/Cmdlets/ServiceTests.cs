using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class ServiceTests : CmdletTest
{
    [Fact]
    public void A_service_says_what_stands_behind_it_and_what_its_jobs_do()
    {
        Module.Must("$null = Start-VSMigration web01 sim-b -Session $source -Wait; $null = Start-VSMigration cache01 sim-b -Session $source -Wait");
        var service = Module.One("Get-VSMigrationService $source");

        Assert.Equal("sim-a", service.Text("HostName"));
        Assert.NotEmpty(service.Text("Platform"));
        Assert.Contains(
            "CheckVirtualSystemIsMigratableToHost",
            Module.Must("(Get-VSMigrationService $source).SynchronousMethodsSupported").Select(method => method.ToString()));
        Assert.Equal(2, Module.One("(Get-VSMigrationService $source).JobCount['Completed']").BaseObject);
    }

    [Fact]
    public void There_is_one_for_each_session()
    {
        var services = Module.Must("New-VSMigrationSession $source a | Get-VSMigrationService; New-VSMigrationSession $source b | Get-VSMigrationService");

        Assert.Equal(["a", "b"], services.Texts("Session"));
    }

    [Fact]
    public void A_session_that_is_not_there_is_an_error() =>
        AssertError(Module.Fail("Get-VSMigrationService nope"), "SessionNotFound", ErrorCategory.ObjectNotFound);

    [Fact]
    public void Limits_hold_at_once_and_only_those_that_are_given_change()
    {
        var limits = Module.One("Set-VSMigrationService -MaximumOutgoingPerHost 2 -BandwidthPerHost 8 -BandwidthUnit Gbit/s -PassThru");
        Module.Must("Set-VSMigrationService -MaximumMigration 5");

        Assert.Equal((2, 1_000_000_000UL), (limits.Get<int>("MaximumOutgoingPerHost"), limits.Get<ulong>("BytesPerSecondPerHost")));
        limits = Module.One("(Get-VSMigrationService $source).Limits");
        Assert.Equal((5, 2, 8), (limits.Get<int>("MaximumMigrations"), limits.Get<int>("MaximumOutgoingPerHost"), limits.Get<int>("MaximumIncomingPerHost")));
        Assert.Null(Module.One("Set-VSMigrationService -BandwidthPerHost 0 -PassThru").Get("BytesPerSecondPerHost"));
    }

    [Fact]
    public void WhatIf_changes_no_limit()
    {
        Assert.Empty(Module.Must("Set-VSMigrationService -MaximumMigration 1 -PassThru -WhatIf"));

        Assert.Contains("Setting the limits of migrations to 1 at once", Module.Shown, StringComparison.Ordinal);
        Assert.NotEqual(1, Module.One("(Get-VSMigrationService $source).Limits").Get<int>("MaximumMigrations"));
    }

    [Fact]
    public void A_unit_that_is_no_rate_is_an_error() =>
        AssertError(Module.Fail("Set-VSMigrationService -BandwidthPerHost 8 -BandwidthUnit furlong"), "ParameterInvalid", ErrorCategory.InvalidArgument);

    [Theory]
    [InlineData("-MaximumMigration 0")]
    [InlineData("-MaximumIncomingPerHost -1")]
    public void A_limit_that_lets_nothing_start_is_refused(string limit) => Assert.StartsWith(
        "ParameterArgumentValidationError,", Module.Fail("Set-VSMigrationService " + limit).FullyQualifiedErrorId, StringComparison.Ordinal);
}
