namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_ManagedSystemElement.OperationalStatus.</summary>
public enum OperationalStatus
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>StatusDescriptions says it.</summary>
    Other = 1,

    /// <summary>All is well.</summary>
    OK = 2,

    /// <summary>It works, but not as well as it should.</summary>
    Degraded = 3,

    /// <summary>It works and needs attention.</summary>
    Stressed = 4,

    /// <summary>It works and will probably fail soon.</summary>
    PredictiveFailure = 5,

    /// <summary>It failed.</summary>
    Error = 6,

    /// <summary>It failed, and somebody must help.</summary>
    NonRecoverableError = 7,

    /// <summary>On its way up.</summary>
    Starting = 8,

    /// <summary>On its way down, in order.</summary>
    Stopping = 9,

    /// <summary>Stopped, in order.</summary>
    Stopped = 10,

    /// <summary>Being maintained.</summary>
    InService = 11,

    /// <summary>Never reached.</summary>
    NoContact = 12,

    /// <summary>Reached before, and not now.</summary>
    LostCommunication = 13,

    /// <summary>Stopped, not in order.</summary>
    Aborted = 14,

    /// <summary>Idle.</summary>
    Dormant = 15,

    /// <summary>It is well, and something that it needs is not.</summary>
    SupportingEntityInError = 16,

    /// <summary>It has done what it was to do; together with OK, Error or Degraded.</summary>
    Completed = 17,

    /// <summary>A power mode says more.</summary>
    PowerMode = 18,

    /// <summary>On its way to another host.</summary>
    Relocating = 19,
}
