using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Jobs;

/// <summary>What a job's file says: what was asked, how far it came, and whose process runs it.</summary>
internal sealed record JobRecord
{
    public string InstanceId { get; init; } = "";

    public JobSubject Subject { get; init; } = new();

    public DateTimeOffset Submitted { get; init; }

    /// <summary>When the job began; null where the record does not say.</summary>
    public DateTimeOffset? Started { get; init; }

    public JobState State { get; init; } = JobState.New;

    public RecordOwner Owner { get; init; } = RecordOwner.Current;

    /// <summary>Steps that have begun, in order, with what became of each.</summary>
    public IReadOnlyList<StepRecord> Steps { get; init; } = Array.Empty<StepRecord>();

    public JobRecord With(MigrationStepName step, StepOutcome outcome) => this with
    {
        Steps = Steps.Any(record => record.Name == step)
            ? Steps.Select(record => record.Name == step ? record with { Outcome = outcome } : record).ToList()
            : Steps.Append(new StepRecord { Name = step, Outcome = outcome }).ToList(),
    };
}

/// <summary>One step in a record.</summary>
internal sealed record StepRecord
{
    public MigrationStepName Name { get; init; }

    public StepOutcome Outcome { get; init; }
}

/// <summary>What became of a step.</summary>
internal enum StepOutcome
{
    /// <summary>It was about to begin; it may have done nothing, something, or everything.</summary>
    Begun,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was undone.</summary>
    Undone,

    /// <summary>Its undo failed.</summary>
    UndoFailed,
}
