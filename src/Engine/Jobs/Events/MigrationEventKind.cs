using VsMigration.Profile;

namespace VsMigration.Jobs.Events;

/// <summary>What a <see cref="MigrationEvent"/> tells (clause 7.6, Table 17).</summary>
[Clause("7.6")]
public enum MigrationEventKind
{
    /// <summary>A method of the service was called (VS_MIGRATION_METHOD_CALL, before the call).</summary>
    MethodCallStarted,

    /// <summary>It has returned (VS_MIGRATION_METHOD_CALL, after the call).</summary>
    MethodCallCompleted,

    /// <summary>A job was created (VS_MIGRATION_JOB_CREATE).</summary>
    JobCreated,

    /// <summary>Something of a job changed (VS_MIGRATION_JOB_CHANGE).</summary>
    JobChanged,

    /// <summary>A job was removed (VS_MIGRATION_JOB_DELETE).</summary>
    JobDeleted,
}
