namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_EnabledLogicalElement.RequestedState, AvailableRequestedStates and TransitioningToState.</summary>
public enum RequestedState
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>At work.</summary>
    Enabled = 2,

    /// <summary>Not at work.</summary>
    Disabled = 3,

    /// <summary>Down, in order.</summary>
    ShutDown = 4,

    /// <summary>As it is.</summary>
    NoChange = 5,

    /// <summary>Saved: a virtual system that is Suspended.</summary>
    Offline = 6,

    /// <summary>Being tested.</summary>
    Test = 7,

    /// <summary>It takes requests and does none yet.</summary>
    Deferred = 8,

    /// <summary>A virtual system that is Paused.</summary>
    Quiesce = 9,

    /// <summary>Down and up again, in order.</summary>
    Reboot = 10,

    /// <summary>Down and up again, at once.</summary>
    Reset = 11,

    /// <summary>Nobody can ask.</summary>
    NotApplicable = 12,
}
