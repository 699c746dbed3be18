using System;
using VsMigration.Jobs.Events;

namespace VsMigration.PowerShell.Events;

/// <summary>
/// The engine's events as an event of .NET, which is what PowerShell's own event manager subscribes to. It listens for as long as it is
/// listened to: <c>Unregister-Event</c> takes it off the engine.
/// </summary>
public sealed class MigrationEventSource
{
    private readonly Func<Action<MigrationEvent>, IDisposable> _subscribe;
    private readonly Predicate<MigrationEvent> _isWanted;
    private readonly Func<Guid, string> _hostOf;
    private readonly object _gate = new();
    private IDisposable? _subscription;
    private EventHandler<MigrationEventArgs>? _handlers;

    internal MigrationEventSource(Func<Action<MigrationEvent>, IDisposable> subscribe, Predicate<MigrationEvent> isWanted, Func<Guid, string> hostOf)
    {
        _subscribe = subscribe;
        _isWanted = isWanted;
        _hostOf = hostOf;
    }

    /// <summary>Raised for each event that is wanted, in order, on a thread of the pool.</summary>
    public event EventHandler<MigrationEventArgs> Notified
    {
        add
        {
            lock (_gate)
            {
                _handlers += value;
                _subscription ??= _subscribe(Deliver);
            }
        }

        remove
        {
            lock (_gate)
            {
                _handlers -= value;
                if (_handlers is null)
                {
                    _subscription?.Dispose();
                    _subscription = null;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "VsMigration";

    // Not within the lock: who is told may take itself off at that moment, on another thread.
    private void Deliver(MigrationEvent happened)
    {
        if (_isWanted(happened))
        {
            _handlers?.Invoke(this, new MigrationEventArgs(happened, _hostOf));
        }
    }
}
