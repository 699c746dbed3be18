namespace VsMigration.Profile.Methods;

/// <summary>
/// The standard messages of DSP1081 Tables 3, 5, 7 and 9 (interface data of the DMTF), and a few of ours where it has none.
/// Where a placeholder stands for a phrase ("<c>is not reachable</c>"), the caller writes it as the template's sentence wants it.
/// </summary>
[Clause("T3", "T5", "T7", "T9")]
public static class StandardMessages
{
    private const string Dmtf = "DMTF";
    private const string Ours = "VsMigration";

    /// <summary>(virtual system)</summary>
    public static readonly StandardMessage SystemDoesNotExist = new("SVPC0003", Dmtf,
        "The virtual system named {0} does not exist.");

    /// <summary>(virtual system, its state, required states)</summary>
    public static readonly StandardMessage SystemStateInvalid = new("SVPC0004", Dmtf,
        "The virtual system named {0} is in the {1} state, but the requested operation requires one of the following virtual system states: {2}.");

    /// <summary>(virtual system, its type, required types). <c>type … state</c> is the table's wording, <i>sic</i>.</summary>
    public static readonly StandardMessage SystemTypeInvalid = new("SVPC0005", Dmtf,
        "The virtual system named {0} has the virtual system type {1} state, but the requested operation requires one of the following virtual system types: {2}.");

    /// <summary>(virtual system, configuration error: "has 2 snapshots")</summary>
    public static readonly StandardMessage SystemConfigurationPrevents = new("SVPC0006", Dmtf,
        "The virtual system named {0} {1} that prevent(s) the requested operation.");

    /// <summary>(file, unexpected state: "does not exist at …")</summary>
    public static readonly StandardMessage FileStateUnexpected = new("SVPC0101", Dmtf, "The file {0} {1}.");

    /// <summary>(file, failed operation: "could not be copied")</summary>
    public static readonly StandardMessage FileOperationFailed = new("SVPC0102", Dmtf, "The file {0} {1}.");

    /// <summary>(virtual system, source host, target host)</summary>
    public static readonly StandardMessage MigrationInitiated = new("SVPC8001", Dmtf,
        "The migration process migrating the virtual system named {0} from the host system named {1} to the host system named {2} has been initiated.");

    /// <summary>(virtual system, source host, target host)</summary>
    public static readonly StandardMessage MigrationFailed = new("SVPC8003", Dmtf,
        "The migration process migrating the virtual system named {0} from the host system named {1} to the host system named {2} has failed.");

    /// <summary>(virtual system, source host, target host)</summary>
    public static readonly StandardMessage MigrationCompleted = new("SVPC8004", Dmtf,
        "The migration process migrating the virtual system named {0} from the host system named {1} to the host system named {2} has successfully completed.");

    /// <summary>(target host, its state: "is not reachable"). The table prints no blank between the two, <i>sic</i>; we print one.</summary>
    public static readonly StandardMessage TargetHostState = new("SVPC8020", Dmtf, "The target host named {0} {1}.");

    /// <summary>(virtual system)</summary>
    public static readonly StandardMessage TargetSystemExists = new("SVPC8021", Dmtf,
        "The target virtual system named {0} already exists.");

    /// <summary>(virtual system, failed activity: "could not be started")</summary>
    public static readonly StandardMessage TargetSystemActivityFailed = new("SVPC8022", Dmtf,
        "The target virtual system named {0} {1}.");

    /// <summary>(virtual system, configuration error)</summary>
    public static readonly StandardMessage TargetSystemConfiguration = new("SVPC8023", Dmtf,
        "The target virtual system named {0} {1}.");

    /// <summary>(virtual system, resource type, target host)</summary>
    public static readonly StandardMessage ResourceUnsatisfied = new("SVPC8030", Dmtf,
        "The resource requirements of the virtual system named {0} for the {1} cannot be satisfied at the target host system named {2}.");

    /// <summary>(operation, parameter, index, error, what is expected)</summary>
    public static readonly StandardMessage ParameterInvalid = new("SVPC8040", Dmtf,
        "The {0}() parameter {1} at index {2} is {3}; expected parameter value is {4}.");

    /// <summary>(virtual system, target host, component error, its code)</summary>
    public static readonly StandardMessage ComponentError = new("SVPC8041", Dmtf,
        "The migration of the virtual system named {0} to the target host system named {1} failed because a {2} {3} occurred.");

    /// <summary>(virtual system, target host)</summary>
    public static readonly StandardMessage MigrationTimedOut = new("SVPC8042", Dmtf,
        "The migration of the virtual system named {0} to the target host system named {1} failed because a timeout occurred.");

    /// <summary>(transport, target host)</summary>
    public static readonly StandardMessage MemoryInTheClear = new("VSM0001", Ours,
        "The memory crosses the network in the clear: the transport {0} to the host system named {1} is neither encrypted nor confined to this machine.");

    /// <summary>(virtual system, source host, what remained)</summary>
    public static readonly StandardMessage SourceRemains = new("VSM0002", Ours,
        "After the migration of the virtual system named {0}, the host system named {1} still has {2}.");

    /// <summary>(virtual system, source host, target host)</summary>
    public static readonly StandardMessage MigrationCancelled = new("VSM0003", Ours,
        "The migration process migrating the virtual system named {0} from the host system named {1} to the host system named {2} has been cancelled.");

    /// <summary>(step, virtual system, reason)</summary>
    public static readonly StandardMessage UndoFailed = new("VSM0004", Ours,
        "The step {0} of the migration of the virtual system named {1} could not be undone: {2}");

    /// <summary>(virtual system, last step, process)</summary>
    public static readonly StandardMessage MigrationInterrupted = new("VSM0005", Ours,
        "The migration of the virtual system named {0} was interrupted after the step {1}: the process {2} that ran it has ended.");

    /// <summary>(file, target host)</summary>
    public static readonly StandardMessage FileWillBeOverwritten = new("VSM0006", Ours,
        "The file {0} exists on the host system named {1} and will be overwritten.");

    /// <summary>(virtual system, what the guest may still do)</summary>
    public static readonly StandardMessage ShutdownStillPending = new("VSM0007", Ours,
        "The virtual system named {0} did not shut down in time; it was asked to, and may still do so.");
}
