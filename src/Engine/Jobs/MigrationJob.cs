using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Jobs;

/// <summary>
/// CIM_ConcreteJob: one migration, under way or ended. The object lives: its properties show the present. Safe to read from any thread.
/// </summary>
[Clause("10.3")]
public sealed class MigrationJob
{
    private static int s_lastId;

    private readonly IClock _clock;
    private readonly object _gate = new();
    private readonly TaskCompletionSource<JobState> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile JobStatus _status;

    internal MigrationJob(JobSubject subject, IClock clock, string? instanceId = null, DateTimeOffset? submitted = null, JobStatus? status = null)
    {
        _clock = clock;
        Subject = subject;
        IsLocal = status is null;
        Id = Interlocked.Increment(ref s_lastId);
        InstanceId = instanceId ?? "VSM:" + Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);
        TimeSubmitted = submitted ?? clock.UtcNow;
        _status = status ?? new JobStatus { StateChanged = TimeSubmitted, Warnings = subject.Warnings };
        if (IsFinished)
        {
            _finished.TrySetResult(_status.State);
        }
    }

    /// <summary>A number to name it by at the prompt, unique within this process.</summary>
    public int Id { get; }

    /// <summary>The job's identity, the same in its record (CIM_ConcreteJob.InstanceID).</summary>
    public string InstanceId { get; }

    /// <summary>A name for people.</summary>
    public string Name => "Migrate " + VirtualSystem.Name + " to " + DestinationHost;

    /// <summary>The state it is in.</summary>
    [Clause("T20-1")]
    public JobState JobState => _status.State;

    /// <summary>What it is doing, or how it ended, in words.</summary>
    public string JobStatus => _status.Text;

    /// <summary>The step it is at; null before the first.</summary>
    public MigrationStepName? CurrentStep => _status.Step;

    /// <summary>0 to 100; never goes back; 100 only when Completed.</summary>
    public int PercentComplete => _status.State == JobState.Completed ? 100 : Math.Min(99, _status.Progress.PercentComplete);

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset TimeSubmitted { get; }

    /// <summary>When it began; null while it waits.</summary>
    public DateTimeOffset? StartTime => _status.StartTime;

    /// <summary>When its state last changed.</summary>
    [Clause("T20-2")]
    public DateTimeOffset TimeOfLastStateChange => _status.StateChanged;

    /// <summary>How long it has run, or ran.</summary>
    public TimeSpan ElapsedTime
    {
        get
        {
            var status = _status;
            return status.Begun is { } begun ? (status.Ended ?? _clock.Elapsed) - begun : TimeSpan.Zero;
        }
    }

    /// <summary>How long the guest stood still; null until it was switched over.</summary>
    public TimeSpan? Downtime => _status.Progress.Downtime;

    /// <summary>The downtime to expect; null where it is not known.</summary>
    public TimeSpan? ExpectedDowntime => _status.Progress.ExpectedDowntime;

    /// <summary>Bytes sent so far.</summary>
    public ulong BytesTransferred => _status.Progress.BytesTransferred;

    /// <summary>Bytes still to be sent.</summary>
    public ulong BytesRemaining => _status.Progress.BytesRemaining;

    /// <summary>Bytes of memory and disks in all.</summary>
    public ulong BytesTotal => _status.Progress.BytesTotal;

    /// <summary>Transfer rate, bytes per second.</summary>
    public ulong BytesPerSecond => _status.Progress.BytesPerSecond;

    /// <summary>Memory that the guest dirties, bytes per second.</summary>
    public ulong DirtyBytesPerSecond => _status.Progress.DirtyBytesPerSecond;

    /// <summary>Pre-copy passes so far.</summary>
    public int Iterations => _status.Progress.Iterations;

    /// <summary>The migration type.</summary>
    public MigrationType MigrationType => Subject.MigrationType;

    /// <summary>How memory travels.</summary>
    public TransportType TransportType => Subject.TransportType;

    /// <summary>Priority, 1 the highest.</summary>
    public ushort Priority => Subject.Priority;

    /// <summary>The virtual system, as it was when the job was submitted.</summary>
    public VirtualSystem VirtualSystem => Subject.VirtualSystem;

    /// <summary>Where it comes from.</summary>
    public string SourceHost => Subject.SourceHost;

    /// <summary>Where it goes.</summary>
    public string DestinationHost => Subject.DestinationHost;

    /// <summary>Why it did not complete; empty while it runs and when it completed.</summary>
    public IReadOnlyList<MigrationError> Errors => _status.Errors;

    /// <summary>What is worth knowing of a job that runs or completed.</summary>
    public IReadOnlyList<MigrationError> Warnings => _status.Warnings;

    /// <summary>Whether it has ended.</summary>
    public bool IsFinished => JobTransitions.IsFinal(_status.State);

    /// <summary>Whether it was started in this process; one of another process shows what its record says.</summary>
    public bool IsLocal { get; }

    /// <summary>The session that it was started through.</summary>
    public Guid SessionId => Subject.SessionId;

    internal JobSubject Subject { get; }

    internal JobStatus Status => _status;

    /// <summary>Completes when the job has ended, undo included; never fails.</summary>
    /// <returns>The state it ended in.</returns>
    public Task<JobState> WhenFinishedAsync() => _finished.Task;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Moves the job on, if its state allows; everything else of the status is changed along with it, at once.</summary>
    internal bool TryMove(JobEvent happened, Func<JobStatus, JobStatus>? change = null)
    {
        JobState next;
        lock (_gate)
        {
            if (JobTransitions.Next(_status.State, happened) is not { } allowed)
            {
                return false;
            }

            next = allowed;
            var status = change is null ? _status : change(_status);
            _status = status with
            {
                State = next,
                StateChanged = _clock.UtcNow,
                Ended = JobTransitions.IsFinal(next) ? _clock.Elapsed : status.Ended,
            };
        }

        if (JobTransitions.IsFinal(next))
        {
            _finished.TrySetResult(next);
        }

        return true;
    }

    /// <summary>Changes what is shown without changing the state.</summary>
    internal void Update(Func<JobStatus, JobStatus> change)
    {
        lock (_gate)
        {
            _status = change(_status);
        }
    }

    /// <summary>Takes over a driver's figures; percent never goes back, and figures once known stay.</summary>
    internal void Report(MigrationProgress progress) => Update(status => status with
    {
        Progress = progress with
        {
            PercentComplete = Math.Max(status.Progress.PercentComplete, Math.Min(99, Math.Max(0, progress.PercentComplete))),
            Downtime = progress.Downtime ?? status.Progress.Downtime,
            ExpectedDowntime = progress.ExpectedDowntime ?? status.Progress.ExpectedDowntime,
        },
    });
}
