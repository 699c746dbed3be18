using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class SystemTests : CmdletTest
{
    private const string WebId = "3f0e6b1c-2d47-4a58-9c1e-7b6a5d4c3e21";

    [Fact]
    public void All_systems_of_the_host_are_listed()
    {
        Assert.Equal(5, Module.Must("Get-VSMigrationSystem -Session $source").Count);
        Assert.Equal(new[] { "mail01" }, Module.SystemsOf("sim-b"));
    }

    [Fact]
    public void The_session_comes_from_the_pipeline_too() =>
        Assert.Equal(5, Module.Must("New-VSMigrationSession $source | Get-VSMigrationSystem").Count);

    [Fact]
    public void A_wildcard_picks_some_without_regard_to_case() =>
        Assert.Equal(new[] { "web01" }, Module.Must("Get-VSMigrationSystem W*1 -Session $source").Texts("Name"));

    [Fact]
    public void A_wildcard_that_picks_none_is_silent() => Assert.Empty(Module.Must("Get-VSMigrationSystem nope* -Session $source"));

    [Fact]
    public void A_name_that_is_not_there_is_one_error_and_the_others_are_shown()
    {
        var result = Module.Run("Get-VSMigrationSystem nope, web01 -Session $source");
        Assert.Equal(new[] { "web01" }, result.Output.Texts("Name"));
        var error = Assert.Single(result.Errors);
        AssertError(error, "SystemNotFound", ErrorCategory.ObjectNotFound);
        Assert.Equal("nope", error.TargetObject);
        Assert.Contains("web01", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_identifier_picks_one() =>
        Assert.Equal("web01", Module.One($"Get-VSMigrationSystem -Id {WebId} -Session $source").Text("Name"));

    [Fact]
    public void An_identifier_that_is_not_there_is_an_error() =>
        AssertError(Module.Fail("Get-VSMigrationSystem -Id 00000000-0000-0000-0000-000000000000 -Session $source"), "SystemNotFound", ErrorCategory.ObjectNotFound);

    [Fact]
    public void Equal_names_are_all_shown()
    {
        Module.Rename("cache01", "web01");
        Assert.Equal(2, Module.Must("Get-VSMigrationSystem web01 -Session $source").Count);
    }

    [Fact]
    public void A_host_that_does_not_answer_is_one_error() =>
        AssertError(Module.Fail($"Get-VSMigrationSystem -Session '{Module.World("nobody")}'"), "HostUnreachable", ErrorCategory.ConnectionError);

    [Fact]
    public void The_capability_of_a_host_is_shown() =>
        Assert.Contains("Live", Module.Must("(Get-VSMigrationCapability $source).MigrationTypes").Select(type => type.ToString()));
}
