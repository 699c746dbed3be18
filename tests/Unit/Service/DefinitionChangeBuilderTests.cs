using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using Xunit;
using static VsMigration.Tests.Service.Facts;

namespace VsMigration.Tests.Service;

public sealed class DefinitionChangeBuilderTests
{
    private static readonly VirtualSystem s_system = Source.System with { HostName = "a" };

    private static readonly AdapterFacts[] s_adapters =
    {
        new() { Mac = "52:54:00:00:00:01", Network = new NetworkFacts { Kind = "network", Name = "default" } },
        new() { Mac = "52:54:00:00:00:02" },
    };

    private static readonly DiskFacts[] s_disks =
    {
        Disk,
        new() { Target = "vdb", Path = "/images/data.raw", IsWritable = true, Capacity = GiB },
        new() { Target = "vdc", Path = "/shared/db.raw", IsWritable = true, IsShared = true },
        new() { Target = "sda" },
    };

    private static readonly SourceFacts s_source = Source with
    {
        System = s_system,
        Adapters = s_adapters,
        Disks = s_disks,
        SettingData = DefinitionElements.Create(
            s_system, new SystemTexts { VirtualSystemType = "DMTF:KVM", Caption = "Shop", Notes = new[] { "one" } }, s_adapters, s_disks),
    };

    private static readonly ResourceAllocationSettingData s_memory = Resource("/memory");
    private static readonly ResourceAllocationSettingData s_processors = Resource("/processor");
    private static readonly ResourceAllocationSettingData s_adapter = Resource("/nic/52:54:00:00:00:01");
    private static readonly ResourceAllocationSettingData s_disk = Resource("/disk/vda");

    [Fact]
    public void Nothing_asked_is_nothing_changed() => Assert.True(Build().IsEmpty);

    [Fact]
    public void A_copy_of_the_whole_definition_is_nothing_changed() =>
        Assert.True(Build(s_source.SettingData.Setting, s_source.SettingData.Resources.ToArray()).IsEmpty);

    [Fact]
    [Clause("T2-4", "T4-4", "T6-4", "T8-4")]
    public void Of_the_system_only_what_differs_is_changed_and_null_is_unchanged()
    {
        var change = Build(new VirtualSystemSettingData { ElementName = "shop", Caption = "Shop", Description = "The shop", Notes = new[] { "one", "two" } });

        Assert.Equal(("shop", null, "The shop"), (change.Name, change.Caption, change.Description));
        Assert.Equal(new[] { "one", "two" }, change.Notes);
        Assert.True(Build(new VirtualSystemSettingData()).IsEmpty);
        Assert.Equal("", Build(new VirtualSystemSettingData { Caption = "" }).Caption);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a/b")]
    [InlineData("a\nb")]
    [InlineData(" a")]
    [InlineData("a\u0001")]
    public void A_name_that_no_platform_takes_is_a_finding(string name) => Wrong(new VirtualSystemSettingData { ElementName = name }, "ElementName");

    [Fact]
    public void A_text_that_no_definition_can_hold_is_a_finding()
    {
        Wrong(new VirtualSystemSettingData { Caption = "two\nlines" }, "Caption");
        Wrong(new VirtualSystemSettingData { Description = "\u0001" }, "Description");
        Wrong(new VirtualSystemSettingData { Notes = new[] { "fine", "\uD800" } }, "Notes");
        Wrong(s_disk with { HostResource = new[] { "/pool/\u0001" } }, "HostResource");
        Wrong(s_adapter with { Connection = new[] { "br\n0" } }, "Connection");
    }

    [Fact]
    public void A_text_is_taken_as_it_will_be_read_again()
    {
        var change = Build(new VirtualSystemSettingData { Caption = " Store ", Description = "a\r\nb\rc", Notes = new[] { " ", "x\r\n" } });

        Assert.Equal(("Store", "a\nb\nc"), (change.Caption, change.Description));
        Assert.Equal(new[] { "", "x\n" }, change.Notes);
    }

    [Fact]
    public void What_a_migration_does_not_change_is_a_finding_and_not_passed_over()
    {
        Wrong(new VirtualSystemSettingData { VirtualSystemIdentifier = "another" }, "VirtualSystemIdentifier");
        Wrong(new VirtualSystemSettingData { AutomaticStartupAction = 4 }, "AutomaticStartupAction");
        Wrong(s_memory with { Weight = 5 }, "Weight");
        Wrong(s_memory with { HostResource = new[] { "node 1" } }, "HostResource");
        Wrong(s_disk with { VirtualQuantity = 1 }, "VirtualQuantity");
    }

    [Fact]
    [Clause("9.2.2-2", "9.2.2-3", "9.2.2-4")]
    public void A_copy_of_the_memory_with_other_units_and_reservation_is_that_much_memory() =>
        Assert.Equal(5_000_000_000UL, Build(s_memory with { AllocationUnits = "bytes*10^9", Reservation = 5 }).Memory);

    [Fact]
    [Clause("9.2.2-5", "T2-5", "T4-5", "T6-5", "T8-5")]
    public void Whichever_way_an_amount_is_written_it_is_the_same()
    {
        var bytes = Gen.Select(Gen.ULong[1, 1 << 20], Gen.Int[0, 3]);
        bytes.Sample((number, power) =>
        {
            ulong amount = number << (10 * power);
            string unit = power == 0 ? "byte" : "byte*2^" + (10 * power);
            ulong? expected = amount == s_system.Memory ? null : amount;

            Assert.Equal(expected, Build(s_memory with { AllocationUnits = unit, Reservation = number }).Memory);
            Assert.Equal(expected, Build(s_memory with { VirtualQuantityUnits = unit, VirtualQuantity = number }).Memory);
            Assert.Equal(expected, Build(new ResourceAllocationSettingData { InstanceID = s_memory.InstanceID, AllocationUnits = "byte", Reservation = amount }).Memory);
            Assert.Equal(expected, Build(s_memory with { AllocationUnits = unit, Reservation = number, VirtualQuantityUnits = "byte", VirtualQuantity = amount }).Memory);
        });
    }

    [Fact]
    public void A_number_without_a_unit_is_in_the_sources_unit()
    {
        Assert.Equal(3 * GiB, Build(new ResourceAllocationSettingData { InstanceID = s_memory.InstanceID, VirtualQuantity = 3072 }).Memory);
        Assert.Equal(3 * GiB, Build(new ResourceAllocationSettingData { InstanceID = s_memory.InstanceID, Reservation = 3072 }).Memory);
    }

    [Fact]
    public void Two_amounts_that_contradict_each_other_are_a_finding() => Wrong(s_memory with { VirtualQuantity = 3072, Reservation = 4096 }, "3221225472", "4294967296");

    [Theory]
    [InlineData("count")]
    [InlineData("apples")]
    [InlineData("byte/second")]
    [InlineData("bit")]
    public void A_unit_that_measures_no_whole_bytes_is_a_finding(string unit) => Wrong(s_memory with { VirtualQuantity = 3, VirtualQuantityUnits = unit }, unit);

    [Fact]
    public void None_of_it_and_more_than_there_can_be_are_findings()
    {
        Wrong(s_memory with { VirtualQuantity = 0 }, "VirtualQuantity");
        Wrong(s_memory with { Reservation = 0 }, "Reservation");
        Wrong(s_memory with { Reservation = ulong.MaxValue }, "Reservation");
        Wrong(s_processors with { VirtualQuantity = 1UL << 40 }, "processors");
    }

    [Fact]
    public void A_limit_other_than_the_amount_is_a_finding()
    {
        Wrong(s_memory with { Limit = 4096 }, "Limit");
        Assert.Equal(4 * GiB, Build(s_memory with { Reservation = 4096, Limit = 4096 }).Memory);
    }

    [Fact]
    public void Processors_are_counted()
    {
        Assert.Equal(4, Build(s_processors with { VirtualQuantity = 4 }).ProcessorCount);
        Wrong(s_processors with { VirtualQuantity = 50, VirtualQuantityUnits = "percent" }, "percent");
    }

    [Fact]
    public void Memory_and_processors_are_meant_without_an_identity_because_there_is_one_of_each()
    {
        Assert.Equal(3 * GiB, Build(new ResourceAllocationSettingData { ResourceType = ResourceType.Memory, VirtualQuantity = 3072 }).Memory);
        Assert.Equal(3, Build(new ResourceAllocationSettingData { ResourceType = ResourceType.Processor, VirtualQuantity = 3 }).ProcessorCount);
    }

    [Fact]
    public void Memory_of_another_system_is_a_finding_that_names_the_right_one() => Wrong(s_memory with { InstanceID = "VSM:a/id-2/memory" }, s_memory.InstanceID!);

    [Fact]
    public void An_adapter_is_plugged_into_something_else()
    {
        var adapter = Assert.IsType<AdapterChange>(Assert.Single(Build(s_adapter with { ResourceSubType = "bridge", Connection = new[] { "br0" } }).Resources));

        Assert.Equal(("52:54:00:00:00:01", "bridge br0", false, 0), (adapter.Mac, adapter.Network.ToString(), adapter.IsNew, adapter.Index));
        Assert.Equal("network other", Build(s_adapter with { Connection = new[] { "other" } }).NetworkOf("52:54:00:00:00:01")!.ToString());
    }

    [Fact]
    public void An_adapter_keeps_its_address_and_is_plugged_into_one_thing()
    {
        Wrong(s_adapter with { Address = "52:54:00:00:00:09" }, "Address");
        Wrong(s_adapter with { Connection = new[] { "a", "b" } }, "Connection");
        Wrong(s_adapter with { Connection = Array.Empty<string>() }, "Connection");
        Wrong(s_adapter with { ResourceSubType = "token-ring", Connection = new[] { "a" } }, "ResourceSubType");
    }

    [Fact]
    [Clause("T2-5", "T4-5", "T6-5", "T8-5")]
    public void Without_a_known_identity_an_adapter_is_added_with_an_address_of_its_own()
    {
        var wanted = new ResourceAllocationSettingData { ResourceType = ResourceType.EthernetAdapter, Connection = new[] { "default" } };

        var added = Build(wanted, wanted, wanted with { Address = "52:54:00:AA:00:01" }).NewAdapters.ToList();

        Assert.Equal(3, added.Select(adapter => adapter.Mac).Except(s_adapters.Select(adapter => adapter.Mac)).Distinct().Count());
        Assert.All(added, adapter => Assert.Matches("^52:54:00(:[0-9a-f]{2}){3}$", adapter.Mac));
        Assert.All(added, adapter => Assert.Equal("network default", adapter.Network.ToString()));
        Assert.Equal(added.Select(adapter => adapter.Mac), Build(wanted, wanted, wanted with { Address = "52:54:00:aa:00:01" }).NewAdapters.Select(adapter => adapter.Mac));
    }

    [Fact]
    public void A_new_adapter_needs_a_connection_and_a_free_address()
    {
        var wanted = new ResourceAllocationSettingData { ResourceType = ResourceType.EthernetAdapter, Connection = new[] { "default" } };
        Wrong(wanted with { Connection = null }, "Connection");
        Wrong(wanted with { Address = "52:54:00:00:00:01" }, "Address");
        Wrong(wanted with { Address = "53:54:00:00:00:09" }, "Address");
    }

    [Fact]
    public void A_disk_lies_elsewhere()
    {
        var disk = Assert.IsType<DiskChange>(Assert.Single(Build(s_disk with { HostResource = new[] { "/pool/web01.raw" } }).Resources));

        Assert.Equal(("vda", "/pool/web01.raw", false), (disk.Target, disk.Path, disk.IsNew));
    }

    [Fact]
    public void A_disk_has_a_whole_path_of_its_own_and_is_a_file()
    {
        Wrong(s_disk with { HostResource = new[] { "web01.raw" } }, "HostResource");
        Wrong(s_disk with { HostResource = new[] { "/images/data.raw" } }, "vdb");
        Wrong(Resource("/disk/vdc") with { HostResource = new[] { "/elsewhere" } }, "vdc");
        Wrong(Resource("/disk/sda") with { HostResource = new[] { "/elsewhere" } }, "sda");
    }

    [Fact]
    public void Disks_may_change_places() => Assert.Equal(
        new[] { ("vda", "/images/data.raw"), ("vdb", "/images/web01.raw") },
        Build(s_disk with { HostResource = new[] { "/images/data.raw" } }, Resource("/disk/vdb") with { HostResource = new[] { "/images/web01.raw" } })
            .Resources.OfType<DiskChange>().Select(disk => (disk.Target, disk.Path)));

    [Fact]
    [Clause("T2-5", "T4-5", "T6-5", "T8-5")]
    public void Without_a_known_identity_a_disk_is_added_at_the_next_name()
    {
        var wanted = new ResourceAllocationSettingData { InstanceID = "whatever", ResourceType = ResourceType.LogicalDisk, HostResource = new[] { "/pool/new.qcow2" }, ResourceSubType = "qcow2" };

        var added = Build(wanted, wanted with { HostResource = new[] { "/pool/other.raw" }, ResourceSubType = null }).NewDisks.ToList();

        Assert.Equal(new[] { ("vdd", "/pool/new.qcow2", "qcow2"), ("vde", "/pool/other.raw", "") }, added.Select(disk => (disk.Target, disk.Path, disk.Format)));
        Wrong(wanted with { Address = "vdb" }, "Address");
        Wrong(wanted with { HostResource = null }, "HostResource");
    }

    [Fact]
    public void What_is_no_resource_that_a_migration_changes_is_a_finding()
    {
        Wrong(new ResourceAllocationSettingData { VirtualQuantity = 3 }, "ResourceType");
        Wrong(new ResourceAllocationSettingData { ResourceType = ResourceType.Other }, "Other");
        Wrong(s_memory with { ResourceType = ResourceType.Processor }, "ResourceType");
    }

    [Fact]
    public void One_resource_is_changed_once() => Wrong(s_memory with { Reservation = 4096 }, s_memory with { Reservation = 8192 }, index: "1");

    private static ResourceAllocationSettingData Resource(string end) =>
        s_source.SettingData.Resources.Single(resource => resource.InstanceID!.EndsWith(end, StringComparison.Ordinal));

    private static DefinitionChange Build(params ResourceAllocationSettingData[] resources) => Build(null, resources);

    private static DefinitionChange Build(VirtualSystemSettingData? system, params ResourceAllocationSettingData[] resources)
    {
        var (change, findings) = Read(system, resources);
        Assert.Empty(findings);
        return change;
    }

    private static (DefinitionChange Change, List<MigrationError> Findings) Read(VirtualSystemSettingData? system, ResourceAllocationSettingData[] resources)
    {
        var findings = new List<MigrationError>();
        var request = new MigrationRequest { NewSystemSetting = system, NewResourceSettings = resources, Method = MigrationMethod.MigrateVirtualSystemToSystem };
        return (DefinitionChangeBuilder.Build(request, s_source, findings), findings);
    }

    private static void Wrong(VirtualSystemSettingData system, string word) => Wrong("NewSystemSettingData", "0", new[] { word }, Read(system, []).Findings);

    private static void Wrong(ResourceAllocationSettingData resource, params string[] words) =>
        Wrong("NewResourceSettingData", "0", words, Read(null, new[] { resource }).Findings);

    private static void Wrong(ResourceAllocationSettingData first, ResourceAllocationSettingData second, string index) =>
        Wrong("NewResourceSettingData", index, Array.Empty<string>(), Read(null, new[] { first, second }).Findings);

    private static void Wrong(string parameter, string index, string[] words, List<MigrationError> findings)
    {
        var finding = Assert.Single(findings);
        Assert.Equal(("SVPC8040", ErrorSeverity.Error), (finding.MessageId, finding.Severity));
        Assert.Equal(new[] { "MigrateVirtualSystemToSystem", parameter, index }, finding.MessageArguments.Take(3));
        Assert.NotEmpty(finding.RecommendedAction);
        Assert.All(words, word => Assert.Contains(word, finding.Message, StringComparison.Ordinal));
    }
}
