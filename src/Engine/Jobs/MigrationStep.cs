using System;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Jobs;

/// <summary>One step of a migration, with its undo. The undo is registered before the step begins, so it must cope with a half-done step.</summary>
public sealed class MigrationStep
{
    /// <summary>Names a step and what it does.</summary>
    public MigrationStep(MigrationStepName name, Func<IJobReport, CancellationToken, Task> doAsync, Func<Task>? undoAsync = null)
    {
        Name = name;
        DoAsync = doAsync;
        UndoAsync = undoAsync;
    }

    /// <summary>Which step it is.</summary>
    public MigrationStepName Name { get; }

    /// <summary>Does it.</summary>
    public Func<IJobReport, CancellationToken, Task> DoAsync { get; }

    /// <summary>Undoes it, done or half done; null where there is nothing to undo.</summary>
    public Func<Task>? UndoAsync { get; }

    /// <summary>Whether it changes a host; then the record is on the disk before it begins.</summary>
    public bool ChangesHost { get; init; } = true;

    /// <summary>
    /// Whether the migration has happened once this step is done: nothing before it is undone any more, a request to stop comes too
    /// late, and what fails afterwards is reported while the remaining steps go on.
    /// </summary>
    public bool Commits { get; init; }
}
