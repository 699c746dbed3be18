using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

/// <summary>What virtual systems are made of, and what is to be different after a migration.</summary>
public sealed class DefinitionTests : CmdletTest
{
    [Fact]
    public void Memory_is_given_as_people_write_it_and_holds_nothing_else()
    {
        var setting = Module.One("New-VSMigrationResourceSetting -Memory 5GB");

        Assert.Equal(("Memory", "5368709120", "byte"), (setting.Text("ResourceType"), setting.Text("VirtualQuantity"), setting.Text("VirtualQuantityUnits")));
        Assert.All(new[] { "InstanceID", "Reservation", "Limit", "AllocationUnits", "Address" }, name => Assert.Null(setting.Get(name)));
    }

    [Theory]
    [InlineData("-NetworkAdapter 52:54:00:00:00:01 -Network prod", "EthernetAdapter", "network", "52:54:00:00:00:01", "Connection", "prod")]
    [InlineData("-NetworkAdapter 52:54:00:00:00:01 -Bridge br0", "EthernetAdapter", "bridge", "52:54:00:00:00:01", "Connection", "br0")]
    [InlineData("-InstanceID VSM:sim-a/1/nic/2 -Bridge br0", "EthernetAdapter", "bridge", "VSM:sim-a/1/nic/2", "Connection", "br0")]
    [InlineData("-Disk vda -Path /srv/web01.qcow2", "LogicalDisk", null, "vda", "HostResource", "/srv/web01.qcow2")]
    public void An_adapter_or_a_disk_is_named_by_its_address_or_its_id(string how, string type, string? subType, string id, string property, string value)
    {
        var setting = Module.One("New-VSMigrationResourceSetting " + how);

        Assert.Equal((type, subType, id, value), (setting.Text("ResourceType"), setting.Get("ResourceSubType"), setting.Text("InstanceID"), setting.Text(property)));
    }

    [Fact]
    public void What_is_added_has_an_address_and_no_id()
    {
        var setting = Module.One("New-VSMigrationResourceSetting -NetworkAdapter 52:54:00:00:00:02 -Bridge br0 -Add");

        Assert.Equal(("52:54:00:00:00:02", null), (setting.Text("Address"), setting.Get("InstanceID")));
    }

    [Fact]
    public void An_adapter_that_is_neither_named_nor_added_is_an_error() =>
        AssertError(Module.Fail("New-VSMigrationResourceSetting -Bridge br0"), "ParameterInvalid", ErrorCategory.InvalidArgument);

    [Theory]
    [InlineData("New-VSMigrationResourceSetting -Memory 0", "ParameterArgumentValidationError,")]
    [InlineData("New-VSMigrationResourceSetting -Memory 5GB -ProcessorCount 2", "AmbiguousParameterSet,")]
    [InlineData("New-VSMigrationResourceSetting -NetworkAdapter a -Bridge b -Network c", "AmbiguousParameterSet,")]
    public void What_makes_no_sense_is_refused_at_once(string script, string id) =>
        Assert.StartsWith(id, Module.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void The_resources_of_a_system_come_out_one_by_one_and_by_kind()
    {
        var all = Module.Must("Get-VSMigrationResourceSetting web01 -Session $source");
        var disks = Module.Must("Get-VSMigrationSystem web01 -Session $source | Get-VSMigrationResourceSetting -ResourceType LogicalDisk");

        Assert.Equal(["Memory", "Processor"], all.Texts("ResourceType").Take(2));
        Assert.NotEmpty(disks);
        Assert.Equal(all.Where(resource => resource.Text("ResourceType") == "LogicalDisk").Texts("InstanceID"), disks.Texts("InstanceID"));
    }

    [Fact]
    public void The_settings_of_a_system_say_what_it_is_called() =>
        Assert.Equal("web01", Module.One("Get-VSMigrationSystemSetting web01 -Session $source").Text("ElementName"));

    [Theory]
    [InlineData("Get-VSMigrationSystemSetting nope -Session $source")]
    [InlineData("Get-VSMigrationResourceSetting nope* -Session $source")]
    public void A_system_that_is_not_there_is_an_error(string script) =>
        AssertError(Module.Fail(script), "SystemNotFound", ErrorCategory.ObjectNotFound);

    [Fact]
    public void A_resource_that_the_system_does_not_have_is_an_error_before_anything_is_asked()
    {
        var error = Module.Fail("Test-VSMigration web01 sim-b -Session $source -NewResourceSetting (New-VSMigrationResourceSetting -Disk vdz -Path /x)");

        AssertError(error, "ParameterInvalid", ErrorCategory.InvalidArgument);
        Assert.Contains("It has: vda", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-VSMigrationResourceSetting -Memory 5GB")]
    [InlineData("Get-VSMigrationResourceSetting build01 -Session $source -ResourceType Memory | New-VSMigrationResourceSetting -Memory 5GB")]
    public void Memory_is_another_at_the_destination(string setting)
    {
        Module.Must($"$null = Start-VSMigration build01 sim-b -Session $source -MigrationType Restart -NewResourceSetting ({setting}) -Wait");

        Assert.Equal(5UL << 30, Module.One($"Get-VSMigrationSystem build01 -Session '{Module.World("sim-b")}'").Get<ulong>("Memory"));
    }

    [Fact]
    public void A_system_is_called_otherwise_at_the_destination()
    {
        Module.Must("$null = Start-VSMigration web01 sim-b -Session $source -NewSystemSetting (New-VSMigrationSystemSetting web01-dr) -Wait");

        Assert.Contains("web01-dr", Module.SystemsOf("sim-b"));
    }

    [Fact]
    public void What_is_said_of_a_system_is_there_at_the_destination()
    {
        Module.Must("$null = Start-VSMigration web01 sim-b -Session $source -NewSystemSetting (New-VSMigrationSystemSetting -Description 'Shop' -Notes 'one', 'two') -Wait");
        var setting = Module.One($"Get-VSMigrationSystemSetting web01 -Session '{Module.World("sim-b")}'");

        Assert.Equal(("web01", "Shop", "one two"), (setting.Text("ElementName"), setting.Text("Description"), setting.Text("Notes")));
    }

    [Fact]
    public void What_cannot_change_while_a_guest_runs_is_a_finding_that_names_the_type_in_which_it_can()
    {
        var report = Module.One("Test-VSMigration web01 sim-b -Session $source -NewResourceSetting (New-VSMigrationResourceSetting -Memory 5GB)");

        Assert.False(report.Get<bool>("IsMigratable"));
        Assert.Contains("Restart", string.Join(' ', report.Items("Findings").Texts("RecommendedAction")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_adapter_is_plugged_in_elsewhere_and_a_disk_lies_elsewhere()
    {
        Module.Must(
            "$changes = @(New-VSMigrationResourceSetting -NetworkAdapter 52:54:00:3A:9F:01 -Bridge br0; "
            + "New-VSMigrationResourceSetting -Disk vda -Path /var/lib/libvirt/images/web01.qcow2); "
            + "$null = Start-VSMigration web01 sim-b -Session $source -NewResourceSetting $changes -Wait");
        var resources = Module.Must($"Get-VSMigrationResourceSetting web01 -Session '{Module.World("sim-b")}' -ResourceType EthernetAdapter, LogicalDisk");

        Assert.Equal(["52:54:00:3a:9f:01 bridge br0 ", "vda qcow2  /var/lib/libvirt/images/web01.qcow2"], resources.Select(resource =>
            $"{resource.Text("Address")} {resource.Text("ResourceSubType")} {resource.Text("Connection")} {resource.Text("HostResource")}"));
    }
}
