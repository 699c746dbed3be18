namespace VsMigration.Profile.Methods;

/// <summary>
/// What went wrong, in the engine's own words. The names are stable: the cmdlets print them as <c>VSMigration.&lt;Kind&gt;</c>.
/// </summary>
public enum MigrationErrorKind
{
    /// <summary>Something that none of the others names.</summary>
    Unexpected = 0,

    /// <summary>No virtual system of that name or identifier.</summary>
    SystemNotFound,

    /// <summary>Several virtual systems of that name.</summary>
    SystemAmbiguous,

    /// <summary>The destination host is not known and does not read as a host.</summary>
    HostNotFound,

    /// <summary>A host does not answer.</summary>
    HostUnreachable,

    /// <summary>No session of that name.</summary>
    SessionNotFound,

    /// <summary>No migration job of that id.</summary>
    JobNotFound,

    /// <summary>A connection URI that cannot be read, or whose scheme nothing stands behind.</summary>
    UriInvalid,

    /// <summary>There is nothing on this machine to manage.</summary>
    NoPlatform,

    /// <summary>A native library is not installed.</summary>
    LibraryMissing,

    /// <summary>The peer refuses these credentials or this user.</summary>
    AccessDenied,

    /// <summary>A migration of the same virtual system is under way.</summary>
    MigrationRunning,

    /// <summary>The check found blockers.</summary>
    NotMigratable,

    /// <summary>A parameter has a value that the service does not take.</summary>
    ParameterInvalid,

    /// <summary>The state of the object does not allow what was asked.</summary>
    InvalidState,

    /// <summary>A time limit was used up.</summary>
    Timeout,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,

    /// <summary>The migration failed; the errors say why.</summary>
    MigrationFailed,

    /// <summary>The peer failed in a way of its own.</summary>
    PeerFailed,

    /// <summary>A file of the module's own cannot be read or written.</summary>
    ConfigurationInvalid,
}
