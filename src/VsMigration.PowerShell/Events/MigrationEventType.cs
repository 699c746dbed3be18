namespace VsMigration.PowerShell.Events;

/// <summary>The four events of the profile (DSP1081 clause 7.6, Table 17).</summary>
public enum MigrationEventType
{
    /// <summary>A job was submitted (VS_MIGRATION_JOB_CREATE, CIM_InstCreation).</summary>
    JobCreate,

    /// <summary>Something of a job changed: its state, its progress, its settings (VS_MIGRATION_JOB_CHANGE, CIM_InstModification).</summary>
    JobChange,

    /// <summary>A job was removed (VS_MIGRATION_JOB_DELETE, CIM_InstDeletion).</summary>
    JobDelete,

    /// <summary>A method of the service was called, or has returned (VS_MIGRATION_METHOD_CALL, CIM_InstMethodCall).</summary>
    MethodCall,
}
