using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace VsMigration.Jobs.Events;

/// <summary>
/// Events on their way to one subscriber, in order, one after another, on threads of the pool. However slow it is, it holds up nobody:
/// what it has not taken yet waits in a queue of its own. One that throws gets no more.
/// </summary>
public sealed class MigrationSubscription : IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<MigrationEvent> _waiting = new();
    private readonly Action<MigrationEvent> _deliver;
    private readonly Func<MigrationEvent, bool> _concerns;
    private readonly Action<MigrationSubscription> _end;
    private bool _isDelivering;
    private bool _hasEnded;

    internal MigrationSubscription(Action<MigrationEvent> deliver, Func<MigrationEvent, bool> concerns, Action<MigrationSubscription> end)
    {
        _deliver = deliver;
        _concerns = concerns;
        _end = end;
    }

    /// <summary>Whether events are still delivered.</summary>
    public bool IsActive
    {
        get
        {
            lock (_gate)
            {
                return !_hasEnded;
            }
        }
    }

    /// <summary>Whether everything that was published until now has been delivered.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return !_isDelivering && _waiting.Count == 0;
            }
        }
    }

    /// <summary>What the subscriber threw, which ended the subscription; null where it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Ends the delivery; an event that is being delivered at this moment is the last.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _hasEnded = true;
            _waiting.Clear();
        }

        _end(this);
    }

    internal void Add(MigrationEvent happened)
    {
        lock (_gate)
        {
            if (_hasEnded || !_concerns(happened))
            {
                return;
            }

            _waiting.Enqueue(happened);
            if (_isDelivering)
            {
                return;
            }

            _isDelivering = true;
        }

        _ = Task.Run(Deliver);
    }

    private void Deliver()
    {
        while (TryTake() is { } next)
        {
            try
            {
                _deliver(next);
            }
            catch (Exception e)
            {
                Failure = e;
                Dispose();
            }
        }
    }

    private MigrationEvent? TryTake()
    {
        lock (_gate)
        {
            _isDelivering = _waiting.Count > 0;
            return _isDelivering ? _waiting.Dequeue() : null;
        }
    }
}
