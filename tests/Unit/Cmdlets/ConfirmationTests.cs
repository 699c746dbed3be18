using System;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class ConfirmationTests : CmdletTest
{
    [Fact]
    public void Confirm_asks_for_each_system_and_no_means_no()
    {
        Module.Answer("No", "Yes");

        var jobs = Module.Must("Start-VSMigration web01, db01 sim-b -Session $source -Confirm -Wait");

        Assert.Equal(["db01"], jobs.Texts("VirtualSystem.Name"));
        Assert.Contains("Migrate the virtual system web01 from sim-a to sim-b (Live)?", Module.Shown, StringComparison.Ordinal);
        Assert.Contains("web01", Module.SystemsOf("sim-a"));
    }

    [Fact]
    public void Force_does_not_ask_whatever_the_preference() =>
        Assert.Equal("Completed", Module.One("$ConfirmPreference = 'Low'; Start-VSMigration web01 sim-b -Session $source -Force -Wait").Text("JobState"));

    [Theory]
    [InlineData("Start-VSMigration web01 sim-b -Session $source -MigrationType Restart -WhatIf -Force", "Migrating the virtual system web01 from sim-a to sim-b (Restart)")]
    [InlineData("$WhatIfPreference = $true; Start-VSMigration web01 sim-b -Session $source -Force -Wait", "Migrating the virtual system web01 from sim-a to sim-b (Live)")]
    [InlineData("Add-VSMigrationHost kvm7 $source -WhatIf", "Adding the host kvm7")]
    [InlineData("New-VSMigrationSession $source -Name s | Remove-VSMigrationSession -WhatIf", "Closing the session s")]
    public void WhatIf_says_what_would_be_done_even_with_Force(string script, string what)
    {
        Assert.Empty(Module.Must(script));

        Assert.Contains("What if: " + what, Module.Shown, StringComparison.Ordinal);
        Assert.Empty(Module.Must("Get-VSMigrationJob; Get-VSMigrationHost"));
    }

    [Fact]
    public void Force_powers_nothing_off_and_TurnOff_does()
    {
        Module.Must("$null = Get-VSMigrationSystem -Session $world");
        string world = System.IO.File.ReadAllText(Module.WorldFile);
        System.IO.File.WriteAllText(Module.WorldFile, world.Replace("shutdownSeconds=\"20\"", "shutdownSeconds=\"never\"", StringComparison.Ordinal));

        var forced = Module.Run("Start-VSMigration db01 sim-b -Session $source -MigrationType Restart -Force -Wait");
        var turnedOff = Module.One("Start-VSMigration db01 sim-b -Session $source -MigrationType Restart -TurnOff -Wait");

        Assert.Equal("Exception", Assert.Single(forced.Output).Text("JobState"));
        Assert.Equal("Completed", turnedOff.Text("JobState"));
    }
}
