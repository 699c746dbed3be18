namespace VsMigration.Platforms.Simulator;

/// <summary>The actions of <see cref="IMigrationActions"/>, so that a fault can name one.</summary>
internal enum SimulatorAction
{
    /// <summary><see cref="IMigrationActions.PrepareStorageAsync"/></summary>
    PrepareStorage,

    /// <summary><see cref="IMigrationActions.DiscardStorageAsync"/></summary>
    DiscardStorage,

    /// <summary><see cref="IMigrationActions.CopyVolumesAsync"/></summary>
    CopyVolumes,

    /// <summary><see cref="IMigrationActions.PauseAsync"/></summary>
    Pause,

    /// <summary><see cref="IMigrationActions.LoadSavedStateAsync"/></summary>
    LoadSavedState,

    /// <summary><see cref="IMigrationActions.ShutDownAsync"/></summary>
    ShutDown,

    /// <summary><see cref="IMigrationActions.RestoreSourceAsync"/></summary>
    RestoreSource,

    /// <summary><see cref="IMigrationActions.TransferAsync"/></summary>
    Transfer,

    /// <summary><see cref="IMigrationActions.AbandonTransferAsync"/></summary>
    AbandonTransfer,

    /// <summary><see cref="ITransferControl.SetBandwidthAsync"/></summary>
    SetBandwidth,

    /// <summary><see cref="ITransferControl.SetMaxDowntimeAsync"/></summary>
    SetMaxDowntime,

    /// <summary><see cref="ITransferControl.SwitchToPostCopyAsync"/></summary>
    SwitchToPostCopy,

    /// <summary><see cref="IMigrationActions.DefineAtDestinationAsync"/></summary>
    DefineAtDestination,

    /// <summary><see cref="IMigrationActions.UndefineAtDestinationAsync"/></summary>
    UndefineAtDestination,

    /// <summary><see cref="IMigrationActions.StartAtDestinationAsync"/></summary>
    StartAtDestination,

    /// <summary><see cref="IMigrationActions.StopAtDestinationAsync"/></summary>
    StopAtDestination,

    /// <summary><see cref="IMigrationActions.ResumeAtDestinationAsync"/></summary>
    ResumeAtDestination,

    /// <summary><see cref="IMigrationActions.SuspendAtDestinationAsync"/></summary>
    SuspendAtDestination,

    /// <summary><see cref="IMigrationActions.CarryOverAsync"/></summary>
    CarryOver,

    /// <summary><see cref="IMigrationActions.VerifyDestinationAsync"/></summary>
    VerifyDestination,

    /// <summary><see cref="IMigrationActions.ReleaseSourceAsync"/></summary>
    ReleaseSource,

    /// <summary><see cref="IMigrationActions.VerifySourceReleasedAsync"/></summary>
    VerifySourceReleased,
}
