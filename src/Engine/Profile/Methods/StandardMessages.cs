namespace VsMigration.Profile.Methods;

/// <summary>
/// The standard messages of DSP1081 Tables 3, 5, 7 and 9 (interface data of the DMTF), and a few of ours where it has none.
/// StandardMessages.tsv has their texts and all else that is said of them.
/// Where a placeholder stands for a phrase ("<c>is not reachable</c>"), the caller writes it as the template's sentence wants it.
/// </summary>
[Clause("T3", "T5", "T7", "T9")]
public static class StandardMessages
{
    /// <summary>(virtual system)</summary>
    public static readonly StandardMessage SystemDoesNotExist = Of("SVPC0003");

    /// <summary>(virtual system, its state, required states)</summary>
    public static readonly StandardMessage SystemStateInvalid = Of("SVPC0004");

    /// <summary>(virtual system, its type, required types). <c>type … state</c> is the table's wording, <i>sic</i>.</summary>
    public static readonly StandardMessage SystemTypeInvalid = Of("SVPC0005");

    /// <summary>(virtual system, configuration error: "has 2 snapshots")</summary>
    public static readonly StandardMessage SystemConfigurationPrevents = Of("SVPC0006");

    /// <summary>(file, unexpected state: "does not exist at …")</summary>
    public static readonly StandardMessage FileStateUnexpected = Of("SVPC0101");

    /// <summary>(file, failed operation: "could not be copied")</summary>
    public static readonly StandardMessage FileOperationFailed = Of("SVPC0102");

    /// <summary>(virtual system, source host, target host)</summary>
    public static readonly StandardMessage MigrationInitiated = Of("SVPC8001");

    /// <summary>(virtual system, source host, target host)</summary>
    public static readonly StandardMessage MigrationFailed = Of("SVPC8003");

    /// <summary>(virtual system, source host, target host)</summary>
    public static readonly StandardMessage MigrationCompleted = Of("SVPC8004");

    /// <summary>(target host, its state: "is not reachable"). The table prints no blank between the two, <i>sic</i>; we print one.</summary>
    public static readonly StandardMessage TargetHostState = Of("SVPC8020");

    /// <summary>(virtual system)</summary>
    public static readonly StandardMessage TargetSystemExists = Of("SVPC8021");

    /// <summary>(virtual system, failed activity: "could not be started")</summary>
    public static readonly StandardMessage TargetSystemActivityFailed = Of("SVPC8022");

    /// <summary>(virtual system, configuration error)</summary>
    public static readonly StandardMessage TargetSystemConfiguration = Of("SVPC8023");

    /// <summary>(virtual system, resource type, target host)</summary>
    public static readonly StandardMessage ResourceUnsatisfied = Of("SVPC8030");

    /// <summary>(operation, parameter, index, error, what is expected)</summary>
    public static readonly StandardMessage ParameterInvalid = Of("SVPC8040");

    /// <summary>(virtual system, target host, component error, its code)</summary>
    public static readonly StandardMessage ComponentError = Of("SVPC8041");

    /// <summary>(virtual system, target host)</summary>
    public static readonly StandardMessage MigrationTimedOut = Of("SVPC8042");

    /// <summary>(transport, target host)</summary>
    public static readonly StandardMessage MemoryInTheClear = Of("VSM0001");

    /// <summary>(virtual system, source host, what remained)</summary>
    public static readonly StandardMessage SourceRemains = Of("VSM0002");

    /// <summary>(virtual system, source host, target host)</summary>
    public static readonly StandardMessage MigrationCancelled = Of("VSM0003");

    /// <summary>(step, virtual system, reason)</summary>
    public static readonly StandardMessage UndoFailed = Of("VSM0004");

    /// <summary>(virtual system, last step, process)</summary>
    public static readonly StandardMessage MigrationInterrupted = Of("VSM0005");

    /// <summary>(file, target host)</summary>
    public static readonly StandardMessage FileWillBeOverwritten = Of("VSM0006");

    /// <summary>(virtual system, what the guest may still do)</summary>
    public static readonly StandardMessage ShutdownStillPending = Of("VSM0007");

    /// <summary>(virtual system, reason)</summary>
    public static readonly StandardMessage TransferNotChanged = Of("VSM0020");

    /// <summary>(what a CIM operation failed of, as a sentence)</summary>
    public static readonly StandardMessage OperationFailed = Of("VSM0200");

    private static StandardMessage Of(string id) => MessageCatalog.Find(id)!;
}
