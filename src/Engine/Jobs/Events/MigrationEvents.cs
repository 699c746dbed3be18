using System;
using System.Collections.Generic;
using System.Globalization;

namespace VsMigration.Jobs.Events;

/// <summary>The hub: what is published goes to every subscriber, complete and in one order. Publishing never waits for a subscriber.</summary>
public sealed class MigrationEvents
{
    private readonly object _gate = new();
    private readonly List<MigrationSubscription> _subscriptions = new();
    private long _last;

    /// <summary>Has everything delivered that happens from now on.</summary>
    /// <param name="deliver">Called with one event after another, on a thread of the pool. If it throws, the subscription ends.</param>
    public MigrationSubscription Subscribe(Action<MigrationEvent> deliver) => Subscribe(deliver, _ => true);

    /// <summary>Has those events delivered that concern the subscriber; what decides that is asked while they happen.</summary>
    internal MigrationSubscription Subscribe(Action<MigrationEvent> deliver, Func<MigrationEvent, bool> concerns)
    {
        var subscription = new MigrationSubscription(deliver, concerns, Remove);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    /// <summary>A new identifier of an event.</summary>
    internal static string NewIdentifier() => "VSM:" + Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    /// <summary>Publishes an event; its sequence number is given here, and its identifier where it has none.</summary>
    internal void Publish(MigrationEvent happened)
    {
        lock (_gate)
        {
            happened = happened with
            {
                SequenceNumber = ++_last,
                IndicationIdentifier = happened.IndicationIdentifier.Length > 0 ? happened.IndicationIdentifier : NewIdentifier(),
            };
            foreach (var subscription in _subscriptions)
            {
                subscription.Add(happened);
            }
        }
    }

    private void Remove(MigrationSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions.Remove(subscription);
        }
    }
}
