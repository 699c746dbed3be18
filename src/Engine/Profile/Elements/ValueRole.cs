namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_SettingsDefineCapabilities.ValueRole.</summary>
[Clause("7.4.1", "7.4.2")]
public enum ValueRole
{
    /// <summary>What applies where a request leaves something out.</summary>
    Default = 0,

    /// <summary>What works best.</summary>
    Optimal = 1,

    /// <summary>What is usual.</summary>
    Mean = 2,

    /// <summary>What is admissible; the schema's default.</summary>
    Supported = 3,
}
