namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_SettingsDefineCapabilities.PropertyPolicy.</summary>
[Clause("7.4.1", "7.4.2")]
public enum PropertyPolicy
{
    /// <summary>Each value holds whatever the others are.</summary>
    Independent = 0,

    /// <summary>The values hold together only; enumerations among them select where the others hold.</summary>
    Correlated = 1,
}
