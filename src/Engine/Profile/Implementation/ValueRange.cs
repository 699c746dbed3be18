namespace VsMigration.Profile.Implementation;

/// <summary>
/// How the values of a setting that defines capabilities are meant. Values of CIM_SettingsDefineCapabilities.ValueRange (CIM schema
/// 2.22). Bounds and increments look at numbers only; enumerations are matched, never ranged.
/// </summary>
[Clause("7.4.1-4", "7.4.2-6", "7.4.2-9", "7.4.2-13", "7.4.2-17")]
public enum ValueRange
{
    /// <summary>These very values.</summary>
    Point = 0,

    /// <summary>The lowest values, themselves admissible.</summary>
    Minimums = 1,

    /// <summary>The highest values, themselves admissible.</summary>
    Maximums = 2,

    /// <summary>The steps between the lowest and the highest values, counted from the lowest.</summary>
    Increments = 3,
}
