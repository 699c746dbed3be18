using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Service.Views;
using Xunit;

namespace VsMigration.Tests.Server;

/// <summary>The elements of clause 10 as the server gives them, table by table; jobs have tests of their own.</summary>
public sealed class ElementTests : IDisposable
{
    private static readonly CancellationToken s_never = CancellationToken.None;
    private readonly ServerEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    [Fact]
    [Clause("7.1-1", "T31-1", "T31-2", "T31-3", "T31-4", "T24-1", "T24-2", "T17-7", "T17-14")]
    public async Task A_host_has_one_service_with_four_keys()
    {
        var client = await _estate.ConnectAsync();
        var service = await client.GetInstanceAsync(await client.ServiceAsync(), null, s_never);
        Assert.Equal(
            new[] { "CreationClassName", "Name", "SystemCreationClassName", "SystemName" },
            service.Path!.Keys.Select(key => key.Name));
        Assert.Equal((service.ClassName, "sim-a"), ((string)service["CreationClassName"]!, (string)service["SystemName"]!));

        var hosted = Assert.Single(await client.EnumerateInstancesAsync(ServerEstate.Migration, "CIM_HostedService", null, s_never));
        Assert.Equal((await client.HostAsync("sim-a"), service.Path), ((CimObjectPath)hosted["Antecedent"]!, (CimObjectPath)hosted["Dependent"]!));
    }

    [Fact]
    [Clause("7.2.1-1", "7.2.1-2", "T22-1", "T22-2", "T30-1", "T30-2", "T30-3", "T30-4", "T17-5", "T17-13")]
    [Clause("8.1.1-2", "8.1.2-2", "8.1.3-2", "8.1.4-2", "7.2.2-1", "7.2.2-2", "7.2.2-3", "7.2.2-4")]
    public async Task The_service_has_capabilities_that_advertise_its_methods()
    {
        var client = await _estate.ConnectAsync();
        var link = Assert.Single(await client.ReferencesAsync(
            await client.ServiceAsync(), new AssociationFilter { AssocClass = "CIM_ElementCapabilities" }, null, s_never));
        Assert.Equal(await client.ServiceAsync(), link["ManagedElement"]);

        var capabilities = await client.GetInstanceAsync((CimObjectPath)link["Capabilities"]!, null, s_never);
        ushort[] Numbers(string property) => ((object?[])capabilities[property]!).Cast<ushort>().Order().ToArray();
        Assert.Equal(new ushort[] { 2, 3 }, Numbers("AsynchronousMethodsSupported"));
        Assert.Equal(new ushort[] { 2, 3, 4, 5 }, Numbers("SynchronousMethodsSupported"));
        Assert.Equal(new ushort[] { 2, 3, 4 }, Numbers("DestinationHostFormatsSupported"));
        Assert.Equal(capabilities["InstanceID"], Assert.Single(capabilities.Path!.Keys).Value);
    }

    [Fact]
    [Clause("7.2.2-5")]
    public async Task What_is_advertised_can_be_called()
    {
        var client = await _estate.ConnectAsync();
        var capabilities = Assert.Single(await client.EnumerateInstancesAsync(ServerEstate.Migration, "CIM_VirtualSystemMigrationCapabilities", null, default));
        var service = await client.ServiceAsync();
        var declared = (await client.GetClassAsync(ServerEstate.Migration, service.ClassName, default)).Methods.Select(method => method.Name).ToList();
        var advertised = capabilities.Find("SynchronousMethodsSupported")!.Elements.Concat(capabilities.Find("AsynchronousMethodsSupported")!.Elements)
            .Select(value => (MigrationMethod)(ushort)value!).ToList();

        Assert.All(advertised, method => Assert.Contains(method.ToString(), declared));
        foreach (var method in advertised.Distinct())
        {
            // Without parameters it is refused for that, and not for being unknown.
            var refusal = await Assert.ThrowsAsync<CimException>(() => client.CallAsync(method.ToString()));
            Assert.Equal(CimStatus.InvalidParameter, refusal.Status);
        }
    }

    [Fact]
    [Clause("10.6-3")]
    public async Task An_operation_that_fails_says_so_in_an_error()
    {
        var client = await _estate.ConnectAsync();
        var unknown = ElementPaths.Job("VSM:none");
        foreach (var (operation, status) in new (Func<Task>, CimStatus)[]
        {
            (() => client.GetInstanceAsync(unknown, null, default), CimStatus.NotFound),
            (() => client.EnumerateInstancesAsync(ServerEstate.Migration, "CIM_Nothing", null, default), CimStatus.InvalidClass),
            (() => client.EnumerateInstanceNamesAsync("root/nowhere", "CIM_ConcreteJob", default), CimStatus.InvalidNamespace),
        })
        {
            var failure = await Assert.ThrowsAsync<CimException>(operation);
            Assert.Equal(status, failure.Status);
            var error = Assert.Single(failure.Errors);
            Assert.Equal(("CIM_Error", (uint)status, failure.Message), (error.ClassName, error["CIMStatusCode"], error["Message"]));
            Assert.Equal("VSM0200", error["MessageID"]);
        }
    }

    [Fact]
    [Clause("7.4.1-1", "7.4.1-2", "7.4.1-3", "7.4.1-4", "T29-1", "T29-2", "T29-3", "T29-4", "T29-5", "T33-1", "T33-2", "T33-3", "T17-12", "T17-16")]
    public async Task The_capabilities_have_default_settings()
    {
        var client = await _estate.ConnectAsync();
        var all = await client.EnumerateInstancesAsync(ServerEstate.Migration, "CIM_SettingsDefineCapabilities", null, s_never);
        var role = Assert.Single(all, one => (ushort)one["ValueRole"]! == 0);
        Assert.Equal(((ushort)0, (ushort)0), ((ushort)role["PropertyPolicy"]!, (ushort)role["ValueRange"]!));
        Assert.Single((await client.EnumerateInstanceNamesAsync(ServerEstate.Migration, "CIM_VirtualSystemMigrationCapabilities", s_never)), role["GroupComponent"]);

        var defaults = await client.GetInstanceAsync((CimObjectPath)role["PartComponent"]!, null, s_never);
        Assert.Equal((ushort)2, defaults["MigrationType"]);
        Assert.Equal((ushort)100, defaults["Priority"]);
        Assert.NotNull(defaults["InstanceID"]);
        Assert.All(all.Where(one => one != role), one => Assert.Equal((ushort)3, one["ValueRole"]));
    }

    [Fact]
    [Clause("T28-1", "T28-2", "T28-3", "T17-4", "T17-11", "T21-1", "T21-2", "T21-3", "7.5.2-1", "7.5.3-1")]
    public async Task Every_virtual_system_hangs_on_the_service_and_can_be_correlated()
    {
        var client = await _estate.ConnectAsync();
        var affects = await client.EnumerateInstancesAsync(ServerEstate.Migration, "CIM_ServiceAffectsElement", null, s_never);
        Assert.Equal(5, affects.Count);
        foreach (var one in affects)
        {
            Assert.Equal(await client.ServiceAsync(), one["AffectingElement"]);
            Assert.Equal(new object?[] { (ushort)5 }, (object?[])one["ElementEffects"]!);
            var system = await client.GetInstanceAsync((CimObjectPath)one["AffectedElement"]!, null, s_never);
            Assert.NotEmpty((string)system["ElementName"]!);
            var kinds = (object?[])system["IdentifyingDescriptions"]!;
            Assert.Contains("CIM:GUID", kinds);
            Assert.Equal(kinds.Length, ((object?[])system["OtherIdentifyingInfo"]!).Length);
        }
    }

    [Theory]
    [InlineData("web01", 2)]
    [InlineData("build01", 3)]
    [InlineData("cache01", 9)]
    public async Task A_virtual_system_shows_its_state_as_DSP1057_says(string name, ushort state) =>
        Assert.Equal(state, (await (await _estate.ConnectAsync()).SystemAsync(name))["EnabledState"]);

    [Fact]
    [Clause("T27-1", "T27-2", "T27-3", "T17-10")]
    public async Task The_profile_is_registered_and_leads_to_the_service()
    {
        var client = await _estate.ConnectAsync();
        var profile = Assert.Single(
            await client.EnumerateInstancesAsync(ServerEstate.Interop, "CIM_RegisteredProfile", null, s_never),
            one => (string?)one["RegisteredName"] == "Virtual System Migration");
        Assert.Equal(((ushort)2, "1.0.0"), ((ushort)profile["RegisteredOrganization"]!, (string)profile["RegisteredVersion"]!));
        Assert.NotNull(profile["AdvertiseTypes"]);
        Assert.Equal(
            await client.ServiceAsync(),
            Assert.Single(await client.AssociatorNamesAsync(profile.Path!, new AssociationFilter { AssocClass = "CIM_ElementConformsToProfile" }, s_never)));
        Assert.Equal(
            profile.Path,
            Assert.Single(await client.AssociatorNamesAsync(await client.ServiceAsync(), new AssociationFilter { AssocClass = "CIM_ElementConformsToProfile" }, s_never)));
    }

    [Fact]
    public async Task The_profile_refers_to_those_that_it_builds_on()
    {
        var client = await _estate.ConnectAsync();
        var profile = (await client.EnumerateInstancesAsync(ServerEstate.Interop, "CIM_RegisteredProfile", null, s_never))
            .Single(one => (string?)one["RegisteredName"] == "Virtual System Migration");
        var referenced = await client.AssociatorsAsync(
            profile.Path!, new AssociationFilter { AssocClass = "CIM_ReferencedProfile", Role = "Dependent", ResultRole = "Antecedent" }, null, s_never);
        Assert.Equal(
            new[] { "Indications 1.1.0", "Job Control 1.0.0", "Profile Registration 1.0.0" },
            referenced.Select(one => $"{one["RegisteredName"]} {one["RegisteredVersion"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    [Clause("T17-17", "T17-18", "T17-19", "T17-20")]
    public async Task Each_event_has_a_filter_with_the_query_of_its_table()
    {
        var filters = await (await _estate.ConnectAsync()).EnumerateInstancesAsync(ServerEstate.Interop, "CIM_IndicationFilter", null, s_never);
        Assert.All(filters, filter => Assert.Equal("DMTF:CQL", filter["QueryLanguage"]));
        Assert.Equal(
            new[]
            {
                "SELECT * FROM CIM_InstCreation WHERE SourceInstance ISA CIM_ConcreteJob",
                "SELECT * FROM CIM_InstDeletion WHERE SourceInstance ISA CIM_ConcreteJob",
                "SELECT * FROM CIM_InstMethodCall WHERE SourceInstance ISA CIM_VirtualSystemMigrationService",
                "SELECT * FROM CIM_InstModification WHERE SourceInstance ISA CIM_ConcreteJob AND PreviousInstance ISA CIM_ConcreteJob AND SourceInstance <> PreviousInstance",
            },
            filters.Select(filter => (string)filter["Query"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Clause("T17-1", "T17-2", "T17-3", "T17-8", "T17-9")]
    public async Task Once_a_job_has_moved_a_system_both_ends_can_be_looked_at()
    {
        await _estate.Hosts.MigrateAsync("web01");
        var client = await _estate.ConnectAsync();
        foreach (string name in new[] { "CIM_AffectedJobElement", "CIM_AssociatedJobMethodResult", "CIM_ConcreteJob", "CIM_MethodResult", "CIM_OwningJobElement" })
        {
            Assert.NotEmpty(await client.EnumerateInstancesAsync(ServerEstate.Migration, name, null, s_never));
        }

        var systems = (await client.EnumerateInstancesAsync(ServerEstate.Migration, "VSM_ComputerSystem", null, s_never))
            .Where(system => (string?)system["ElementName"] == "web01")
            .ToDictionary(system => (string)system["HostName"]!, system => (ushort)system["EnabledState"]!);
        Assert.Equal(((ushort)5, (ushort)2), (systems["sim-a"], systems["sim-b"]));
    }
}
