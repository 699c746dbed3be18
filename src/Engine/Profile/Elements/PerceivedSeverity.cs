namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_Indication.PerceivedSeverity and CIM_Error.PerceivedSeverity.</summary>
[Clause("10.6")]
public enum PerceivedSeverity
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>OtherSeverity says it.</summary>
    Other = 1,

    /// <summary>For information.</summary>
    Information = 2,

    /// <summary>Worth knowing; blocks nothing.</summary>
    DegradedOrWarning = 3,

    /// <summary>Something should be done, some time.</summary>
    Minor = 4,

    /// <summary>Something must be done.</summary>
    Major = 5,

    /// <summary>Something must be done at once.</summary>
    Critical = 6,

    /// <summary>Too late.</summary>
    FatalOrNonRecoverable = 7,
}
