using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class CompletionTests : CmdletTest
{
    [Fact]
    public void Destinations_are_those_of_the_session_and_those_that_were_added()
    {
        Module.Must("Add-VSMigrationHost spare qemu+ssh://spare/system; Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system");
        var offered = Module.Complete($"Start-VSMigration web01 -Session '{Module.World("sim-a")}' -DestinationHost s");

        Assert.Contains("sim-b", offered);
        Assert.Contains("spare", offered);
        Assert.DoesNotContain("kvm7", offered);
    }

    [Fact]
    public void Sessions_are_those_that_are_open()
    {
        Module.Must("New-VSMigrationSession $world lab; New-VSMigrationSession $world other");
        var offered = Module.Complete("Get-VSMigrationSystem -Session la");

        Assert.Equal(new[] { "lab" }, offered);
    }

    [Fact]
    public void Names_are_those_of_the_sessions_systems()
    {
        Module.Must("New-VSMigrationSession $source lab");
        Assert.Equal(new[] { "web01" }, Module.Complete("Get-VSMigrationSystem -Session lab -Name w"));
    }

    [Fact]
    public void A_session_that_is_not_there_offers_nothing_and_is_no_error()
    {
        Assert.DoesNotContain("sim-b", Module.Complete("Start-VSMigration web01 -Session nope -DestinationHost s"));
        Assert.Empty(Module.Must("$Error"));
    }
}
