using System.Linq;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Cmdlets;

public sealed class ResourceChoiceTests
{
    private static readonly ResourceAllocationSettingData[] s_resources =
    [
        new() { InstanceID = "m", ResourceType = ResourceType.Memory },
        new() { InstanceID = "p", ResourceType = ResourceType.Processor },
        new() { InstanceID = "n1", ResourceType = ResourceType.EthernetAdapter, Address = "52:54:00:00:00:01" },
        new() { InstanceID = "n2", ResourceType = ResourceType.EthernetAdapter, Address = "52:54:00:00:00:0a" },
        new() { InstanceID = "d", ResourceType = ResourceType.LogicalDisk, Address = "vda" },
    ];

    [Theory]
    [InlineData(ResourceType.Memory, null, "m")]
    [InlineData(ResourceType.Processor, null, "p")]
    [InlineData(ResourceType.EthernetAdapter, "52:54:00:00:00:0A", "n2")]
    [InlineData(ResourceType.EthernetAdapter, "n1", "n1")]
    [InlineData(ResourceType.LogicalDisk, "vda", "d")]
    [InlineData(null, "n2", "n2")]
    [InlineData(ResourceType.EthernetAdapter, null, null)]
    [InlineData(ResourceType.LogicalDisk, null, null)]
    public void A_resource_is_known_by_its_id_its_address_or_by_being_the_only_one(ResourceType? kind, string? name, string? found) =>
        Assert.Equal(found, Resolve(kind, name).InstanceID);

    [Theory]
    [InlineData(ResourceType.Memory, "52:54:00:00:00:01")]
    [InlineData(ResourceType.EthernetAdapter, "vda")]
    [InlineData(ResourceType.EthernetAdapter, "52:54:00:00:00:99")]
    public void A_name_that_no_resource_of_the_kind_has_is_refused(ResourceType kind, string name)
    {
        var refusal = Assert.Throws<MigrationException>(() => Resolve(kind, name));

        Assert.Equal(MigrationErrorKind.ParameterInvalid, refusal.Kind);
        Assert.Contains($"'web01' has no resource '{name}'", refusal.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_else_of_the_setting_stays() => Assert.Equal(
        new ResourceAllocationSettingData { InstanceID = "m", ResourceType = ResourceType.Memory, VirtualQuantity = 5, VirtualQuantityUnits = "byte*2^30" },
        ResourceChoice.Resolve([new() { ResourceType = ResourceType.Memory, VirtualQuantity = 5, VirtualQuantityUnits = "byte*2^30" }], "web01", s_resources).Single());

    private static ResourceAllocationSettingData Resolve(ResourceType? kind, string? name) =>
        ResourceChoice.Resolve([new() { ResourceType = kind, InstanceID = name }], "web01", s_resources).Single();
}
