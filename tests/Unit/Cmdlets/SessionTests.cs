using System;
using System.Management.Automation;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class SessionTests : CmdletTest
{
    [Fact]
    public void A_session_is_opened_listed_used_by_name_and_removed()
    {
        var session = Module.One("New-VSMigrationSession -ConnectionUri $source -Name lab");
        Assert.Equal(("lab", "sim-a", Module.World("sim-a")), (session.Text("Name"), session.Text("HostName"), session.Text("ConnectionUri")));

        Assert.Equal(new[] { "lab" }, Module.Must("Get-VSMigrationSession").Texts("Name"));
        Assert.Equal("lab", Module.One($"Get-VSMigrationSession -Id {session.Text("Id")}").Text("Name"));
        Assert.Equal("web01", Module.One("Get-VSMigrationSystem web01 -Session LAB").Text("Name"));

        Assert.Empty(Module.Must("Remove-VSMigrationSession lab"));
        Assert.Empty(Module.Must("Get-VSMigrationSession"));
    }

    [Fact]
    public void Sessions_without_a_name_are_numbered() =>
        Assert.Equal(new[] { "Session1", "Session2" }, Module.Must("New-VSMigrationSession $world; New-VSMigrationSession $world").Texts("Name"));

    [Fact]
    public void A_name_that_is_taken_is_refused()
    {
        Module.Must("New-VSMigrationSession $world lab");
        AssertError(Module.Fail("New-VSMigrationSession $world LAB"), "ParameterInvalid", ErrorCategory.InvalidArgument);
    }

    [Theory]
    [InlineData("Get-VSMigrationSession nope")]
    [InlineData("Get-VSMigrationSession -Id 4711")]
    [InlineData("Remove-VSMigrationSession nope")]
    [InlineData("Get-VSMigrationSystem -Session nope")]
    [InlineData("Get-VSMigrationCapability -Session nope")]
    public void A_session_that_is_not_there_is_an_error(string script) =>
        AssertError(Module.Fail(script), "SessionNotFound", ErrorCategory.ObjectNotFound);

    [Fact]
    public void A_wildcard_that_picks_no_session_is_silent() => Assert.Empty(Module.Must("Get-VSMigrationSession nope*"));

    [Theory]
    [InlineData("kvm7")]
    [InlineData("/var/run/socket")]
    [InlineData("simulator:///x?clock=fast")]
    [InlineData("gopher://host/")]
    public void A_connection_uri_that_leads_nowhere_is_refused(string uri)
    {
        Module.Define("uri", uri);
        AssertError(Module.Fail("New-VSMigrationSession $uri"), "UriInvalid", ErrorCategory.InvalidArgument);
    }

    [Fact]
    public void An_unknown_scheme_is_told_which_there_are() =>
        Assert.Contains("simulator:", Module.Fail("New-VSMigrationSession gopher://host/").ErrorDetails.RecommendedAction, StringComparison.Ordinal);

    [Fact]
    public void WhatIf_leaves_the_session_open()
    {
        Module.Must("New-VSMigrationSession $world lab");
        Module.Must("Remove-VSMigrationSession lab -WhatIf");
        Assert.Single(Module.Must("Get-VSMigrationSession"));
    }

    [Fact]
    public void Objects_of_a_removed_session_say_that_it_is_gone()
    {
        Module.Must("New-VSMigrationSession $source lab; $web = Get-VSMigrationSystem web01 -Session lab; Remove-VSMigrationSession lab");
        AssertError(Module.Fail("$web | Test-VSMigration -DestinationHost sim-b"), "SessionNotFound", ErrorCategory.ObjectNotFound);
    }
}
