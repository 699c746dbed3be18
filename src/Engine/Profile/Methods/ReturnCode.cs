namespace VsMigration.Profile.Methods;

/// <summary>
/// What a method of CIM_VirtualSystemMigrationService returns (CIM schema 2.17). DSP1081's Tables 3, 5, 7 and 9 print other numbers
/// beside most messages, 1 above all; the schema's hold.
/// </summary>
[Clause("8.1.1-4", "8.1.2-4", "8.1.3-5", "8.1.4-5")]
public enum ReturnCode
{
    /// <summary>The virtual system was migrated, or the check was performed.</summary>
    Completed = 0,

    /// <summary>The method is not implemented.</summary>
    NotSupported = 1,

    /// <summary>It failed for a reason that none of the others names.</summary>
    Failed = 2,

    /// <summary>It took too long; the state of the virtual system is not known.</summary>
    Timeout = 3,

    /// <summary>A parameter is formally invalid.</summary>
    InvalidParameter = 4,

    /// <summary>The virtual system or one of the hosts is in a state that does not allow it; this may pass.</summary>
    InvalidState = 5,

    /// <summary>The parameters do not go together, or not with the target host.</summary>
    IncompatibleParameters = 6,

    /// <summary>The parameters were checked and a job was started; never the answer of a check.</summary>
    JobStarted = 4096,
}
