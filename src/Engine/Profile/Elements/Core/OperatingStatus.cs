namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_ManagedSystemElement.OperatingStatus.</summary>
public enum OperatingStatus
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Nobody says.</summary>
    NotAvailable = 1,

    /// <summary>Being maintained.</summary>
    Servicing = 2,

    /// <summary>On its way up.</summary>
    Starting = 3,

    /// <summary>On its way down, in order.</summary>
    Stopping = 4,

    /// <summary>Stopped, in order.</summary>
    Stopped = 5,

    /// <summary>Stopped, not in order.</summary>
    Aborted = 6,

    /// <summary>Idle.</summary>
    Dormant = 7,

    /// <summary>It has done what it was to do.</summary>
    Completed = 8,

    /// <summary>Being moved between hosts.</summary>
    Migrating = 9,

    /// <summary>Being moved away from its host.</summary>
    Emigrating = 10,

    /// <summary>Being moved to its host.</summary>
    Immigrating = 11,

    /// <summary>A snapshot is being made of it.</summary>
    Snapshotting = 12,

    /// <summary>On its way down.</summary>
    ShuttingDown = 13,

    /// <summary>Testing itself.</summary>
    InTest = 14,

    /// <summary>Between two states.</summary>
    Transitioning = 15,

    /// <summary>At work.</summary>
    InService = 16,
}
