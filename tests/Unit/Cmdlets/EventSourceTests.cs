using System;
using System.Collections.Generic;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
using VsMigration.PowerShell.Events;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using Xunit;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.Tests.Cmdlets;

public sealed class EventSourceTests
{
    private readonly List<long> _told = [];
    private Action<MigrationEvent>? _deliver;
    private int _subscriptions;

    [Fact]
    public void It_listens_for_as_long_as_it_is_listened_to()
    {
        var source = new MigrationEventSource(Subscribe, _ => true, _ => "sim-a");
        Assert.Equal(0, _subscriptions);

        source.Notified += Note;
        source.Notified += Note;
        Assert.Equal(1, _subscriptions);

        source.Notified -= Note;
        Assert.Equal(1, _subscriptions);
        source.Notified -= Note;
        Assert.Equal(0, _subscriptions);
    }

    [Fact]
    public void What_is_not_wanted_is_not_told()
    {
        var source = new MigrationEventSource(Subscribe, new EventFilter { Types = new HashSet<MigrationEventType> { MigrationEventType.JobDelete } }.Admits, _ => "sim-a");
        source.Notified += Note;

        _deliver!(new MigrationEvent { Kind = MigrationEventKind.JobCreated, SequenceNumber = 1 });
        _deliver(new MigrationEvent { Kind = MigrationEventKind.JobDeleted, SequenceNumber = 2 });

        Assert.Equal([2], _told);
    }

    [Theory]
    [InlineData(JobState.Running, JobState.Running, false)]
    [InlineData(JobState.Running, JobState.Completed, true)]
    public void Changes_in_which_the_state_stays_can_be_left_out(JobState before, JobState after, bool isTold) => Assert.Equal(
        isTold,
        new EventFilter { StateOnly = true }.Admits(new MigrationEvent
        {
            Kind = MigrationEventKind.JobChanged,
            Previous = new JobSnapshot { JobState = before, Priority = 1 },
            Current = new JobSnapshot { JobState = after, Priority = 2 },
        }));

    [Fact]
    public void Events_of_other_sessions_are_not_wanted_where_one_is_named()
    {
        var filter = new EventFilter { SessionId = Guid.NewGuid() };

        Assert.False(filter.Admits(new MigrationEvent { ServiceId = Guid.NewGuid() }));
        Assert.True(filter.Admits(new MigrationEvent { ServiceId = filter.SessionId!.Value }));
    }

    [Fact]
    public void A_failure_and_a_change_are_told_in_words()
    {
        var failed = new MigrationEvent
        {
            Kind = MigrationEventKind.MethodCallCompleted, Method = MigrationMethod.MigrateVirtualSystemToHost, Errors = [new MigrationError { MessageId = "VSM0001", Message = "Oops." }],
        };
        var changed = new MigrationEvent
        {
            Kind = MigrationEventKind.JobChanged, Previous = new JobSnapshot { Priority = 100 }, Current = new JobSnapshot { Priority = 1, JobState = JobState.Suspended },
        };

        Assert.Equal("MigrateVirtualSystemToHost failed: VSM0001: Oops.", new MigrationEventArgs(failed, _ => "sim-a").Text);
        Assert.Equal("New to Suspended, priority 1", new MigrationEventArgs(changed, _ => "sim-a").Text);
    }

    private void Note(object? sender, MigrationEventArgs told) => _told.Add(told.SequenceNumber);

    private Subscription Subscribe(Action<MigrationEvent> deliver)
    {
        _deliver = deliver;
        _subscriptions++;
        return new Subscription(() => _subscriptions--);
    }

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
