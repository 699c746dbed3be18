using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Clock;

/// <summary>The machine's own time.</summary>
public sealed class SystemClock : IClock
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private SystemClock()
    {
    }

    /// <summary>The only one.</summary>
    public static SystemClock Instance { get; } = new();

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <inheritdoc/>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay <= TimeSpan.Zero && !cancellationToken.IsCancellationRequested
            ? Task.CompletedTask
            : Task.Delay(delay < TimeSpan.Zero ? TimeSpan.Zero : delay, cancellationToken);
}
