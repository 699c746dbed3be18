using System;
using System.Collections.Generic;

namespace VsMigration.Jobs;

/// <summary>The steps of one migration, in order, and what they hold open.</summary>
public sealed class MigrationProcedure : IDisposable
{
    private readonly IDisposable? _resources;

    /// <summary>Puts steps together.</summary>
    /// <param name="steps">In the order in which they are done; they are undone the other way round.</param>
    /// <param name="resources">What the steps use, closed when the job has ended.</param>
    public MigrationProcedure(IReadOnlyList<MigrationStep> steps, IDisposable? resources = null)
    {
        Steps = steps;
        _resources = resources;
    }

    /// <summary>The steps.</summary>
    public IReadOnlyList<MigrationStep> Steps { get; }

    /// <inheritdoc/>
    public void Dispose() => _resources?.Dispose();
}
