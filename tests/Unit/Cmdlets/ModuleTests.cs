using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class ModuleTests : CmdletTest
{
    [Fact]
    public void The_manifest_names_exactly_the_cmdlets_that_there_are()
    {
        var classes = typeof(VsMigration.PowerShell.Commands.GetVSMigrationSystemCommand).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(CmdletAttribute), inherit: false).Cast<CmdletAttribute>())
            .Select(cmdlet => cmdlet.VerbName + "-" + cmdlet.NounName).Order(StringComparer.Ordinal);
        var manifest = Module.Must($"(Test-ModuleManifest '{HostedModule.Manifest}').ExportedCmdlets.Keys").Select(Name).Order(StringComparer.Ordinal);
        var imported = Module.Must("Get-Command -Module VsMigration | ForEach-Object Name").Select(Name).Order(StringComparer.Ordinal);

        Assert.Equal(classes, manifest);
        Assert.Equal(classes, imported);
    }

    [Fact]
    public void Nothing_of_it_is_loaded_twice() => Assert.All(
        AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name is "VsMigration.Engine" or "VsMigration.PowerShell")
            .GroupBy(assembly => assembly.GetName().Name, StringComparer.Ordinal),
        copies => Assert.Single(copies));

    private static string Name(PSObject value) => (string)value.BaseObject;
}
