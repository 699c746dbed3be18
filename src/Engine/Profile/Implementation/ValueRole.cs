namespace VsMigration.Profile.Implementation;

/// <summary>
/// What a setting that defines capabilities is for. Values of CIM_SettingsDefineCapabilities.ValueRole (CIM schema 2.22), whose own
/// default is Supported.
/// </summary>
[Clause("7.4.1-3", "7.4.2-5")]
public enum ValueRole
{
    /// <summary>It applies where a request says nothing.</summary>
    Default = 0,

    /// <summary>It is the best choice. The profile makes no use of it.</summary>
    Optimal = 1,

    /// <summary>It is an average. The profile makes no use of it.</summary>
    Mean = 2,

    /// <summary>It is admissible, or bounds what is.</summary>
    Supported = 3,
}
