namespace VsMigration.Conformance;

/// <summary>What came of testing a requirement.</summary>
public enum ConformanceOutcome
{
    /// <summary>It was seen to hold, as far as it could be seen.</summary>
    Pass = 0,

    /// <summary>It was seen not to hold.</summary>
    Fail = 1,

    /// <summary>Its condition is not met, or the option is not taken.</summary>
    NotApplicable = 2,

    /// <summary>It could not be seen; the evidence says why.</summary>
    NotTested = 3,
}
