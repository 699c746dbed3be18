using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Methods;

namespace VsMigration.Jobs;

/// <summary>Jobs of other processes, as their records show them: under way there, or interrupted. Not safe for concurrent calls.</summary>
internal sealed class ForeignJobs
{
    private readonly JobJournal _journal;
    private readonly Dictionary<string, MigrationJob> _known = new(StringComparer.Ordinal);

    public ForeignJobs(JobJournal journal) => _journal = journal;

    /// <summary>All of them, the oldest first.</summary>
    /// <param name="unreadable">Told of each record that cannot be read, by its path.</param>
    public IReadOnlyList<MigrationJob> Read(Action<string, Exception> unreadable) =>
        _journal.ReadAll(unreadable).Where(record => !record.Owner.IsCurrent).Select(JobOf).ToList();

    // One object a record and end state, so that a job keeps its number from one listing to the next.
    private MigrationJob JobOf(JobRecord record)
    {
        bool alive = record.Owner.IsAlive();
        string key = record.InstanceId + (alive ? "+" : "-");
        if (!_known.TryGetValue(key, out var job))
        {
            _known[key] = job = new MigrationJob(
                record.Subject, record.InstanceId, record.Submitted, alive ? RunningElsewhere(record) : Interrupted(record));
        }

        return job;
    }

    private static JobSnapshot RunningElsewhere(JobRecord record) => new()
    {
        JobState = record.State is JobState.New or JobState.Starting or JobState.ShuttingDown ? record.State : JobState.Running,
        JobStatus = "Runs in process " + record.Owner + ".",
        CurrentStep = LastStep(record),
        StartTime = record.Started,
    };

    private JobSnapshot Interrupted(JobRecord record)
    {
        string last = LastStep(record)?.ToString() ?? "none";
        string done = record.Steps.Count == 0
            ? "No step had begun."
            : "Steps: " + string.Join(", ", record.Steps.Select(step => step.Name + " (" + step.Outcome.ToString().ToLowerInvariant() + ")")) + ".";
        var subject = record.Subject;
        var error = StandardMessages.MigrationInterrupted.Error(
            $"Look for '{subject.VirtualSystem.Name}' on both hosts (Get-VSMigrationSystem -Session {subject.SourceUri} and -Session {subject.DestinationUri}): "
            + "the source's daemon may have finished or cancelled the transfer since. Where only one has it, nothing more is to be done; where both have it "
            + "and one does not run, remove that one's definition. Then remove the job, or delete its record: " + _journal.PathOf(record.InstanceId),
            subject.VirtualSystem.Name, last, record.Owner.ToString());
        return new JobSnapshot
        {
            JobState = JobState.Interrupted,
            JobStatus = "Interrupted. " + done,
            CurrentStep = LastStep(record),
            StartTime = record.Started,
            Errors = new[] { error },
        };
    }

    private static MigrationStepName? LastStep(JobRecord record) =>
        record.Steps.Count == 0 ? null : record.Steps[record.Steps.Count - 1].Name;
}
