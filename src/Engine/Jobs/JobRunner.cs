using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Jobs.Events;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile.Methods;

namespace VsMigration.Jobs;

/// <summary>
/// Queues jobs, starts each when its turn has come, shares the bandwidth out among those under way, keeps those that have ended for as
/// long as they are to be kept, and knows those that other processes left behind. Safe for concurrent calls.
/// </summary>
public sealed class JobRunner : IDisposable
{
    private const ushort DefaultPriority = 100;

    private readonly JobJournal _journal;
    private readonly JobRetention _retention;
    private readonly ForeignJobs _foreign;
    private readonly object _gate = new();
    private readonly JobTable _jobs = new();
    private JobLimits _limits = new();
    private long _lastSequence;

    /// <summary>Makes a runner.</summary>
    /// <param name="journal">Where records are kept.</param>
    /// <param name="clock">By which ended jobs are kept; null = the machine's.</param>
    public JobRunner(JobJournal journal, IClock? clock = null)
    {
        _journal = journal;
        _foreign = new ForeignJobs(journal);
        _retention = new JobRetention(clock ?? SystemClock.Instance, job => TryRemove(job));
    }

    /// <summary>Where everything is told that happens to jobs.</summary>
    public MigrationEvents Events { get; } = new();

    /// <summary>How many migrations may be under way at once, and what they may use. A change holds at once; what runs goes on.</summary>
    /// <exception cref="MigrationException">ParameterInvalid: a limit that would let nothing start.</exception>
    public JobLimits Limits
    {
        get
        {
            lock (_gate)
            {
                return _limits;
            }
        }

        set
        {
            RequireUsable(value);
            lock (_gate)
            {
                _limits = value;
            }

            Schedule();
        }
    }

    /// <summary>Submits a job; it begins at once where the limits allow it.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="prepareAsync">
    /// Called when its turn has come, told whether it had to wait for it; gives the steps, or throws what speaks against them by now.
    /// The job closes the procedure at its end.
    /// </param>
    /// <param name="clock">The clock that the hosts go by.</param>
    /// <param name="callIndication">The identifier of the event of the method call that it does the work of; null where there is none.</param>
    /// <exception cref="MigrationException">MigrationRunning: a job of the same virtual system has not ended.</exception>
    public MigrationJob Submit(
        JobSubject subject, Func<bool, CancellationToken, Task<MigrationProcedure>> prepareAsync, IClock clock, string? callIndication = null)
    {
        var job = new MigrationJob(subject, clock, OnChanged);
        lock (_gate)
        {
            if (_jobs.FindOpen(subject.VirtualSystem.Id) is { } other)
            {
                throw AlreadyRunning(other.Job);
            }

            _jobs.Add(new JobRun(job, prepareAsync, _journal, clock) { Sequence = ++_lastSequence });

            // Its creation is told before anything that may happen to it.
            Events.Publish(About(job, job.Snapshot) with
            {
                Kind = MigrationEventKind.JobCreated,
                IndicationIdentifier = job.CreationIndication,
                CorrelatedIndications = callIndication is null ? Array.Empty<string>() : new[] { callIndication },
            });
        }

        _ = FollowAsync(job);
        Schedule();
        return job;
    }

    /// <summary>The job of a virtual system that has not ended; null if there is none.</summary>
    public MigrationJob? FindRunning(string systemId)
    {
        lock (_gate)
        {
            return _jobs.FindOpen(systemId)?.Job;
        }
    }

    /// <summary>A job of this process; null where there is none of that <see cref="MigrationJob.InstanceId"/>.</summary>
    public MigrationJob? Find(string instanceId)
    {
        lock (_gate)
        {
            return _jobs.Find(instanceId)?.Job;
        }
    }

    /// <summary>The jobs of one service, the oldest first.</summary>
    public IReadOnlyList<MigrationJob> GetJobs(Guid serviceId)
    {
        lock (_gate)
        {
            return _jobs.Of(serviceId).Select(run => run.Job).ToList();
        }
    }

    /// <summary>Those of one virtual system among them, the oldest first.</summary>
    public IReadOnlyList<MigrationJob> GetJobs(Guid serviceId, string systemId)
    {
        lock (_gate)
        {
            return _jobs.Of(systemId).Select(run => run.Job).Where(job => job.SessionId == serviceId).ToList();
        }
    }

    /// <summary>Jobs of this process, and those of other processes that have a record: running there, or interrupted. The oldest first.</summary>
    /// <param name="unreadable">Told of each record that cannot be read, by its path; the others are listed all the same.</param>
    public IReadOnlyList<MigrationJob> GetJobs(Action<string, Exception> unreadable)
    {
        lock (_gate)
        {
            return _foreign.Read(unreadable).Concat(_jobs.All.OrderBy(run => run.Sequence).Select(run => run.Job)).OrderBy(job => job.TimeSubmitted).ToList();
        }
    }

    /// <summary>Asks a job to stop (Terminate, Kill), to wait in the queue (Suspend), or to go back into it (Start).</summary>
    /// <exception cref="MigrationException">InvalidState: its state does not allow that, or it runs in another process.</exception>
    public void RequestStateChange(MigrationJob job, JobEvent request)
    {
        if (!RunOf(job).Request(request))
        {
            throw new MigrationException(
                MigrationErrorKind.InvalidState,
                $"The job '{job.Name}' cannot be {Asked(request)}: it is {job.JobState}.",
                job.IsFinished ? "Nothing is to be done."
                    : request is JobEvent.Terminate or JobEvent.Kill ? "Wait for its end with Wait-VSMigrationJob."
                    : "Only a job that has not begun can be held back, and only one that is held back can be let go.");
        }

        Schedule();
    }

    /// <summary>Changes a job: what of the change the platform refuses is not changed, and nothing after it.</summary>
    /// <exception cref="MigrationException">
    /// ParameterInvalid; InvalidState: it has ended, runs in another process, or transfers nothing that could be switched; and the platform's own.
    /// </exception>
    public async Task ModifyAsync(MigrationJob job, JobChange change, CancellationToken cancellationToken)
    {
        var run = RunOf(job);
        var ask = BandwidthAsk.Read(change, Limits);
        RequireUsable(job, change);
        if (change.MaxDowntime is { } maxDowntime)
        {
            await run.SetMaxDowntimeAsync(maxDowntime, cancellationToken);
        }

        if (change.SwitchToPostCopy)
        {
            await run.SwitchToPostCopyAsync(cancellationToken);
        }

        job.Update(snapshot => snapshot with
        {
            Priority = change.Priority switch { null => snapshot.Priority, 0 => DefaultPriority, { } asked => asked },
            Bandwidth = ask is null ? snapshot.Bandwidth : ask.Bandwidth,
            BandwidthUnit = ask is null ? snapshot.BandwidthUnit : ask.Unit,
            AskedBytesPerSecond = ask is null ? snapshot.AskedBytesPerSecond : ask.BytesPerSecond,
            TimeBeforeRemoval = change.TimeBeforeRemoval ?? snapshot.TimeBeforeRemoval,
            DeleteOnCompletion = change.DeleteOnCompletion ?? snapshot.DeleteOnCompletion,
        });
        Schedule();
        if (job.IsFinished)
        {
            _retention.Keep(job);
        }
    }

    /// <summary>Removes a job that has ended; of an interrupted one, its record. The record of a job whose undo failed stays.</summary>
    /// <exception cref="MigrationException">InvalidState: it has not ended, or was removed already.</exception>
    public void Remove(MigrationJob job)
    {
        if (!job.IsFinished)
        {
            throw new MigrationException(
                MigrationErrorKind.InvalidState,
                $"The job '{job.Name}' cannot be removed: it is {job.JobState}.",
                job.IsLocal ? "Stop it first, or wait for its end." : "Stop it in the process that runs it.");
        }

        if (job.IsLocal)
        {
            _ = RunOf(job);
            TryRemove(job);
        }
        else
        {
            _journal.Delete(job.InstanceId);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _retention.Dispose();

    internal static MigrationException AlreadyRunning(MigrationJob other) => new(
        MigrationErrorKind.MigrationRunning,
        $"The virtual system '{other.VirtualSystem.Name}' is being migrated already, by job {other.Id} to {other.DestinationHost}.",
        $"Wait for it (Wait-VSMigrationJob -Id {other.Id}) or stop it (Stop-VSMigrationJob -Id {other.Id}).");

    private JobRun RunOf(MigrationJob job)
    {
        lock (_gate)
        {
            if (_jobs.Find(job.InstanceId) is { } run && run.Job == job)
            {
                return run;
            }
        }

        throw job.IsLocal
            ? new MigrationException(MigrationErrorKind.JobNotFound, $"The job '{job.Name}' has been removed.", "Nothing is to be done.")
            : new MigrationException(
                MigrationErrorKind.InvalidState,
                $"The job '{job.Name}' does not run in this process: it is {job.JobState}.",
                job.IsFinished ? "Nothing is to be done." : "Ask for it in the process that runs it.");
    }

    // Whoever can start starts, then the bandwidth is shared among all under way. Called whenever something changed that this hangs on.
    private void Schedule()
    {
        lock (_gate)
        {
            var open = _jobs.Open.ToDictionary(run => run.Job.InstanceId, StringComparer.Ordinal);
            var underWay = open.Values.Where(run => run.Job.JobState is not (JobState.New or JobState.Suspended)).Select(Scheduled).ToList();
            var queued = open.Values.Where(run => run.Job.JobState == JobState.New).Select(Scheduled).ToList();
            var started = JobScheduler.MayStart(_limits, underWay, queued);

            // Their share is known before they begin, so that a transfer begins with it.
            foreach (var onHost in underWay.Concat(started).GroupBy(job => job.SourceHost))
            {
                var shares = BandwidthShares.Divide(_limits.BytesPerSecondPerHost, onHost.Select(job => job.ToBandwidthRequest()).ToList());
                foreach (var share in shares)
                {
                    open[share.Key].Grant(share.Value);
                }
            }

            foreach (var job in started)
            {
                open[job.Id].Begin();
            }

            foreach (var job in queued.Except(started))
            {
                open[job.Id].HasWaited = true;
            }
        }
    }

    private ScheduledJob Scheduled(JobRun run)
    {
        var snapshot = run.Job.Snapshot;
        return new ScheduledJob
        {
            Id = run.Job.InstanceId,
            Priority = snapshot.Priority,
            Sequence = run.Sequence,
            SourceHost = run.Job.Subject.SourceHostId,
            DestinationHost = run.Job.Subject.DestinationHostId,
            BytesPerSecond = snapshot.AskedOf(_limits.BytesPerSecondPerHost),
        };
    }

    private async Task FollowAsync(MigrationJob job)
    {
        await job.WhenFinishedAsync();
        lock (_gate)
        {
            if (_jobs.Find(job.InstanceId) is { } run)
            {
                _jobs.Close(run);
                _retention.Keep(job);
            }
        }

        Schedule();
    }

    private void TryRemove(MigrationJob job)
    {
        lock (_gate)
        {
            if (_jobs.Find(job.InstanceId) is not { } run || !_jobs.Remove(run))
            {
                return;
            }

            Events.Publish(About(job, job.Snapshot) with { Kind = MigrationEventKind.JobDeleted });
        }

        _retention.Drop(job);
    }

    private void OnChanged(MigrationJob job, JobSnapshot previous, JobSnapshot current) => Events.Publish(About(job, current) with
    {
        Kind = MigrationEventKind.JobChanged,
        Previous = previous,
    });

    private static MigrationEvent About(MigrationJob job, JobSnapshot snapshot) => new()
    {
        Job = job,
        Current = snapshot,
        Time = job.Clock.UtcNow,
        ServiceId = job.SessionId,
        CorrelatedIndications = new[] { job.CreationIndication },
    };

    private static string Asked(JobEvent request) => request switch
    {
        JobEvent.Start => "let go",
        JobEvent.Suspend => "held back",
        _ => "stopped",
    };

    private static void RequireUsable(JobLimits limits)
    {
        if (limits.MaximumMigrations < 1 || limits.MaximumOutgoingPerHost < 1 || limits.MaximumIncomingPerHost < 1
            || limits.BytesPerSecondPerHost < BandwidthShares.Grain)
        {
            throw new MigrationException(
                MigrationErrorKind.ParameterInvalid,
                "The limits would let no migration start.",
                "Allow at least one migration at once, and 1 MiB/s a host or no limit.");
        }
    }

    private static void RequireUsable(MigrationJob job, JobChange change)
    {
        if (change.TimeBeforeRemoval < TimeSpan.Zero || change.MaxDowntime <= TimeSpan.Zero)
        {
            throw new MigrationException(
                MigrationErrorKind.ParameterInvalid,
                "The time before removal cannot be negative, and the downtime must be more than zero.",
                "Give another time.");
        }

        bool concernsTransfer = change.Priority is not null || change.Bandwidth is not null || change.MaxDowntime is not null || change.SwitchToPostCopy;
        if (concernsTransfer && job.IsFinished)
        {
            throw new MigrationException(
                MigrationErrorKind.InvalidState,
                $"The migration of the job '{job.Name}' cannot be changed: it is {job.JobState}.",
                "Of a job that has ended, only how long it is kept can be changed.");
        }
    }
}
