namespace VsMigration.Jobs;

/// <summary>The steps that a migration can be made of, by the names that its record shows.</summary>
public enum MigrationStepName
{
    /// <summary>Create the targets of disks that move along.</summary>
    PrepareStorage,

    /// <summary>Shut the virtual system down at the source.</summary>
    ShutDown,

    /// <summary>Copy the disks of a virtual system that does not run.</summary>
    CopyVolumes,

    /// <summary>Pause it at the source.</summary>
    Pause,

    /// <summary>Bring a suspended one back from its saved state, paused, at the source.</summary>
    LoadSavedState,

    /// <summary>Move memory, devices and definition.</summary>
    Transfer,

    /// <summary>Define it at the destination.</summary>
    DefineAtDestination,

    /// <summary>Carry over what the platform leaves behind, such as autostart.</summary>
    CarryOver,

    /// <summary>Start it at the destination.</summary>
    StartAtDestination,

    /// <summary>Resume it at the destination.</summary>
    ResumeAtDestination,

    /// <summary>Save its state at the destination, so that it is suspended there as it was.</summary>
    SuspendAtDestination,

    /// <summary>Look whether the destination has it.</summary>
    VerifyDestination,

    /// <summary>Remove it from the source.</summary>
    ReleaseSource,

    /// <summary>Look whether the source has let it go.</summary>
    VerifySource,
}
