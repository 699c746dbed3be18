using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Client;
using VsMigration.Server;
using VsMigration.Service.Views;
using Xunit;

namespace VsMigration.Tests.Server;

/// <summary>
/// What the repository asks its service, counted: one thing is found without listing all, and a set costs one listing and no more
/// questions than it has members.
/// </summary>
public sealed class CostTests
{
    private const int Few = 100;
    private const int Many = 10_000;
    private const int PerResult = 2;
    private static readonly CancellationToken s_never = CancellationToken.None;

    public static TheoryData<string> OneThing => new(s_oneThing.Keys);

    public static TheoryData<string> Sets => new(s_sets.Keys);

    private static readonly Dictionary<string, Func<ICimClient, CountingService, Task>> s_oneThing = new(StringComparer.Ordinal)
    {
        ["GetInstance of a job"] = (client, service) => client.GetInstanceAsync(ElementPaths.Job(service.AJob), null, s_never),
        ["GetInstance of a method result"] = (client, service) => client.GetInstanceAsync(ElementPaths.MethodResult(service.AJob), null, s_never),
        ["GetInstance of a virtual system"] = (client, _) => client.GetInstanceAsync(ElementPaths.System("id-7", "a"), null, s_never),
        ["GetInstance of a definition"] = (client, _) => client.GetInstanceAsync(ElementPaths.Definition("VSM:a/id-7"), null, s_never),
        ["GetInstance of a resource"] = (client, _) => client.GetInstanceAsync(ElementPaths.Resource("VSM:a/id-7/memory"), null, s_never),
        ["Associators of a job"] = (client, service) => client.AssociatorsAsync(ElementPaths.Job(service.AJob), AssociationFilter.None, null, s_never),
        ["References of a job"] = (client, service) => client.ReferencesAsync(ElementPaths.Job(service.AJob), AssociationFilter.None, null, s_never),
        ["Associators of a virtual system"] = (client, _) => client.AssociatorsAsync(ElementPaths.System("id-7", "a"), AssociationFilter.None, null, s_never),
        ["References of a virtual system"] = (client, _) => client.ReferencesAsync(ElementPaths.System("id-7", "a"), AssociationFilter.None, null, s_never),
        ["Associators of a definition"] = (client, _) => client.AssociatorsAsync(ElementPaths.Definition("VSM:a/id-7"), AssociationFilter.None, null, s_never),
        ["GetInstance of the association to a virtual system"] = async (client, _) => await client.GetInstanceAsync(
            (await client.ReferenceNamesAsync(ElementPaths.System("id-7", "a"), new AssociationFilter { AssocClass = "CIM_ServiceAffectsElement" }, s_never))[0], null, s_never),
        ["Host of the service"] = (client, _) => client.AssociatorsAsync(
            ElementPaths.Service("a"), new AssociationFilter { ResultClass = "VSM_HostSystem" }, null, s_never),
    };

    private static readonly Dictionary<string, Func<ICimClient, Task<int>>> s_sets = new(StringComparer.Ordinal)
    {
        ["EnumerateInstances of virtual systems"] = async client => (await client.EnumerateInstancesAsync(Namespaces.Migration, "VSM_ComputerSystem", null, s_never)).Count,
        ["EnumerateInstances of jobs"] = async client => (await client.EnumerateInstancesAsync(Namespaces.Migration, "CIM_ConcreteJob", null, s_never)).Count,
        ["EnumerateInstances of what the service affects"] = async client => (await client.EnumerateInstancesAsync(Namespaces.Migration, "CIM_ServiceAffectsElement", null, s_never)).Count,
        ["EnumerateInstances of what jobs affect"] = async client => (await client.EnumerateInstancesAsync(Namespaces.Migration, "CIM_AffectedJobElement", null, s_never)).Count,
        ["Virtual systems of the service"] = async client => (await client.AssociatorsAsync(
            ElementPaths.Service("a"), new AssociationFilter { ResultClass = "VSM_ComputerSystem" }, null, s_never)).Count,
        ["Jobs of the service"] = async client => (await client.AssociatorsAsync(
            ElementPaths.Service("a"), new AssociationFilter { ResultClass = "CIM_ConcreteJob" }, null, s_never)).Count,
        ["References of the service"] = async client => (await client.ReferencesAsync(ElementPaths.Service("a"), AssociationFilter.None, null, s_never)).Count,
    };

    [Theory]
    [MemberData(nameof(OneThing))]
    public async Task One_thing_costs_the_same_however_many_there_are(string what)
    {
        int few = await CostAsync(Few), many = await CostAsync(Many);
        Assert.Equal(few, many);
        Assert.InRange(many, 0, 30);

        async Task<int> CostAsync(int count)
        {
            var service = new CountingService(count, count / 10);
            using var client = new CimServer(service, new OneDestination());
            service.Reset();
            await s_oneThing[what](client, service);
            return service.Lookups;
        }
    }

    [Theory]
    [MemberData(nameof(OneThing))]
    public async Task One_thing_is_found_without_a_listing(string what)
    {
        var service = new CountingService(Few, Few);
        using var client = new CimServer(service, new OneDestination());
        service.Reset();
        await s_oneThing[what](client, service);
        Assert.Equal(0, service.Listings);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task A_set_costs_a_few_listings_and_a_few_questions_for_each_member(string what)
    {
        foreach (int count in new[] { Few, Many })
        {
            var service = new CountingService(count, count / 10);
            using var client = new CimServer(service, new OneDestination());
            int results = await s_sets[what](client);
            Assert.True(results >= count / 10, $"{results}");
            Assert.InRange(service.Listings, 1, 3);
            Assert.InRange(service.Lookups, 0, (PerResult * results) + 10);
        }
    }
}
