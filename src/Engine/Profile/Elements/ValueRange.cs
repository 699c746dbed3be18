namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_SettingsDefineCapabilities.ValueRange.</summary>
[Clause("7.4.1", "7.4.2")]
public enum ValueRange
{
    /// <summary>One setting.</summary>
    Point = 0,

    /// <summary>Each number is the least admissible, itself included.</summary>
    Minimums = 1,

    /// <summary>Each number is the greatest admissible, itself included.</summary>
    Maximums = 2,

    /// <summary>Each number is the step from the minimum on.</summary>
    Increments = 3,
}
