using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;

namespace VsMigration.Jobs;

/// <summary>
/// How long ended jobs are kept. CIM_ConcreteJob.TimeBeforeRemoval is the least; CIM_Job.DeleteOnCompletion says whether a job goes by
/// itself then, or stays until it is removed.
/// </summary>
internal sealed class JobRetention : IDisposable
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromDays(1);    // a timer cannot wait for more than some weeks

    private readonly IClock _clock;
    private readonly Action<MigrationJob> _remove;
    private readonly object _gate = new();
    private readonly Dictionary<string, (TimeSpan Ended, CancellationTokenSource Wait)> _kept = new(StringComparer.Ordinal);
    private bool _isDisposed;

    /// <summary>Begins with none.</summary>
    /// <param name="clock">A person's time, whatever clock the hosts go by.</param>
    /// <param name="remove">Called for each whose time has come.</param>
    public JobRetention(IClock clock, Action<MigrationJob> remove)
    {
        _clock = clock;
        _remove = remove;
    }

    /// <summary>Takes over a job that has ended, or looks again at one whose times were changed.</summary>
    public void Keep(MigrationJob job)
    {
        var wait = new CancellationTokenSource();
        TimeSpan ended;
        lock (_gate)
        {
            if (_isDisposed)
            {
                wait.Dispose();
                return;
            }

            ended = Forget(job) ?? _clock.Elapsed;
            _kept[job.InstanceId] = (ended, wait);
        }

        _ = RemoveWhenDueAsync(job, ended, wait.Token);
    }

    /// <summary>The job was removed by somebody.</summary>
    public void Drop(MigrationJob job)
    {
        lock (_gate)
        {
            Forget(job);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var (_, wait) in _kept.Values)
            {
                wait.Cancel();
                wait.Dispose();
            }

            _kept.Clear();
        }
    }

    private TimeSpan? Forget(MigrationJob job)
    {
        if (!_kept.TryGetValue(job.InstanceId, out var known))
        {
            return null;
        }

        _kept.Remove(job.InstanceId);
        known.Wait.Cancel();
        known.Wait.Dispose();
        return known.Ended;
    }

    private async Task RemoveWhenDueAsync(MigrationJob job, TimeSpan ended, CancellationToken cancellationToken)
    {
        try
        {
            while (job.DeleteOnCompletion)
            {
                var left = job.TimeBeforeRemoval - (_clock.Elapsed - ended);
                if (left <= TimeSpan.Zero)
                {
                    _remove(job);
                    return;
                }

                await _clock.DelayAsync(left < s_longestWait ? left : s_longestWait, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Removed by somebody, looked at anew, or the process ends.
        }
    }
}
