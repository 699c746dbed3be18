using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;
using VsMigration.Profile;
using VsMigration.Profile.Schema;
using Xunit;

namespace VsMigration.Tests.Contracts;

/// <summary>
/// What every client of our model keeps to, whatever stands between it and the repository: classes, the seven operations with their
/// filters, and the status codes of DSP0200. The estate behind it has at least one virtual system and one job.
/// </summary>
public abstract class CimClientContract : IAsyncLifetime
{
    protected const string Migration = "root/vsmigration";
    protected const string Interop = "root/interop";
    private static readonly CancellationToken s_never = CancellationToken.None;

    protected ICimClient Client { get; private set; } = null!;

    public static TheoryData<string, string> Classes => new()
    {
        { Migration, "CIM_ComputerSystem" },
        { Migration, "CIM_System" },
        { Migration, "CIM_VirtualSystemMigrationService" },
        { Migration, "CIM_VirtualSystemMigrationCapabilities" },
        { Migration, "CIM_VirtualSystemMigrationSettingData" },
        { Migration, "CIM_ConcreteJob" },
        { Migration, "CIM_MethodResult" },
        { Migration, "CIM_VirtualSystemSettingData" },
        { Migration, "CIM_ResourceAllocationSettingData" },
        { Interop, "CIM_RegisteredProfile" },
        { Interop, "CIM_IndicationFilter" },
    };

    public static TheoryData<string, string> Associations => new()
    {
        { Migration, "CIM_AffectedJobElement" },
        { Migration, "CIM_AssociatedJobMethodResult" },
        { Migration, "CIM_ElementCapabilities" },
        { Migration, "CIM_HostedService" },
        { Migration, "CIM_OwningJobElement" },
        { Migration, "CIM_ServiceAffectsElement" },
        { Migration, "CIM_SettingsDefineCapabilities" },
        { Migration, "CIM_SettingsDefineState" },
        { Migration, "CIM_VirtualSystemSettingDataComponent" },
        { Interop, "CIM_ElementConformsToProfile" },
        { Interop, "CIM_ReferencedProfile" },
    };

    /// <summary>Connects a client to an estate as described.</summary>
    protected abstract Task<ICimClient> ConnectAsync();

    public async Task InitializeAsync() => Client = await ConnectAsync();

    public Task DisposeAsync()
    {
        Client.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Classes))]
    [MemberData(nameof(Associations))]
    [Clause("8.2-1", "8.2-6", "8.2-7", "6.1-1")]
    [Clause("8.2.1-1", "8.2.2-1", "8.2.3-1", "8.2.4-1", "8.2.5-1", "8.2.6-1", "8.2.7-1", "8.2.8-1", "8.2.9-1", "8.2.10-1", "8.2.11-1", "8.2.12-1", "8.2.13-1", "8.2.14-1")]
    public async Task Instances_are_listed_named_and_found_one_by_one(string nameSpace, string className)
    {
        var instances = await Client.EnumerateInstancesAsync(nameSpace, className, null, s_never);
        var names = await Client.EnumerateInstanceNamesAsync(nameSpace, className, s_never);

        Assert.NotEmpty(instances);
        Assert.Equal(instances.Count, names.Distinct().Count());
        Assert.Equal(names.Select(name => name.ToString()).Order(StringComparer.Ordinal), instances.Select(instance => instance.Path!.ToString()).Order(StringComparer.Ordinal));
        foreach (var name in names.Take(20))
        {
            var found = await Client.GetInstanceAsync(name, null, s_never);
            Assert.Equal(name, found.Path);
            Assert.True(ProfileSchema.IsA(found.ClassName, className), found.ClassName);
            Assert.Equal(nameSpace, found.Path!.Namespace);
            Assert.All(found.Path.Keys, key => Assert.Equal(CimValue.ToText(key.Value), CimValue.ToText(found[key.Name])));
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    [Clause("6.1-1")]
    public async Task An_instance_is_found_by_the_name_of_a_superclass(string nameSpace, string className)
    {
        var path = (await Client.EnumerateInstanceNamesAsync(nameSpace, className, s_never))[0];
        var found = await Client.GetInstanceAsync(new CimObjectPath(className, path.Keys, nameSpace), null, s_never);
        Assert.Equal(path, found.Path);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    [MemberData(nameof(Associations))]
    [Clause("8.2-9")]
    public async Task A_property_list_leaves_the_others_out(string nameSpace, string className)
    {
        var path = (await Client.EnumerateInstanceNamesAsync(nameSpace, className, s_never))[0];
        string key = path.Keys[0].Name;
        string[] wanted = { key.ToUpperInvariant(), "NoSuchProperty" };
        Assert.Equal(new[] { key }, (await Client.GetInstanceAsync(path, wanted, s_never)).Properties.Select(property => property.Name));
        Assert.All(
            await Client.EnumerateInstancesAsync(nameSpace, className, wanted, s_never),
            instance => Assert.Equal(key, Assert.Single(instance.Properties).Name, ignoreCase: true));
        Assert.Empty((await Client.GetInstanceAsync(path, Array.Empty<string>(), s_never)).Properties);
    }

    [Theory]
    [MemberData(nameof(Associations))]
    [Clause("8.2-2", "8.2-3", "8.2-4", "8.2-5")]
    [Clause("8.2.1-2", "8.2.2-2", "8.2.5-2", "8.2.6-2", "8.2.8-2", "8.2.10-2", "8.2.11-2")]
    [Clause("8.2.3-2", "8.2.4-2", "8.2.7-2", "8.2.9-2", "8.2.12-2", "8.2.13-2", "8.2.14-2")]
    public async Task An_association_is_traversed_from_either_end_by_each_operation(string nameSpace, string className)
    {
        var association = (await Client.EnumerateInstancesAsync(nameSpace, className, null, s_never))[0];
        var ends = association.Path!.Keys;
        Assert.Equal(2, ends.Count);
        foreach (var (from, to) in new[] { (ends[0], ends[1]), (ends[1], ends[0]) })
        {
            var source = (CimObjectPath)from.Value!;
            var target = (CimObjectPath)to.Value!;
            var filter = new AssociationFilter { AssocClass = className, Role = from.Name };
            var across = filter with { ResultRole = to.Name, ResultClass = target.ClassName };

            Assert.Contains(target, await Client.AssociatorNamesAsync(source, across, s_never));
            Assert.Contains(target, (await Client.AssociatorsAsync(source, across, null, s_never)).Select(instance => instance.Path));
            Assert.Contains(association.Path, await Client.ReferenceNamesAsync(source, filter, s_never));
            Assert.Contains(association.Path, (await Client.ReferencesAsync(source, filter, null, s_never)).Select(instance => instance.Path));
        }
    }

    [Theory]
    [MemberData(nameof(Associations))]
    [Clause("8.2-8", "8.2-9")]
    [Clause("T10-1", "T10-2", "T10-3", "T10-4", "T11-1", "T11-2", "T11-3", "T11-4", "T12-1", "T12-2", "T12-3", "T12-4", "T13-1", "T13-2", "T13-3", "T13-4")]
    [Clause("T14-1", "T14-2", "T14-3", "T14-4", "T15-1", "T15-2", "T15-3", "T15-4", "T16-1", "T16-2", "T16-3", "T16-4")]
    public async Task An_association_as_the_source_object_leads_nowhere_and_is_no_fault(string nameSpace, string className)
    {
        var path = (await Client.EnumerateInstanceNamesAsync(nameSpace, className, s_never))[0];
        Assert.Empty(await Client.AssociatorsAsync(path, AssociationFilter.None, null, s_never));
        Assert.Empty(await Client.AssociatorNamesAsync(path, AssociationFilter.None, s_never));
        Assert.Empty(await Client.ReferencesAsync(path, AssociationFilter.None, null, s_never));
        Assert.Empty(await Client.ReferenceNamesAsync(path, AssociationFilter.None, s_never));
    }

    [Fact]
    [Clause("8.2-2", "8.2-3", "6.1-1")]
    public async Task Each_part_of_a_filter_narrows_by_itself_and_a_class_stands_for_its_subclasses()
    {
        var service = (await Client.EnumerateInstanceNamesAsync(Migration, "CIM_VirtualSystemMigrationService", s_never))[0];
        async Task<string[]> Follow(AssociationFilter filter) =>
            (await Client.AssociatorNamesAsync(service, filter, s_never)).Select(path => path.ClassName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(
            new[] { "CIM_RegisteredProfile", "CIM_VirtualSystemMigrationCapabilities", "VSM_ComputerSystem", "VSM_HostSystem", "VSM_MigrationJob" },
            await Follow(AssociationFilter.None));
        Assert.Equal(new[] { "VSM_HostSystem" }, await Follow(new AssociationFilter { AssocClass = "CIM_HostedService" }));
        Assert.Equal(new[] { "VSM_HostSystem" }, await Follow(new AssociationFilter { AssocClass = "CIM_Dependency" }));
        Assert.Equal(new[] { "VSM_ComputerSystem", "VSM_HostSystem" }, await Follow(new AssociationFilter { ResultClass = "CIM_ComputerSystem" }));
        Assert.Equal(new[] { "VSM_ComputerSystem" }, await Follow(new AssociationFilter { ResultClass = "VSM_ComputerSystem" }));
        Assert.Equal(new[] { "VSM_ComputerSystem" }, await Follow(new AssociationFilter { Role = "affectingelement" }));
        Assert.Equal(new[] { "VSM_MigrationJob" }, await Follow(new AssociationFilter { ResultRole = "OwnedElement" }));
        Assert.Empty(await Follow(new AssociationFilter { Role = "Antecedent" }));
        Assert.Empty(await Follow(new AssociationFilter { AssocClass = "CIM_HostedService", ResultClass = "VSM_MigrationJob" }));
    }

    [Fact]
    [Clause("8.2-2", "8.2-4")]
    public async Task A_property_list_narrows_what_associations_lead_to()
    {
        var service = (await Client.EnumerateInstanceNamesAsync(Migration, "CIM_VirtualSystemMigrationService", s_never))[0];
        string[] wanted = { "ElementName" };
        Assert.All(
            await Client.AssociatorsAsync(service, new AssociationFilter { ResultClass = "CIM_ComputerSystem" }, wanted, s_never),
            instance => Assert.Equal("ElementName", Assert.Single(instance.Properties).Name));
        Assert.All(
            await Client.ReferencesAsync(service, new AssociationFilter { AssocClass = "CIM_ServiceAffectsElement" }, new[] { "AssignedSequence" }, s_never),
            instance => Assert.Equal("AssignedSequence", Assert.Single(instance.Properties).Name));
    }

    [Fact]
    [Clause("8.2-9")]
    public async Task What_is_not_there_has_its_status()
    {
        var job = (await Client.EnumerateInstanceNamesAsync(Migration, "CIM_ConcreteJob", s_never))[0];
        var gone = new CimObjectPath(job.ClassName, new[] { new CimProperty("InstanceID", CimType.String, "VSM:none") }, Migration);
        var noKeys = new CimObjectPath(job.ClassName, Array.Empty<CimProperty>(), Migration);
        var otherKey = new CimObjectPath(job.ClassName, new[] { new CimProperty("Name", CimType.String, "x") }, Migration);

        await FailsAsync(CimStatus.InvalidNamespace, () => Client.GetInstanceAsync(job.In("root/nowhere"), null, s_never));
        await FailsAsync(CimStatus.InvalidNamespace, () => Client.EnumerateInstancesAsync("root/nowhere", "CIM_ConcreteJob", null, s_never));
        await FailsAsync(CimStatus.InvalidNamespace, () => Client.EnumerateInstanceNamesAsync("root/nowhere", "CIM_ConcreteJob", s_never));
        await FailsAsync(CimStatus.InvalidNamespace, () => Client.GetClassAsync("root/nowhere", "CIM_ConcreteJob", s_never));
        await FailsAsync(CimStatus.InvalidClass, () => Client.EnumerateInstancesAsync(Migration, "CIM_Nothing", null, s_never));
        await FailsAsync(CimStatus.InvalidClass, () => Client.EnumerateInstanceNamesAsync(Migration, "CIM_Nothing", s_never));
        await FailsAsync(CimStatus.InvalidClass, () => Client.GetInstanceAsync(new CimObjectPath("CIM_Nothing", job.Keys, Migration), null, s_never));
        await FailsAsync(CimStatus.NotFound, () => Client.GetInstanceAsync(gone, null, s_never));
        await FailsAsync(CimStatus.InvalidParameter, () => Client.GetInstanceAsync(noKeys, null, s_never));
        await FailsAsync(CimStatus.InvalidParameter, () => Client.GetInstanceAsync(otherKey, null, s_never));
        await FailsAsync(CimStatus.NotFound, () => Client.AssociatorsAsync(gone, AssociationFilter.None, null, s_never));
        await FailsAsync(CimStatus.NotFound, () => Client.ReferenceNamesAsync(gone, AssociationFilter.None, s_never));
        await FailsAsync(CimStatus.InvalidParameter, () => Client.AssociatorNamesAsync(job, new AssociationFilter { AssocClass = "CIM_Nothing" }, s_never));
        await FailsAsync(CimStatus.InvalidParameter, () => Client.AssociatorNamesAsync(job, new AssociationFilter { AssocClass = "CIM_ConcreteJob" }, s_never));
        await FailsAsync(CimStatus.InvalidParameter, () => Client.AssociatorNamesAsync(job, new AssociationFilter { ResultClass = "CIM_Nothing" }, s_never));
        await FailsAsync(CimStatus.NotFound, () => Client.GetClassAsync(Migration, "CIM_Nothing", s_never));
        await FailsAsync(CimStatus.NotFound, () => Client.InvokeAsync(gone, "GetError", Array.Empty<CimProperty>(), s_never));
        await FailsAsync(CimStatus.MethodNotFound, () => Client.InvokeAsync(job, "Explode", Array.Empty<CimProperty>(), s_never));
    }

    [Fact]
    [Clause("8.2-9")]
    public async Task A_class_without_instances_in_a_namespace_has_none_there() =>
        Assert.Empty(await Client.EnumerateInstancesAsync(Interop, "CIM_ConcreteJob", null, s_never));

    [Fact]
    [Clause("8.2-8")]
    public async Task Errors_and_indications_have_no_keys_and_are_never_enumerated()
    {
        foreach (string name in new[] { "CIM_Error", "CIM_InstCreation", "CIM_InstDeletion", "CIM_InstMethodCall", "CIM_InstModification" })
        {
            var declared = await Client.GetClassAsync(Migration, name, s_never);
            Assert.True(declared.IsIndication, name);
            Assert.DoesNotContain(declared.Properties, property => property.IsKey);
            Assert.Empty(await Client.EnumerateInstancesAsync(Migration, name, null, s_never));
        }
    }

    [Fact]
    public async Task A_class_shows_what_it_inherits_and_what_it_adds()
    {
        var service = await Client.GetClassAsync(Migration, "vsm_virtualsystemmigrationservice", s_never);
        Assert.Equal("CIM_VirtualSystemMigrationService", service.SuperClassName);
        Assert.Equal(
            new[] { "MigrateVirtualSystemToHost", "MigrateVirtualSystemToSystem", "CheckVirtualSystemIsMigratableToHost", "CheckVirtualSystemIsMigratableToSystem", "CheckMigration" },
            service.Methods.Select(method => method.Name));
        Assert.NotNull(service.Property("SystemName"));
    }

    [Fact]
    public async Task Class_names_are_those_below_a_class_of_all_levels()
    {
        Assert.Equal(new[] { "CIM_VirtualSystemMigrationService", "VSM_VirtualSystemMigrationService" }, await Client.EnumerateClassNamesAsync(Migration, "CIM_Service", s_never));
        Assert.Contains("CIM_ManagedElement", await Client.EnumerateClassNamesAsync(Migration, null, s_never));
        await FailsAsync(CimStatus.InvalidClass, () => Client.EnumerateClassNamesAsync(Migration, "CIM_Nothing", s_never));
    }

    [Fact]
    public async Task Only_jobs_can_be_changed_and_deleted()
    {
        var service = (await Client.EnumerateInstancesAsync(Migration, "CIM_VirtualSystemMigrationService", null, s_never))[0];
        await FailsAsync(CimStatus.NotSupported, () => Client.ModifyInstanceAsync(service, new[] { "ElementName" }, s_never));
        await FailsAsync(CimStatus.NotSupported, () => Client.DeleteInstanceAsync(service.Path!, s_never));
    }

    protected static async Task<CimException> FailsAsync(CimStatus status, Func<Task> operation)
    {
        var error = await Assert.ThrowsAsync<CimException>(operation);
        Assert.Equal(status, error.Status);
        Assert.NotEmpty(error.Message);
        return error;
    }
}
