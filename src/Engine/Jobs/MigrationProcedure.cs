using System;
using System.Collections.Generic;
using VsMigration.Platforms;

namespace VsMigration.Jobs;

/// <summary>The steps of one migration, in order, and what they hold open.</summary>
public sealed class MigrationProcedure : IDisposable
{
    private readonly IDisposable? _resources;

    /// <summary>Puts steps together.</summary>
    /// <param name="steps">In the order in which they are done; they are undone the other way round.</param>
    /// <param name="resources">What the steps use, closed when the job has ended.</param>
    /// <param name="control">What can be changed of its transfer; null = nothing.</param>
    public MigrationProcedure(IReadOnlyList<MigrationStep> steps, IDisposable? resources = null, ITransferControl? control = null)
    {
        Steps = steps;
        Control = control;
        _resources = resources;
    }

    /// <summary>The steps.</summary>
    public IReadOnlyList<MigrationStep> Steps { get; }

    /// <summary>What can be changed of its transfer; null = nothing.</summary>
    public ITransferControl? Control { get; }

    /// <inheritdoc/>
    public void Dispose() => _resources?.Dispose();
}
