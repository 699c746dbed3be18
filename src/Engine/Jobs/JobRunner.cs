using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Clock;
using VsMigration.Profile.Methods;

namespace VsMigration.Jobs;

/// <summary>Runs jobs, each on its own, and knows those that an earlier process left behind. Safe for concurrent calls.</summary>
public sealed class JobRunner
{
    private readonly JobJournal _journal;
    private readonly object _gate = new();
    private readonly List<JobRun> _runs = new();
    private readonly Dictionary<string, MigrationJob> _foreign = new(StringComparer.Ordinal);

    /// <summary>Makes a runner.</summary>
    public JobRunner(JobJournal journal) => _journal = journal;

    /// <summary>Starts a job.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="procedure">Its steps; the job closes it at its end, or at once where it cannot start.</param>
    /// <param name="clock">The clock that the hosts go by.</param>
    /// <exception cref="MigrationException">MigrationRunning: a job of the same virtual system has not ended.</exception>
    public MigrationJob Start(JobSubject subject, MigrationProcedure procedure, IClock clock)
    {
        var run = new JobRun(new MigrationJob(subject, clock), procedure, _journal, clock);
        lock (_gate)
        {
            if (Running(subject.VirtualSystem.Id) is { } other)
            {
                procedure.Dispose();
                throw AlreadyRunning(other);
            }

            _runs.Add(run);
        }

        run.Begin();
        return run.Job;
    }

    /// <summary>The job of a virtual system that has not ended; null if there is none.</summary>
    public MigrationJob? FindRunning(string systemId)
    {
        lock (_gate)
        {
            return Running(systemId);
        }
    }

    /// <summary>Jobs of this process, and those of other processes that have a record: running there, or interrupted. The oldest first.</summary>
    /// <param name="unreadable">Told of each record that cannot be read, by its path; the others are listed all the same.</param>
    public IReadOnlyList<MigrationJob> GetJobs(Action<string, Exception> unreadable)
    {
        lock (_gate)
        {
            var own = _runs.Select(run => run.Job).ToList();
            var known = new HashSet<string>(own.Select(job => job.InstanceId), StringComparer.Ordinal);
            var others = _journal.ReadAll(unreadable)
                .Where(record => !known.Contains(record.InstanceId) && !record.Owner.IsCurrent)
                .Select(Foreign);
            return others.Concat(own).OrderBy(job => job.TimeSubmitted).ToList();
        }
    }

    /// <summary>Asks a job to stop.</summary>
    /// <param name="job">The job.</param>
    /// <param name="request">Terminate or Kill.</param>
    /// <exception cref="MigrationException">InvalidState: it has ended, runs in another process, or is past stopping.</exception>
    public void Stop(MigrationJob job, JobEvent request)
    {
        JobRun? run;
        lock (_gate)
        {
            run = _runs.Find(candidate => candidate.Job == job);
        }

        if (run is null || !run.Stop(request))
        {
            throw new MigrationException(
                MigrationErrorKind.InvalidState,
                run is null
                    ? $"The job '{job.Name}' does not run in this process: it is {job.JobState}."
                    : $"The job '{job.Name}' cannot be stopped: it is {job.JobState}.",
                job.IsFinished ? "Nothing is to be done." : "Wait for its end with Wait-VSMigrationJob.");
        }
    }

    internal static MigrationException AlreadyRunning(MigrationJob other) => new(
        MigrationErrorKind.MigrationRunning,
        $"The virtual system '{other.VirtualSystem.Name}' is being migrated already, by job {other.Id} to {other.DestinationHost}.",
        $"Wait for it (Wait-VSMigrationJob -Id {other.Id}) or stop it (Stop-VSMigrationJob -Id {other.Id}).");

    private MigrationJob? Running(string systemId) =>
        _runs.Select(run => run.Job).FirstOrDefault(job => !job.IsFinished && job.VirtualSystem.Id == systemId);

    // One object a record and end state, so that a job keeps its number from one listing to the next.
    private MigrationJob Foreign(JobRecord record)
    {
        bool alive = record.Owner.IsAlive();
        string key = record.InstanceId + (alive ? "+" : "-");
        if (!_foreign.TryGetValue(key, out var job))
        {
            _foreign[key] = job = new MigrationJob(
                record.Subject, SystemClock.Instance, record.InstanceId, record.Submitted, alive ? RunningElsewhere(record) : Interrupted(record));
        }

        return job;
    }

    private static JobStatus RunningElsewhere(JobRecord record) => new()
    {
        State = record.State is JobState.New or JobState.Starting or JobState.ShuttingDown ? record.State : JobState.Running,
        StateChanged = record.Submitted,
        Text = "Runs in process " + record.Owner + ".",
        Step = record.Steps.Count == 0 ? null : record.Steps[record.Steps.Count - 1].Name,
    };

    private JobStatus Interrupted(JobRecord record)
    {
        string last = record.Steps.Count == 0 ? "none" : record.Steps[record.Steps.Count - 1].Name.ToString();
        string done = record.Steps.Count == 0
            ? "No step had begun."
            : "Steps: " + string.Join(", ", record.Steps.Select(step => step.Name + " (" + step.Outcome.ToString().ToLowerInvariant() + ")")) + ".";
        var subject = record.Subject;
        var error = StandardMessages.MigrationInterrupted.Error(
            $"Look for '{subject.VirtualSystem.Name}' on both hosts (Get-VSMigrationSystem -Session {subject.SourceUri} and -Session {subject.DestinationUri}): "
            + "the source's daemon may have finished or cancelled the transfer since. Where only one has it, nothing more is to be done; where both have it "
            + "and one does not run, remove that one's definition. Then delete the record: " + _journal.PathOf(record.InstanceId),
            subject.VirtualSystem.Name, last, record.Owner.ToString());
        return new JobStatus
        {
            State = JobState.Interrupted,
            StateChanged = record.Submitted,
            Text = "Interrupted. " + done,
            Step = record.Steps.Count == 0 ? null : record.Steps[record.Steps.Count - 1].Name,
            Errors = new[] { error },
        };
    }
}
