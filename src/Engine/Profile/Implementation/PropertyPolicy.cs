namespace VsMigration.Profile.Implementation;

/// <summary>
/// Whether the values of a setting that defines capabilities hold each for itself or only together. Values of
/// CIM_SettingsDefineCapabilities.PropertyPolicy (CIM schema 2.22).
/// </summary>
[Clause("7.4.1-2", "7.4.2-3", "7.4.2-4")]
public enum PropertyPolicy
{
    /// <summary>Each value holds whatever the others are.</summary>
    Independent = 0,

    /// <summary>The values hold as a set; in a range, the values that are not numbers select where it applies.</summary>
    Correlated = 1,
}
