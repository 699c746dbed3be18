using System;
using System.Collections.Generic;
using VsMigration.Jobs;
using VsMigration.Profile.Elements;

namespace VsMigration.Tests.Contracts;

/// <summary>Keeps every report; <see cref="System.Progress{T}"/> would post them elsewhere, in any order.</summary>
public sealed class ProgressLog : IJobReport
{
    private readonly object _gate = new();
    private readonly List<MigrationProgress> _reports = new();
    private readonly Action<MigrationProgress>? _then;

    public ProgressLog(Action<MigrationProgress>? then = null) => _then = then;

    public IReadOnlyList<MigrationProgress> Reports
    {
        get
        {
            lock (_gate)
            {
                return _reports.ToArray();
            }
        }
    }

    public void Report(MigrationProgress value)
    {
        lock (_gate)
        {
            _reports.Add(value);
        }

        _then?.Invoke(value);
    }

    public void Warn(MigrationError warning)
    {
        // Only the figures are kept.
    }

    public void Arrived(VirtualSystem system)
    {
        // Only the figures are kept.
    }
}
