using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs.Events;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests.Jobs.Events;

public sealed class MigrationEventsTests
{
    private const int Publishers = 8;
    private const int Each = 500;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly MigrationEvents _events = new();

    [Fact]
    public async Task Everybody_gets_everything_in_one_order()
    {
        var logs = Enumerable.Range(0, 4).Select(_ => new ConcurrentQueue<MigrationEvent>()).ToList();
        logs.ForEach(log => _events.Subscribe(log.Enqueue));

        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < Each; i++)
            {
                _events.Publish(new MigrationEvent());
            }
        })));

        await UntilAsync(() => logs.TrueForAll(log => log.Count == Publishers * Each));
        Assert.All(logs, log => Assert.Equal(Enumerable.Range(1, Publishers * Each), log.Select(happened => (int)happened.SequenceNumber)));
    }

    [Fact]
    [Clause("T34-1", "T35-1", "T36-1", "T37-1")]
    public async Task Each_has_an_identifier_of_its_own_after_the_schemas_pattern()
    {
        var log = new ConcurrentQueue<MigrationEvent>();
        _events.Subscribe(log.Enqueue);
        for (int i = 0; i < Each; i++)
        {
            _events.Publish(new MigrationEvent());
        }

        await UntilAsync(() => log.Count == Each);
        Assert.Equal(Each, log.Select(happened => happened.IndicationIdentifier).Distinct(StringComparer.Ordinal).Count());
        Assert.All(log, happened => Assert.Matches("^VSM:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", happened.IndicationIdentifier));
    }

    [Fact]
    public async Task A_slow_subscriber_holds_up_nobody_and_misses_nothing()
    {
        using var mayGoOn = new ManualResetEventSlim();
        var slow = new ConcurrentQueue<MigrationEvent>();
        var quick = new ConcurrentQueue<MigrationEvent>();
        _events.Subscribe(happened =>
        {
            mayGoOn.Wait(s_patience);
            slow.Enqueue(happened);
        });
        _events.Subscribe(quick.Enqueue);

        for (int i = 0; i < Each; i++)
        {
            _events.Publish(new MigrationEvent());
        }

        await UntilAsync(() => quick.Count == Each);
        Assert.Empty(slow);
        mayGoOn.Set();
        await UntilAsync(() => slow.Count == Each);
    }

    [Fact]
    public async Task One_that_throws_is_dropped_and_says_why_and_the_others_go_on()
    {
        var others = new ConcurrentQueue<MigrationEvent>();
        int delivered = 0;
        var failing = _events.Subscribe(_ =>
        {
            delivered++;
            throw new InvalidOperationException("a bad day");
        });
        _events.Subscribe(others.Enqueue);
        _events.Publish(new MigrationEvent());
        _events.Publish(new MigrationEvent());

        await UntilAsync(() => others.Count == 2 && !failing.IsActive);
        Assert.Equal("a bad day", failing.Failure?.Message);
        Assert.Equal(1, delivered);
    }

    [Fact]
    public async Task Disposing_ends_the_delivery_even_from_within()
    {
        var log = new List<long>();
        MigrationSubscription subscription = null!;
        subscription = _events.Subscribe(happened =>
        {
            log.Add(happened.SequenceNumber);
            subscription.Dispose();
        });
        var other = new ConcurrentQueue<MigrationEvent>();
        _events.Subscribe(other.Enqueue);
        for (int i = 0; i < 10; i++)
        {
            _events.Publish(new MigrationEvent());
        }

        await UntilAsync(() => other.Count == 10 && !subscription.IsActive);
        Assert.Equal(1L, Assert.Single(log));
        Assert.Null(subscription.Failure);
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
