namespace VsMigration.Profile.Implementation;

/// <summary>
/// The extrinsic methods of a migration service, by the numbers that advertise them in
/// SynchronousMethodsSupported and AsynchronousMethodsSupported.
/// </summary>
[Clause("7.2.2-1", "7.2.2-2", "7.2.2-3", "7.2.2-4")]
public enum MigrationMethod
{
    /// <summary>MigrateVirtualSystemToHost()</summary>
    MigrateVirtualSystemToHost = 2,

    /// <summary>MigrateVirtualSystemToSystem()</summary>
    MigrateVirtualSystemToSystem = 3,

    /// <summary>CheckVirtualSystemIsMigratableToHost()</summary>
    CheckVirtualSystemIsMigratableToHost = 4,

    /// <summary>CheckVirtualSystemIsMigratableToSystem()</summary>
    CheckVirtualSystemIsMigratableToSystem = 5,
}
