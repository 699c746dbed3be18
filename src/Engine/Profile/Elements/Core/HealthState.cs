namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_ManagedSystemElement.HealthState.</summary>
public enum HealthState
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>All is well.</summary>
    OK = 5,

    /// <summary>It works, but not as well as it should.</summary>
    DegradedOrWarning = 10,

    /// <summary>It works, some of it badly.</summary>
    MinorFailure = 15,

    /// <summary>It is failing.</summary>
    MajorFailure = 20,

    /// <summary>It does not work.</summary>
    CriticalFailure = 25,

    /// <summary>It does not work, and will not again.</summary>
    NonRecoverableError = 30,
}
