using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;

namespace VsMigration.Jobs;

/// <summary>A job at one moment. Never changed; the job replaces it by the next.</summary>
internal sealed record JobStatus
{
    public JobState State { get; init; } = JobState.New;

    public string Text { get; init; } = "";

    public MigrationStepName? Step { get; init; }

    public MigrationProgress Progress { get; init; } = MigrationProgress.None;

    public DateTimeOffset StateChanged { get; init; }

    public TimeSpan? Begun { get; init; }

    public TimeSpan? Ended { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public IReadOnlyList<MigrationError> Errors { get; init; } = Array.Empty<MigrationError>();

    public IReadOnlyList<MigrationError> Warnings { get; init; } = Array.Empty<MigrationError>();

    public JobEvent? StopRequest { get; init; }
}
