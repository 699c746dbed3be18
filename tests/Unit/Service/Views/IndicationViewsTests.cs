using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Service.Views;
using Xunit;

namespace VsMigration.Tests.Service.Views;

/// <summary>What happens to a service as the indications of Tables 34 to 37.</summary>
public sealed class IndicationViewsTests : IDisposable
{
    private readonly SimulatedEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    [Fact]
    [Clause("T34-1", "T34-2", "T34-3", "T34-4", "T34-5", "T34-6", "T34-7", "T34-8")]
    public async Task A_new_job_is_a_creation()
    {
        var (all, job) = await MigrateAsync();
        var creation = Assert.Single(all.OfType<InstCreation>());
        Check(creation, all, "VsMigration:VS_MIGRATION_JOB_CREATE");
        Assert.Equal(job.TimeSubmitted, creation.IndicationTime!.Time);
        AssertIsJob(creation, job.InstanceId);
        Assert.Equal(all.OfType<InstMethodCall>().First().IndicationIdentifier, Assert.Single(creation.CorrelatedIndications!));
    }

    [Fact]
    [Clause("T37-1", "T37-2", "T37-3", "T37-4", "T37-5", "T37-6", "T37-7", "T37-8", "T37-9")]
    public async Task Every_change_of_a_job_is_a_modification_with_what_was_before()
    {
        var (all, job) = await MigrateAsync();
        var changes = all.OfType<InstModification>().ToList();
        Assert.True(changes.Count > 5, $"{changes.Count}");
        foreach (var change in changes)
        {
            Check(change, all, "VsMigration:VS_MIGRATION_JOB_CHANGE");
            AssertIsJob(change, job.InstanceId);
            Assert.Equal(change.SourceInstance!.Path, change.PreviousInstance!.Path);
            Assert.NotEmpty(change.ChangedPropertyNames!);
            Assert.All(change.ChangedPropertyNames!, name => Assert.NotEqual(
                CimValue.ToText(change.PreviousInstance[name]), CimValue.ToText(change.SourceInstance[name])));
        }

        Assert.Equal((ushort)7, changes[^1].SourceInstance!["JobState"]);
        Assert.Contains("JobState", changes[^1].ChangedPropertyNames!);
    }

    [Fact]
    [Clause("T35-1", "T35-2", "T35-3", "T35-4", "T35-5", "T35-6", "T35-7", "T35-8")]
    public async Task A_job_that_is_removed_is_a_deletion_with_the_job_as_it_was()
    {
        var (all, job) = await MigrateAsync(remove: true);
        var deletion = Assert.Single(all.OfType<InstDeletion>());
        Check(deletion, all, "VsMigration:VS_MIGRATION_JOB_DELETE");
        AssertIsJob(deletion, job.InstanceId);
        Assert.Equal((ushort)7, deletion.SourceInstance!["JobState"]);
        Assert.Contains(Assert.Single(all.OfType<InstCreation>()).IndicationIdentifier!, deletion.CorrelatedIndications!);
    }

    [Fact]
    [Clause("T36-1", "T36-2", "T36-3", "T36-4", "T36-5", "T36-6", "T36-7", "T36-8", "T36-9", "T36-10", "T36-11", "T36-12", "T36-14")]
    public async Task A_method_call_is_told_before_and_after()
    {
        var (all, job) = await MigrateAsync();
        var calls = all.OfType<InstMethodCall>().ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call =>
        {
            Check(call, all, "VsMigration:VS_MIGRATION_METHOD_CALL");
            Assert.Equal("MigrateVirtualSystemToHost", call.MethodName);
            Assert.Equal(ElementPaths.Service("sim-a").ToString(), call.SourceInstanceModelPath);
            Assert.Equal("VSM_VirtualSystemMigrationService", call.SourceInstance!.ClassName);
            Assert.Equal("__MethodParameters", call.MethodParameters!.ClassName);
        });

        var (before, after) = (calls[0], calls[1]);
        Assert.Equal((true, null, null), (before.PreCall, before.ReturnValue, before.ReturnValueType));
        Assert.Equal(
            new[] { "ComputerSystem", "DestinationHost", "MigrationSettingData", "NewSystemSettingData", "NewResourceSettingData" },
            before.MethodParameters!.Properties.Select(parameter => parameter.Name));
        Assert.Equal(job.Request.SystemId + "@sim-a", ObjectPathUri.Parse((string)before.MethodParameters["ComputerSystem"]!)["Name"]);
        Assert.Equal("sim-b", before.MethodParameters["DestinationHost"]);

        Assert.Equal((false, "4096", ReturnValueType.UInt32), (after.PreCall, after.ReturnValue, after.ReturnValueType));
        Assert.Equal(new[] { "Job" }, after.MethodParameters!.Properties.Select(parameter => parameter.Name));
        Assert.Equal(ElementPaths.Job(job.InstanceId), ObjectPathUri.Parse((string)after.MethodParameters["Job"]!));
        Assert.Equal(before.IndicationIdentifier, Assert.Single(after.CorrelatedIndications!));
    }

    [Fact]
    [Clause("T36-13")]
    public async Task A_call_that_fails_says_why()
    {
        var service = await _estate.ConnectAsync();
        var request = await _estate.RequestAsync("cache01", new MigrationSetting { MigrationType = MigrationType.Restart });
        var all = await CollectAsync(async () => await Assert.ThrowsAsync<MigrationException>(() => service.StartAsync(request, CancellationToken.None)), 2);

        var after = Assert.IsType<InstMethodCall>(all[1]);
        Assert.Equal("5", after.ReturnValue);
        Assert.Equal("SVPC0004", after.Error![0].MessageID);
        Assert.Equal(ElementPaths.System(request.SystemId, "sim-a").ToString(), after.Error[0].ErrorSource);
    }

    [Fact]
    [Clause("T36-10", "T36-11")]
    public async Task A_check_gives_its_answer_back()
    {
        var service = await _estate.ConnectAsync();
        var request = await _estate.RequestAsync("gpu01");
        var all = await CollectAsync(() => service.CheckAsync(request, CancellationToken.None), 2);

        var after = Assert.IsType<InstMethodCall>(all[1]);
        Assert.Equal(("CheckVirtualSystemIsMigratableToHost", "0"), (after.MethodName, after.ReturnValue));
        Assert.Equal(false, Assert.Single(after.MethodParameters!.Properties).Value);
    }

    [Fact]
    [Clause("10.17-2", "10.18-2", "10.19-2", "10.20-2")]
    public async Task Every_indication_is_of_its_class_without_a_path_and_of_the_filter_that_selects_it()
    {
        var (all, _) = await MigrateAsync(remove: true);
        Assert.Equal(4, all.Select(indication => indication.GetType()).Distinct().Count());
        Assert.All(all, indication =>
        {
            var instance = ElementMap.ToInstance(indication);
            var declared = ElementMap.Of(indication.GetType()).Class;
            Assert.True(declared.IsIndication);
            Assert.Null(instance.Path);
            Assert.DoesNotContain(declared.Properties, property => property.IsKey);
            Assert.All(declared.Properties.Where(property => property.IsRequired), property => Assert.NotNull(instance[property.Name]));

            // CIM_Indication: <OrgID>:<LocalID>, no colon in the first
            Assert.Matches("^[^:]+:.+$", indication.IndicationIdentifier);
            Assert.Matches("^[^:]+:.+$", indication.IndicationFilterName);
            var filter = Assert.Single(IndicationFilters.Of("sim-a"), known => known.Name == indication.IndicationFilterName);
            Assert.Contains("FROM " + declared.Name + " ", filter.Query, StringComparison.Ordinal);
        });
    }

    [Fact]
    [Clause("7.6-3")]
    public async Task A_jobs_life_is_told_from_its_creation_by_each_state_to_its_deletion()
    {
        var (all, job) = await MigrateAsync(remove: true);
        var ofJob = all.Where(indication => indication is not InstMethodCall).ToList();
        Assert.IsType<InstCreation>(ofJob[0]);
        Assert.IsType<InstDeletion>(ofJob[^1]);

        var states = ofJob.Select(indication => (ushort)indication.SourceInstance!["JobState"]!).ToList();
        Assert.Equal(new ushort[] { 2, 3, 4, 7 }, states.Distinct());
        Assert.Equal(states.Order(), states);
        Assert.All(ofJob, indication => Assert.Equal(job.InstanceId, indication.SourceInstance!["InstanceID"]));
    }

    private static void Check(InstIndication indication, IEnumerable<InstIndication> all, string filter)
    {
        Assert.Single(all, other => other.IndicationIdentifier == indication.IndicationIdentifier);
        Assert.StartsWith("VSM:", indication.IndicationIdentifier, StringComparison.Ordinal);
        Assert.NotNull(indication.CorrelatedIndications);
        Assert.False(indication.IndicationTime!.IsInterval);
        Assert.Equal(PerceivedSeverity.Information, indication.PerceivedSeverity);
        Assert.Equal(filter, indication.IndicationFilterName);
        Assert.Equal("sim-a", indication.SourceInstanceHost);
        Assert.Contains(IndicationFilters.Of("sim-a"), known => known.Name == filter);
    }

    private static void AssertIsJob(InstIndication indication, string instanceId)
    {
        Assert.Equal("VSM_MigrationJob", indication.SourceInstance!.ClassName);
        Assert.Equal(instanceId, indication.SourceInstance["InstanceID"]);
        Assert.Equal(ElementPaths.Job(instanceId).ToString(), indication.SourceInstanceModelPath);
    }

    private async Task<(List<InstIndication> Told, MigrationJob Job)> MigrateAsync(bool remove = false)
    {
        var service = await _estate.ConnectAsync();
        MigrationJob job = null!;
        var told = await CollectAsync(
            async () =>
            {
                job = await _estate.MigrateAsync("web01");
                if (remove)
                {
                    service.RemoveJob(job);
                }
            },
            remove ? new Func<List<InstIndication>, bool>(all => all.OfType<InstDeletion>().Any()) : all => all.OfType<InstModification>().Any(Ended));
        return (told, job);
    }

    private static bool Ended(InstModification change) => (ushort)change.SourceInstance!["JobState"]! == 7;

    private Task<List<InstIndication>> CollectAsync(Func<Task> act, int count) => CollectAsync(act, all => all.Count >= count);

    // Delivered on another thread; what a test waits for comes after all that it looks at.
    private async Task<List<InstIndication>> CollectAsync(Func<Task> act, Func<List<InstIndication>, bool> isComplete)
    {
        var service = await _estate.ConnectAsync();
        var told = new ConcurrentQueue<InstIndication>();
        var complete = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = service.Subscribe(happened =>
        {
            if (IndicationViews.Indication(happened, service.HostName) is { } indication)
            {
                told.Enqueue(indication);
            }

            if (isComplete(told.ToList()))
            {
                complete.TrySetResult();
            }
        });
        await act();
        await complete.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Null(subscription.Failure);
        return told.ToList();
    }
}
