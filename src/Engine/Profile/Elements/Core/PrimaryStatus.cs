namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_ManagedSystemElement.PrimaryStatus.</summary>
public enum PrimaryStatus
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Green.</summary>
    OK = 1,

    /// <summary>Yellow.</summary>
    Degraded = 2,

    /// <summary>Red.</summary>
    Error = 3,
}
