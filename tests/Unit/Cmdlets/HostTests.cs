using System;
using System.Management.Automation;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class HostTests : CmdletTest
{
    [Fact]
    public void A_host_is_added_listed_and_removed_without_a_word()
    {
        Assert.Empty(Module.Must("Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system tcp://10.0.0.7"));
        var host = Module.One("Get-VSMigrationHost KVM7");
        Assert.Equal(("kvm7", "qemu+ssh://kvm7/system", "tcp://10.0.0.7"), (host.Text("Name"), host.Text("ConnectionUri.OriginalString"), host.Text("MigrationUri.OriginalString")));

        Assert.Empty(Module.Must("Remove-VSMigrationHost kvm7"));
        Assert.Empty(Module.Must("Get-VSMigrationHost"));
    }

    [Fact]
    public void PassThru_writes_what_was_added_and_removed()
    {
        Assert.Equal("kvm7", Module.One("Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system -PassThru").Text("Name"));
        Assert.Equal("kvm7", Module.One("Get-VSMigrationHost | Remove-VSMigrationHost -PassThru").Text("Name"));
    }

    [Fact]
    public void A_host_added_again_is_replaced()
    {
        Module.Must("Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system; Add-VSMigrationHost Kvm7 qemu+ssh://10.0.0.7/system");
        Assert.Equal("qemu+ssh://10.0.0.7/system", Module.One("Get-VSMigrationHost").Text("ConnectionUri.OriginalString"));
    }

    [Theory]
    [InlineData("http://10.0.0.7")]
    [InlineData("rdma://10.0.0.7")]
    [InlineData("10.0.0.7")]
    [InlineData("tcp://")]
    [InlineData("tcp://root:secret@10.0.0.7")]
    public void A_migration_uri_that_memory_cannot_take_is_refused(string uri)
    {
        Module.Define("uri", uri);
        AssertError(Module.Fail("Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system $uri"), "UriInvalid", ErrorCategory.InvalidArgument);
        Assert.Empty(Module.Must("Get-VSMigrationHost"));
    }

    [Fact]
    public void A_password_in_a_uri_is_refused_and_not_repeated()
    {
        var error = Module.Fail("Add-VSMigrationHost kvm7 qemu+ssh://root:s3cret@kvm7/system");
        AssertError(error, "UriInvalid", ErrorCategory.InvalidArgument);
        Assert.DoesNotContain("s3cret", error + error.ErrorDetails.Message + error.Exception, StringComparison.Ordinal);
        Assert.Empty(Module.Must("Get-VSMigrationHost"));
    }

    [Theory]
    [InlineData("Get-VSMigrationHost nope")]
    [InlineData("Remove-VSMigrationHost nope")]
    public void A_host_that_was_not_added_is_an_error(string script) =>
        AssertError(Module.Fail(script), "HostNotFound", ErrorCategory.ObjectNotFound);

    [Fact]
    public void A_wildcard_that_picks_no_host_is_silent() => Assert.Empty(Module.Must("Get-VSMigrationHost nope*"));

    [Fact]
    public void WhatIf_changes_nothing()
    {
        Module.Must("Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system; Add-VSMigrationHost kvm8 qemu+ssh://kvm8/system -WhatIf; Remove-VSMigrationHost * -WhatIf");
        Assert.Equal(new[] { "kvm7" }, Module.Must("Get-VSMigrationHost").Texts("Name"));
    }

    [Fact]
    public void A_known_host_is_a_destination_by_its_name()
    {
        Module.Must($"Add-VSMigrationHost other '{Module.World("sim-b")}'");
        Assert.True(Module.One("Test-VSMigration web01 other -Session $source").Get<bool>("IsMigratable"));
    }
}
