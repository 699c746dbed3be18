namespace VsMigration.Profile.Implementation;

/// <summary>
/// Virtual system states (DSP1057 6.2.2), with the EnabledState value that shows each (DSP1057 7.2.2, CIM_EnabledLogicalElement).
/// </summary>
[Clause("6.2.1-1")]
[Clause("6.2.2-1", "6.2.2-2", "6.2.2-3", "6.2.2-4")]
[Clause("6.2.3-1", "6.2.3-2", "6.2.3-3", "6.2.3-4")]
public enum VirtualSystemState
{
    /// <summary>The platform does not say.</summary>
    Unknown = 0,

    /// <summary>Instantiated and performing tasks (EnabledState 2, Enabled).</summary>
    Active = 2,

    /// <summary>Defined only: not instantiated (EnabledState 3, Disabled).</summary>
    Defined = 3,

    /// <summary>On its way from Active to Defined (EnabledState 4, Shutting Down).</summary>
    ShuttingDown = 4,

    /// <summary>Its state is saved in storage, its resources are given back (EnabledState 6, Enabled but Offline).</summary>
    Suspended = 6,

    /// <summary>Instantiated and stopped, all of it in memory (EnabledState 9, Quiesce).</summary>
    Paused = 9,
}
