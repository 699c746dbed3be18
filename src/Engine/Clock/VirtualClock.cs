using System;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Clock;

/// <summary>
/// Time that passes only when somebody waits for it: every delay completes at once and moves the clock forward by its length.
/// Rehearsals and tests of hours take milliseconds. With several waiters at once, each sees time move on by the others' delays.
/// </summary>
public sealed class VirtualClock : IClock
{
    private readonly DateTimeOffset _start;
    private long _ticks;

    /// <summary>Makes a clock that stands at <paramref name="start"/>.</summary>
    public VirtualClock(DateTimeOffset start) => _start = start;

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => _start + Elapsed;

    /// <inheritdoc/>
    public TimeSpan Elapsed => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <inheritdoc/>
    public async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (delay > TimeSpan.Zero)
        {
            Interlocked.Add(ref _ticks, delay.Ticks);
        }
    }
}
