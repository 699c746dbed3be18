namespace VsMigration.Profile.Requirements;

/// <summary>How binding a requirement of DSP1081 is.</summary>
public enum RequirementLevel
{
    /// <summary>Holds for every implementation.</summary>
    Mandatory = 0,

    /// <summary>Holds where its condition does.</summary>
    Conditional = 1,

    /// <summary>May be implemented; where it is, it is as written.</summary>
    Optional = 2,

    /// <summary>Binds nobody: a step of a use case, or a note.</summary>
    Informative = 3,
}
