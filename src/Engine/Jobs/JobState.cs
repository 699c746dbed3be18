using VsMigration.Profile;

namespace VsMigration.Jobs;

/// <summary>States of a migration job: values of CIM_ConcreteJob.JobState (CIM schema 2.49), and one of the vendor's range.</summary>
[Clause("T20-1")]
public enum JobState
{
    /// <summary>Never started.</summary>
    New = 2,

    /// <summary>On its way into Running.</summary>
    Starting = 3,

    /// <summary>At work.</summary>
    Running = 4,

    /// <summary>Held back before it changed anything; can be started.</summary>
    Suspended = 5,

    /// <summary>Asked to stop, or failed, and undoing what it had done.</summary>
    ShuttingDown = 6,

    /// <summary>The virtual system was seen at the destination, and not any more at the source.</summary>
    Completed = 7,

    /// <summary>Somebody stopped it, and it was undone.</summary>
    Terminated = 8,

    /// <summary>Somebody stopped it at once; something may be left to clean up.</summary>
    Killed = 9,

    /// <summary>It failed; the job's errors say why.</summary>
    Exception = 10,

    /// <summary>The process that ran it ended in the middle; its record says how far it had come (vendor's range of the schema).</summary>
    Interrupted = 32768,
}
