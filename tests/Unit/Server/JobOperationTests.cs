using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Server;

/// <summary>Jobs as a client sees, changes, stops and removes them.</summary>
public sealed class JobOperationTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken s_never = CancellationToken.None;
    // In real time, so that a migration of a large system is under way for as long as a test lasts.
    private readonly ServerEstate _estate = new(isVirtual: false);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _estate.StopAsync();

    public void Dispose() => _estate.Dispose();

    [Fact]
    [Clause("T18-1", "T18-2", "T18-3", "T18-4", "T19-1", "T19-2", "T26-1", "T26-2")]
    public async Task A_job_hangs_on_its_systems_its_call_and_its_service()
    {
        var (client, job) = await EndedAsync("web01");

        var affects = await client.ReferencesAsync(job, new AssociationFilter { AssocClass = "CIM_AffectedJobElement" }, null, s_never);
        Assert.Equal(2, affects.Count);
        Assert.All(affects, one =>
        {
            Assert.Equal(job, one["AffectingElement"]);
            Assert.Equal(new object?[] { (ushort)1 }, (object?[])one["ElementEffects"]!);
            Assert.Equal(new object?[] { "Virtual System Migration" }, (object?[])one["OtherElementEffectsDescriptions"]!);
        });
        var call = Assert.Single(await client.ReferencesAsync(job, new AssociationFilter { AssocClass = "CIM_AssociatedJobMethodResult" }, null, s_never));
        Assert.Equal(job, call["Job"]);
        Assert.Equal("CIM_MethodResult", ((CimObjectPath)call["JobParameters"]!).ClassName);
        var owner = Assert.Single(await client.ReferencesAsync(job, new AssociationFilter { AssocClass = "CIM_OwningJobElement" }, null, s_never));
        Assert.Equal((await client.ServiceAsync(), job), ((CimObjectPath)owner["OwningElement"]!, (CimObjectPath)owner["OwnedElement"]!));
    }

    [Fact]
    [Clause("T25-1", "T25-2", "T25-3", "T36-10", "T36-11", "T36-12", "T36-14")]
    public async Task A_call_is_kept_as_it_went_in_and_as_it_came_out()
    {
        var (client, job) = await EndedAsync("web01", "MigrateVirtualSystemToSystem");
        var result = Assert.Single(await client.AssociatorsAsync(job, new AssociationFilter { ResultClass = "CIM_MethodResult" }, null, s_never));

        var before = (CimInstance)result["PreCallIndication"]!;
        var inputs = (CimInstance)before["MethodParameters"]!;
        Assert.Equal((true, "MigrateVirtualSystemToSystem", "__MethodParameters"), ((bool)before["PreCall"]!, (string)before["MethodName"]!, inputs.ClassName));
        Assert.Equal(
            new[] { "ComputerSystem", "DestinationSystem", "MigrationSettingData", "NewSystemSettingData", "NewResourceSettingData" },
            inputs.Properties.Select(property => property.Name));
        Assert.StartsWith("/root/vsmigration:VSM_ComputerSystem.", (string)inputs["ComputerSystem"]!, StringComparison.Ordinal);
        Assert.Null(before["ReturnValue"]);

        var after = (CimInstance)result["PostCallIndication"]!;
        Assert.Equal((false, "0", (ushort)9), ((bool)after["PreCall"]!, (string)after["ReturnValue"]!, (ushort)after["ReturnValueType"]!));
        Assert.Equal(new[] { "NewComputerSystem", "Job" }, ((CimInstance)after["MethodParameters"]!).Properties.Select(property => property.Name));
    }

    [Fact]
    [Clause("T20-1", "T20-2")]
    public async Task A_job_shows_its_call_its_times_and_its_state()
    {
        var (client, path) = await EndedAsync("web01", "MigrateVirtualSystemToSystem");
        var job = await client.GetInstanceAsync(path, null, s_never);

        Assert.Equal(((ushort)7, (ushort)100), ((ushort)job["JobState"]!, (ushort)job["PercentComplete"]!));
        Assert.False(((CimDateTime)job["TimeOfLastStateChange"]!).IsInterval);
        Assert.Equal("00000000000500.000000:000", job["TimeBeforeRemoval"]!.ToString());
        Assert.NotEmpty((string)job["Name"]!);
        Assert.Equal((ushort)2, ((object?[])job["OperationalStatus"]!)[0]);
        Assert.Equal("__JobInParameters", ((CimInstance)job["JobInParameters"]!).ClassName);
        var outputs = (CimInstance)job["JobOutParameters"]!;
        Assert.Equal(("__JobOutParameters", 0u), (outputs.ClassName, (uint)outputs["__ReturnValue"]!));
        Assert.Contains("@sim-b", (string)outputs["NewComputerSystem"]!, StringComparison.Ordinal);
    }

    [Fact]
    [Clause("T28-3", "T28-4")]
    public async Task The_priority_of_a_migration_shows_where_the_service_affects_the_system()
    {
        var client = await _estate.ConnectAsync();
        var system = (await client.SystemAsync("db01")).Path!;
        var filter = new AssociationFilter { AssocClass = "CIM_ServiceAffectsElement" };
        Assert.Equal((ushort)0, Assert.Single(await client.ReferencesAsync(system, filter, null, s_never))["AssignedSequence"]);

        await client.ToHostAsync("MigrateVirtualSystemToHost", "db01", "sim-b", new MigrationSetting { Priority = 7 });

        var affects = Assert.Single(await client.ReferencesAsync(system, filter, null, s_never));
        Assert.Equal((ushort)7, affects["AssignedSequence"]);
        Assert.Equal(new object?[] { (ushort)5 }, (object?[])affects["ElementEffects"]!);
    }

    [Theory]
    [InlineData(3, 0, 5)]
    [InlineData(4, 0, 8)]
    [InlineData(5, 0, 9)]
    [InlineData(6, 1, 2)]
    [InlineData(2, 4097, 2)]
    [InlineData(7, 5, 2)]
    public async Task RequestStateChange_answers_with_the_codes_of_the_schema(ushort requested, uint code, ushort state)
    {
        var (client, job) = await QueuedAsync();
        var answer = await client.InvokeAsync(job, "RequestStateChange", new[] { new CimProperty("RequestedState", CimType.UInt16, requested) }, s_never);
        Assert.Equal(code, answer.ReturnValue);
        Assert.Equal(state, (await client.GetInstanceAsync(job, null, s_never))["JobState"]);
    }

    [Fact]
    public async Task RequestStateChange_has_no_time_limit_and_wants_a_state()
    {
        var (client, job) = await QueuedAsync();
        var state = new CimProperty("RequestedState", CimType.UInt16, 4);
        async Task<object?> Ask(params CimProperty[] parameters) => (await client.InvokeAsync(job, "RequestStateChange", parameters, s_never)).ReturnValue;

        Assert.Equal(5u, await Ask());
        Assert.Equal(5u, await Ask(new CimProperty("RequestedState", CimType.String, "4")));
        Assert.Equal(5u, await Ask(state, new CimProperty("TimeoutPeriod", CimType.DateTime, DateTimeOffset.UnixEpoch)));
        Assert.Equal(4098u, await Ask(state, new CimProperty("TimeoutPeriod", CimType.DateTime, TimeSpan.FromSeconds(5))));
        Assert.Equal(0u, await Ask(state, new CimProperty("TimeoutPeriod", CimType.DateTime, TimeSpan.Zero)));
    }

    [Fact]
    public async Task A_job_that_somebody_stopped_says_so()
    {
        var (client, job) = await QueuedAsync();
        await client.InvokeAsync(job, "RequestStateChange", new[] { new CimProperty("RequestedState", CimType.UInt16, 4) }, s_never);
        var errors = (object?[])(await client.InvokeAsync(job, "GetErrors", Array.Empty<CimProperty>(), s_never))["Errors"]!;
        Assert.Equal("VSM0003", ((CimInstance)errors[0]!)["MessageID"]);
    }

    [Fact]
    public async Task Priority_bandwidth_downtime_and_removal_of_a_job_can_be_changed()
    {
        var (client, path) = await QueuedAsync();
        await client.ModifyInstanceAsync(
            new CimInstance("VSM_MigrationJob", new[]
            {
                new CimProperty("Priority", CimType.UInt32, 3),
                new CimProperty("Bandwidth", CimType.UInt16, 100),
                new CimProperty("BandwidthUnit", CimType.String, "byte/second*2^20"),
                new CimProperty("MaxDowntime", CimType.DateTime, TimeSpan.FromMilliseconds(250)),
                new CimProperty("TimeBeforeRemoval", CimType.DateTime, TimeSpan.FromHours(1)),
                new CimProperty("DeleteOnCompletion", CimType.Boolean, false),
            }, path),
            null,
            s_never);

        var job = await client.GetInstanceAsync(path, null, s_never);
        Assert.Equal((3u, (ushort)100, "byte/second*2^20"), ((uint)job["Priority"]!, (ushort)job["Bandwidth"]!, (string)job["BandwidthUnit"]!));
        Assert.Equal(TimeSpan.FromMilliseconds(250), ((CimDateTime)job["MaxDowntime"]!).Span);
        Assert.Equal(TimeSpan.FromHours(1), ((CimDateTime)job["TimeBeforeRemoval"]!).Span);
        Assert.Equal(false, job["DeleteOnCompletion"]);
    }

    [Fact]
    public async Task An_instance_that_comes_back_as_it_was_changes_nothing()
    {
        var (client, path) = await QueuedAsync();
        var before = await client.GetInstanceAsync(path, null, s_never);
        await client.ModifyInstanceAsync(before, null, s_never);
        var after = await client.GetInstanceAsync(path, null, s_never);
        Assert.Equal(before["Priority"], after["Priority"]);
        Assert.Equal(before["Bandwidth"], after["Bandwidth"]);
    }

    [Fact]
    public async Task What_a_job_only_shows_cannot_be_set()
    {
        var (client, path) = await QueuedAsync();
        var wrong = new CimInstance("VSM_MigrationJob", new[]
        {
            new CimProperty("PercentComplete", CimType.UInt16, 99),
            new CimProperty("Priority", CimType.UInt32, 70_000),
            new CimProperty("DeleteOnCompletion", CimType.Boolean, null),
        }, path);
        Assert.Equal(CimStatus.NotSupported, await StatusAsync(() => client.ModifyInstanceAsync(wrong, new[] { "PercentComplete" }, s_never)));
        Assert.Equal(CimStatus.NoSuchProperty, await StatusAsync(() => client.ModifyInstanceAsync(wrong, new[] { "Colour" }, s_never)));
        Assert.Equal(CimStatus.InvalidParameter, await StatusAsync(() => client.ModifyInstanceAsync(wrong, new[] { "Priority" }, s_never)));
        Assert.Equal(CimStatus.InvalidParameter, await StatusAsync(() => client.ModifyInstanceAsync(wrong, new[] { "DeleteOnCompletion" }, s_never)));
    }

    [Fact]
    public async Task A_job_that_has_ended_can_be_deleted_and_takes_its_call_and_the_migrated_system_along()
    {
        var (client, job) = await EndedAsync("web01");
        var target = (await client.AssociatorNamesAsync(job, new AssociationFilter { AssocClass = "CIM_AffectedJobElement" }, s_never))
            .Single(path => ((string)path["Name"]!).EndsWith("@sim-b", StringComparison.Ordinal));
        await client.GetInstanceAsync(target, null, s_never);

        await client.DeleteInstanceAsync(job, s_never);

        Assert.Equal(CimStatus.NotFound, await StatusAsync(() => client.GetInstanceAsync(job, null, s_never)));
        Assert.Equal(CimStatus.NotFound, await StatusAsync(() => client.GetInstanceAsync(target, null, s_never)));
        Assert.Empty(await client.EnumerateInstancesAsync(ServerEstate.Migration, "CIM_MethodResult", null, s_never));
    }

    [Fact]
    public async Task A_job_that_has_not_ended_cannot_be_deleted()
    {
        var (client, job) = await QueuedAsync();
        Assert.Equal(CimStatus.Failed, await StatusAsync(() => client.DeleteInstanceAsync(job, s_never)));
    }

    private async Task<(ICimClient Client, CimObjectPath Job)> EndedAsync(string system, string method = "MigrateVirtualSystemToHost")
    {
        var client = await _estate.ConnectAsync();
        var answer = method.EndsWith("Host", StringComparison.Ordinal)
            ? await client.ToHostAsync(method, system, "sim-b")
            : await client.ToSystemAsync(method, system, "sim-b");
        var job = (CimObjectPath)answer["Job"]!;
        await client.FollowAsync(job);
        return (client, job);
    }

    // One job that runs holds the other back: the limits let one at a time.
    private async Task<(ICimClient Client, CimObjectPath Job)> QueuedAsync()
    {
        var client = await _estate.ConnectAsync();
        await HoldLimitsAsync();
        var answer = await client.ToHostAsync("MigrateVirtualSystemToHost", "web01", "sim-b");
        return (client, (CimObjectPath)answer["Job"]!);
    }

    private async Task HoldLimitsAsync()
    {
        _estate.Hosts.Registry.Limits = new JobLimits { MaximumMigrations = 1 };
        var client = await _estate.ConnectAsync();
        await client.ToHostAsync("MigrateVirtualSystemToHost", "db01", "sim-b");
    }

    private static async Task<CimStatus> StatusAsync(Func<Task> operation) => (await Assert.ThrowsAsync<CimException>(operation)).Status;
}
