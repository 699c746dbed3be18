namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_EnabledLogicalElement.EnabledState.</summary>
public enum EnabledState
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>OtherEnabledState says it.</summary>
    Other = 1,

    /// <summary>At work; a virtual system that is Active.</summary>
    Enabled = 2,

    /// <summary>Not at work; a virtual system that is Defined.</summary>
    Disabled = 3,

    /// <summary>On its way into Disabled.</summary>
    ShuttingDown = 4,

    /// <summary>It cannot be enabled or disabled.</summary>
    NotApplicable = 5,

    /// <summary>It does what is under way and takes nothing new; a virtual system that is Suspended.</summary>
    EnabledButOffline = 6,

    /// <summary>Being tested.</summary>
    InTest = 7,

    /// <summary>It takes requests and does none yet.</summary>
    Deferred = 8,

    /// <summary>Enabled and restricted; a virtual system that is Paused.</summary>
    Quiesce = 9,

    /// <summary>On its way into Enabled.</summary>
    Starting = 10,
}
