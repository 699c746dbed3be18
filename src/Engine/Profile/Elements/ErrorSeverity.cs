namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_Error.PerceivedSeverity that a migration uses.</summary>
[Clause("10.6")]
public enum ErrorSeverity
{
    /// <summary>Good news, or none (PerceivedSeverity 2, Information).</summary>
    Information = 2,

    /// <summary>Worth knowing; blocks nothing (PerceivedSeverity 3, Degraded/Warning).</summary>
    Warning = 3,

    /// <summary>Blocks the migration, or ended it (PerceivedSeverity 5, Major).</summary>
    Error = 5,
}
