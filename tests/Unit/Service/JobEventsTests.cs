using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Service;

/// <summary>What a service tells its subscribers of simulated migrations.</summary>
public sealed class JobEventsTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly SimulatedEstate _estate = new();
    private readonly ConcurrentQueue<MigrationEvent> _log = new();

    public void Dispose() => _estate.Dispose();

    [Fact]
    [Clause("T36-2", "T36-3", "T34-2", "T34-3")]
    public async Task A_migration_is_told_from_its_call_to_its_removal()
    {
        var service = await _estate.ConnectAsync();
        var request = await _estate.RequestAsync("web01");
        service.Subscribe(_log.Enqueue);

        var job = await service.StartAsync(request, CancellationToken.None);
        await job.WhenFinishedAsync().WaitAsync(s_patience);
        service.RemoveJob(job);
        await UntilAsync(() => _log.Any(happened => happened.Kind == MigrationEventKind.JobDeleted));

        var call = Assert.Single(_log, happened => happened.Kind == MigrationEventKind.MethodCallStarted);
        Assert.Same(call, _log.First());
        Assert.Equal((MigrationMethod.MigrateVirtualSystemToHost, request, null), (call.Method!.Value, call.Request, call.ReturnCode));
        var answer = Assert.Single(_log, happened => happened.Kind == MigrationEventKind.MethodCallCompleted);
        Assert.Equal(ReturnCode.JobStarted, answer.ReturnCode);
        Assert.Same(job, answer.Job);
        Assert.Equal(call.IndicationIdentifier, Assert.Single(answer.CorrelatedIndications));
        var created = Assert.Single(_log, happened => happened.Kind == MigrationEventKind.JobCreated);
        Assert.Equal(call.IndicationIdentifier, Assert.Single(created.CorrelatedIndications));
        Assert.Equal((JobState.New, job.TimeSubmitted), (created.Current!.JobState, created.Time));
        Assert.True(call.Time <= created.Time && created.Time <= answer.Time);
    }

    [Fact]
    [Clause("T37-2", "T37-3", "T35-2", "T35-3", "T37-9")]
    public async Task Every_change_is_told_with_what_was_before_it()
    {
        var service = await _estate.ConnectAsync();
        var request = await _estate.RequestAsync("web01");
        service.Subscribe(_log.Enqueue);
        var job = await service.StartAsync(request, CancellationToken.None);
        await job.WhenFinishedAsync().WaitAsync(s_patience);
        service.RemoveJob(job);
        await UntilAsync(() => _log.Any(happened => happened.Kind == MigrationEventKind.JobDeleted));

        var created = Assert.Single(_log, happened => happened.Kind == MigrationEventKind.JobCreated);
        var changes = _log.Where(happened => happened.Kind == MigrationEventKind.JobChanged).ToList();
        var snapshot = created.Current!;
        foreach (var change in changes)
        {
            // A change may have shown nothing but the passing of time, which is no change.
            Assert.Equal(snapshot with { Taken = default }, change.Previous! with { Taken = default });
            Assert.NotEqual(change.Previous! with { Taken = default }, change.Current! with { Taken = default });
            Assert.True(change.Current!.PercentComplete >= snapshot.PercentComplete);
            Assert.Equal(created.IndicationIdentifier, Assert.Single(change.CorrelatedIndications));
            snapshot = change.Current!;
        }

        Assert.Equal(
            new[] { JobState.Starting, JobState.Running, JobState.Completed },
            changes.Where(change => change.Current!.JobState != change.Previous!.JobState).Select(change => change.Current!.JobState));
        Assert.True(changes.Count(change => change.Current!.Progress != change.Previous!.Progress) > 4);
        var end = changes[^1];
        Assert.Equal(JobState.Completed, end.Current!.JobState);
        Assert.Equal(end.Current.TimeOfLastStateChange, end.Time);
        Assert.Equal(changes.Select(change => change.Time).Order(), changes.Select(change => change.Time));
        var deleted = Assert.Single(_log, happened => happened.Kind == MigrationEventKind.JobDeleted);
        Assert.Equal(created.IndicationIdentifier, Assert.Single(deleted.CorrelatedIndications));
        Assert.True(deleted.Time >= end.Time);
    }

    [Fact]
    [Clause("8.1.3-3")]
    public async Task A_check_is_a_call_that_makes_no_job()
    {
        var service = await _estate.ConnectAsync();
        var blocked = await _estate.RequestAsync("gpu01");
        service.Subscribe(_log.Enqueue);
        await service.CheckAsync(blocked, CancellationToken.None);
        await service.CheckAsync(blocked with { Method = MigrationMethod.MigrateVirtualSystemToSystem }, CancellationToken.None);
        await UntilAsync(() => _log.Count == 4);

        Assert.Equal(
            new[]
            {
                MigrationMethod.CheckVirtualSystemIsMigratableToHost, MigrationMethod.CheckVirtualSystemIsMigratableToHost,
                MigrationMethod.CheckVirtualSystemIsMigratableToSystem, MigrationMethod.CheckVirtualSystemIsMigratableToSystem,
            },
            _log.Select(happened => happened.Method!.Value));
        Assert.All(_log.Where(happened => happened.Kind == MigrationEventKind.MethodCallCompleted), answer =>
            Assert.Equal((ReturnCode.Completed, false, 0), (answer.ReturnCode!.Value, answer.IsMigratable!.Value, answer.Errors.Count)));
        Assert.Empty(service.Jobs);
    }

    [Fact]
    public async Task A_call_that_fails_tells_its_return_code_and_all_errors()
    {
        var service = await _estate.ConnectAsync();
        var blocked = await _estate.RequestAsync("gpu01");
        service.Subscribe(_log.Enqueue);
        var refused = await Assert.ThrowsAsync<MigrationException>(() => service.StartAsync(blocked, CancellationToken.None));
        await UntilAsync(() => _log.Count == 2);

        var answer = _log.Last();
        Assert.Equal(MethodFailure.Of(refused).Code, answer.ReturnCode);
        Assert.Equal(refused.Errors.Select(error => error.Message), answer.Errors.Select(error => error.Message));
        Assert.Null(answer.Job);
    }

    [Fact]
    public async Task A_service_tells_of_itself_only_and_the_registry_of_all()
    {
        var a = await _estate.ConnectAsync("sim-a");
        var b = await _estate.ConnectAsync("sim-b");
        var all = new ConcurrentQueue<MigrationEvent>();
        var ofB = new ConcurrentQueue<MigrationEvent>();
        _estate.Registry.Subscribe(all.Enqueue);
        b.Subscribe(ofB.Enqueue);
        var request = await _estate.RequestAsync("web01");
        await a.CheckAsync(request, CancellationToken.None);
        await Assert.ThrowsAsync<MigrationException>(() => b.CheckAsync(request, CancellationToken.None));
        await UntilAsync(() => all.Count == 4 && ofB.Count == 2);

        Assert.Equal(new[] { a.Id, a.Id, b.Id, b.Id }, all.Select(happened => happened.ServiceId));
        Assert.All(ofB, happened => Assert.Equal(b.Id, happened.ServiceId));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var bound = new CancellationTokenSource(s_patience);
        while (!condition())
        {
            await Task.Delay(5, bound.Token);
        }
    }
}
