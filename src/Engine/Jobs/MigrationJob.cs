using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Jobs.Events;
using VsMigration.Platforms;
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

    private readonly Action<MigrationJob, JobSnapshot, JobSnapshot>? _changed;
    private readonly object _gate = new();
    private readonly TaskCompletionSource<JobState> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile JobSnapshot _snapshot;

    /// <summary>A job of this process.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="clock">The clock that the hosts go by.</param>
    /// <param name="changed">Told of each change, before and after, in order, while it is made: not to be kept waiting.</param>
    internal MigrationJob(JobSubject subject, IClock clock, Action<MigrationJob, JobSnapshot, JobSnapshot>? changed = null)
        : this(subject, clock, MigrationEvents.NewIdentifier(), clock.UtcNow, Queued(subject, clock), changed)
    {
    }

    /// <summary>A job that another process runs, or ran.</summary>
    internal MigrationJob(JobSubject subject, string instanceId, DateTimeOffset submitted, JobSnapshot snapshot)
        : this(subject, SystemClock.Instance, instanceId, submitted, snapshot with { IsForeign = true, Priority = subject.Priority }, null)
    {
    }

    private MigrationJob(
        JobSubject subject, IClock clock, string instanceId, DateTimeOffset submitted, JobSnapshot snapshot, Action<MigrationJob, JobSnapshot, JobSnapshot>? changed)
    {
        Clock = clock;
        _changed = changed;
        Subject = subject;
        Id = Interlocked.Increment(ref s_lastId);
        InstanceId = instanceId;
        TimeSubmitted = submitted;
        _snapshot = snapshot;
        if (IsFinished)
        {
            _finished.TrySetResult(JobState);
        }
    }

    /// <summary>A number to name it by at the prompt, unique within this process.</summary>
    public int Id { get; }

    /// <summary>The job's identity, the same in its record (CIM_ConcreteJob.InstanceID).</summary>
    public string InstanceId { get; }

    /// <summary>A name for people.</summary>
    public string Name => "Migrate " + VirtualSystem.Name + " to " + DestinationHost;

    /// <summary>All that changes of it, as it is at this moment.</summary>
    public JobSnapshot Snapshot => IsFinished ? _snapshot : _snapshot with { Taken = Clock.Elapsed };

    /// <summary>The state it is in.</summary>
    public JobState JobState => _snapshot.JobState;

    /// <summary>What it is doing, or how it ended, in words.</summary>
    public string JobStatus => _snapshot.JobStatus;

    /// <summary>How it is (CIM_ManagedSystemElement.OperationalStatus).</summary>
    public IReadOnlyList<OperationalStatus> OperationalStatus => _snapshot.OperationalStatus;

    /// <summary>The step it is at; null before the first.</summary>
    public MigrationStepName? CurrentStep => _snapshot.CurrentStep;

    /// <summary>0 to 100; never goes back; 100 only when Completed.</summary>
    public int PercentComplete => _snapshot.PercentComplete;

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset TimeSubmitted { get; }

    /// <summary>When it began; null while it waits.</summary>
    public DateTimeOffset? StartTime => _snapshot.StartTime;

    /// <summary>When its state last changed; null where it never has.</summary>
    [Clause("T20-2")]
    public DateTimeOffset? TimeOfLastStateChange => _snapshot.TimeOfLastStateChange;

    /// <summary>How long it has run, or ran; null where that is not known, because it runs or ran in another process.</summary>
    public TimeSpan? ElapsedTime => Snapshot.ElapsedTime;

    /// <summary>How long the guest stood still; null until it was switched over.</summary>
    public TimeSpan? Downtime => _snapshot.Progress.Downtime;

    /// <summary>The downtime to expect; null where it is not known.</summary>
    public TimeSpan? ExpectedDowntime => _snapshot.Progress.ExpectedDowntime;

    /// <summary>How long the guest may stand still; null = the platform's own limit.</summary>
    public TimeSpan? MaxDowntime => _snapshot.MaxDowntime;

    /// <summary>Bytes sent so far.</summary>
    public ulong BytesTransferred => _snapshot.Progress.BytesTransferred;

    /// <summary>Bytes still to be sent.</summary>
    public ulong BytesRemaining => _snapshot.Progress.BytesRemaining;

    /// <summary>Bytes of memory and disks in all.</summary>
    public ulong BytesTotal => _snapshot.Progress.BytesTotal;

    /// <summary>Transfer rate, bytes per second.</summary>
    public ulong BytesPerSecond => _snapshot.Progress.BytesPerSecond;

    /// <summary>Memory that the guest dirties, bytes per second.</summary>
    public ulong DirtyBytesPerSecond => _snapshot.Progress.DirtyBytesPerSecond;

    /// <summary>Pre-copy passes so far.</summary>
    public int Iterations => _snapshot.Progress.Iterations;

    /// <summary>The migration type.</summary>
    public MigrationType MigrationType => Subject.MigrationType;

    /// <summary>How memory travels.</summary>
    public TransportType TransportType => Subject.TransportType;

    /// <summary>Priority, 1 the highest, as it is now.</summary>
    public ushort Priority => _snapshot.Priority;

    /// <summary>The bandwidth asked for, as it is now, in <see cref="BandwidthUnit"/>; null = as much as there is.</summary>
    public ushort? Bandwidth => _snapshot.Bandwidth;

    /// <summary>The unit of <see cref="Bandwidth"/>; null where no bandwidth was asked for.</summary>
    public string? BandwidthUnit => _snapshot.BandwidthUnit;

    /// <summary>The bandwidth that it may use now, bytes per second, shared with others by priority; null = no limit.</summary>
    public ulong? GrantedBytesPerSecond => _snapshot.GrantedBytesPerSecond;

    /// <summary>Who asked for it.</summary>
    public string Owner => Subject.Request.Owner;

    /// <summary>The method that it does the work of.</summary>
    public MigrationMethod Method => Subject.Request.Method;

    /// <summary>Whether it takes so little time that one may wait for its end: only a definition moves.</summary>
    public bool CompletesAtOnce => Subject.CompletesAtOnce;

    /// <summary>What was asked.</summary>
    public MigrationRequest Request => Subject.Request;

    /// <summary>The virtual system, as it was when the job was submitted.</summary>
    public VirtualSystem VirtualSystem => Subject.VirtualSystem;

    /// <summary>The migrated virtual system, as it was seen at the destination; null before that.</summary>
    public VirtualSystem? NewSystem => _snapshot.NewSystem;

    /// <summary>Where it comes from.</summary>
    public string SourceHost => Subject.SourceHost;

    /// <summary>Where it goes.</summary>
    public string DestinationHost => Subject.DestinationHost;

    /// <summary>How long it is kept after its end, at least.</summary>
    public TimeSpan TimeBeforeRemoval => _snapshot.TimeBeforeRemoval;

    /// <summary>Whether it goes by itself after that; if not, it stays until somebody removes it.</summary>
    public bool DeleteOnCompletion => _snapshot.DeleteOnCompletion;

    /// <summary>CIM_Job.ErrorCode; null before the end.</summary>
    public ushort? ErrorCode => _snapshot.ErrorCode;

    /// <summary>CIM_Job.ErrorDescription; null where there is no error.</summary>
    public string? ErrorDescription => _snapshot.ErrorDescription;

    /// <summary>Why it did not complete; empty while it runs and when it completed.</summary>
    public IReadOnlyList<MigrationError> Errors => _snapshot.Errors;

    /// <summary>What is worth knowing of a job that runs or completed.</summary>
    public IReadOnlyList<MigrationError> Warnings => _snapshot.Warnings;

    /// <summary>Whether it has ended.</summary>
    public bool IsFinished => _snapshot.IsFinished;

    /// <summary>Whether it was started in this process; one of another process shows what its record says.</summary>
    public bool IsLocal => !_snapshot.IsForeign;

    /// <summary>The session that it was started through.</summary>
    public Guid SessionId => Subject.SessionId;

    internal JobSubject Subject { get; }

    internal IClock Clock { get; }

    /// <summary>The identifier of the event that tells of its creation.</summary>
    internal string CreationIndication { get; } = MigrationEvents.NewIdentifier();

    /// <summary>Completes when the job has ended, undo included; never fails.</summary>
    /// <returns>The state it ended in.</returns>
    public Task<JobState> WhenFinishedAsync() => _finished.Task;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Moves the job on, if its state allows; everything else is changed along with it, at once.</summary>
    internal bool TryMove(JobEvent happened, Func<JobSnapshot, JobSnapshot>? change = null)
    {
        lock (_gate)
        {
            if (JobTransitions.Next(_snapshot.JobState, happened) is not { } next)
            {
                return false;
            }

            var changed = (change is null ? _snapshot : change(_snapshot)) with { JobState = next };
            Replace(next == _snapshot.JobState ? changed : changed with
            {
                TimeOfLastStateChange = Clock.UtcNow,
                Ended = JobTransitions.IsFinal(next) ? Clock.Elapsed : changed.Ended,
            });
        }

        if (IsFinished)
        {
            _finished.TrySetResult(JobState);
        }

        return true;
    }

    /// <summary>Changes what is shown without changing the state.</summary>
    internal void Update(Func<JobSnapshot, JobSnapshot> change)
    {
        lock (_gate)
        {
            Replace(change(_snapshot));
        }
    }

    /// <summary>Takes over a driver's figures; percent never goes back, and figures once known stay.</summary>
    internal void Report(MigrationProgress progress) => Update(snapshot => snapshot with
    {
        Progress = progress with
        {
            PercentComplete = Math.Max(snapshot.Progress.PercentComplete, Math.Min(99, Math.Max(0, progress.PercentComplete))),
            Downtime = progress.Downtime ?? snapshot.Progress.Downtime,
            ExpectedDowntime = progress.ExpectedDowntime ?? snapshot.Progress.ExpectedDowntime,
        },
    });

    private static JobSnapshot Queued(JobSubject subject, IClock clock)
    {
        bool asks = subject.Setting.Bandwidth is > 0;
        return new JobSnapshot
        {
            JobStatus = "Waiting for its turn.",
            Priority = subject.Priority,
            Bandwidth = asks ? subject.Setting.Bandwidth : null,
            BandwidthUnit = asks ? subject.Setting.BandwidthUnit : null,
            MaxDowntime = subject.Setting.MaxDowntime,
            AskedBytesPerSecond = subject.BytesPerSecond,
            GrantedBytesPerSecond = subject.BytesPerSecond,
            DeleteOnCompletion = subject.Request.DeleteOnCompletion,
            Warnings = subject.Warnings,
            Taken = clock.Elapsed,
        };
    }

    // What looks the same is no change, and nobody is told.
    private void Replace(JobSnapshot next)
    {
        var previous = _snapshot;
        if (next == previous)
        {
            return;
        }

        _snapshot = next = next with { Taken = Clock.Elapsed };
        _changed?.Invoke(this, previous, next);
    }
}
