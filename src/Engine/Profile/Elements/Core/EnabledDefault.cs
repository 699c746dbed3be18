namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_EnabledLogicalElement.EnabledDefault.</summary>
public enum EnabledDefault
{
    /// <summary>It starts enabled.</summary>
    Enabled = 2,

    /// <summary>It starts disabled.</summary>
    Disabled = 3,

    /// <summary>It cannot be enabled or disabled.</summary>
    NotApplicable = 5,

    /// <summary>It starts and takes nothing new.</summary>
    EnabledButOffline = 6,

    /// <summary>No state in particular.</summary>
    NoDefault = 7,

    /// <summary>It starts restricted.</summary>
    Quiesce = 9,
}
