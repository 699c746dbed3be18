using System;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Clock;

/// <summary>Time, so that a test can be its master.</summary>
public interface IClock
{
    /// <summary>The time of day, in UTC. May be set back; for durations use <see cref="Elapsed"/>.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Time since the clock was made; never goes back.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>Completes after <paramref name="delay"/>, or is cancelled.</summary>
    /// <param name="delay">How long; zero and less complete at once.</param>
    /// <param name="cancellationToken">Ends the waiting with <see cref="OperationCanceledException"/>.</param>
    Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken);
}
