namespace VsMigration.Profile.Implementation;

/// <summary>
/// How a virtual system is migrated. Values of CIM_VirtualSystemMigrationSettingData.MigrationType (CIM schema 2.33).
/// </summary>
[Clause("6.2-2", "7-2")]
public enum MigrationType
{
    /// <summary>The virtual system goes on running; its memory is copied while it runs (clause 6.2.3).</summary>
    Live = 2,

    /// <summary>The virtual system is paused, moved, and resumed at the destination (clause 6.2.2).</summary>
    Resume = 3,

    /// <summary>The virtual system is shut down, moved, and started at the destination (clause 6.2.1).</summary>
    Restart = 4,
}
