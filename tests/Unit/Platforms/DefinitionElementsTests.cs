using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using Xunit;

namespace VsMigration.Tests.Platforms;

public sealed class DefinitionElementsTests
{
    private static readonly VirtualSystem s_system = new() { Name = "web01", Id = "id-1", HostName = "a", Memory = 2UL << 30, ProcessorCount = 2 };

    [Fact]
    public void The_system_has_its_name_its_identifier_and_what_people_wrote()
    {
        var texts = new SystemTexts { VirtualSystemType = "DMTF:KVM", Caption = "Shop", Description = "The shop", Notes = new[] { "ask Ann" } };

        var setting = DefinitionElements.Create(s_system, texts, [], []).Setting;

        Assert.Equal(
            ("VSM:a/id-1", "web01", "id-1", "DMTF:KVM", "Shop", "The shop"),
            (setting.InstanceID, setting.ElementName, setting.VirtualSystemIdentifier, setting.VirtualSystemType, setting.Caption, setting.Description));
        Assert.Equal(new[] { "ask Ann" }, setting.Notes);
    }

    [Fact]
    public void What_nobody_wrote_is_null()
    {
        var setting = DefinitionElements.Create(s_system, new SystemTexts(), [], []).Setting;

        Assert.Equal((null, null, null, null), (setting.VirtualSystemType, setting.Caption, setting.Description, setting.Notes));
    }

    [Fact]
    [Clause("9.2.2-2")]
    public void Every_resource_has_an_identity_that_names_host_system_and_resource()
    {
        var resources = Full(s_system).Resources;

        Assert.Equal(
            new[]
            {
                ("VSM:a/id-1/memory", ResourceType.Memory), ("VSM:a/id-1/processor", ResourceType.Processor),
                ("VSM:a/id-1/nic/52:54:00:00:00:01", ResourceType.EthernetAdapter), ("VSM:a/id-1/disk/vda", ResourceType.LogicalDisk),
                ("VSM:a/id-1/disk/sda", ResourceType.LogicalDisk),
            },
            resources.Select(resource => (resource.InstanceID!, resource.ResourceType!.Value)));
        Assert.All(resources, resource => Assert.NotEmpty(resource.ElementName!));
    }

    [Fact]
    public void The_same_system_on_another_host_shares_no_identity()
    {
        var there = Full(s_system with { HostName = "b" });

        Assert.NotEqual(Full(s_system).Setting.InstanceID, there.Setting.InstanceID);
        Assert.Empty(Full(s_system).Resources.Select(resource => resource.InstanceID).Intersect(there.Resources.Select(resource => resource.InstanceID)));
    }

    [Theory]
    [InlineData(2UL << 30, 2048UL, "byte*2^20")]
    [InlineData(1536UL, 1536UL, "byte")]
    [InlineData(5UL << 10, 5UL, "byte*2^10")]
    [InlineData(5_000_000_000UL, 5_000_000_000UL, "byte")]
    public void Memory_is_a_whole_number_of_the_largest_unit_that_has_one(ulong bytes, ulong quantity, string unit)
    {
        var memory = Full(s_system with { Memory = bytes }).Resources[0];

        Assert.Equal((quantity, unit, quantity, unit), (memory.VirtualQuantity, memory.VirtualQuantityUnits, memory.Reservation, memory.AllocationUnits));
        Assert.Null(memory.Limit);
    }

    [Fact]
    public void Processors_are_counted_adapters_are_connected_and_disks_have_a_file()
    {
        var resources = Full(s_system).Resources;

        Assert.Equal((2UL, "count"), (resources[1].VirtualQuantity, resources[1].VirtualQuantityUnits));
        Assert.Equal(("52:54:00:00:00:01", "bridge", "br0"), (resources[2].Address, resources[2].ResourceSubType, Assert.Single(resources[2].Connection!)));
        Assert.Equal(("vda", "qcow2", "/img/a", 7UL), (resources[3].Address, resources[3].ResourceSubType, Assert.Single(resources[3].HostResource!), resources[3].VirtualQuantity));
        Assert.Equal((null, null), (resources[4].HostResource, resources[4].VirtualQuantity));
    }

    private static SystemDefinition Full(VirtualSystem system) => DefinitionElements.Create(
        system,
        new SystemTexts(),
        [new AdapterFacts { Mac = "52:54:00:00:00:01", Network = new NetworkFacts { Kind = "bridge", Name = "br0" } }],
        [new DiskFacts { Target = "vda", Path = "/img/a", Format = "qcow2", Capacity = 7 }, new DiskFacts { Target = "sda" }]);
}
