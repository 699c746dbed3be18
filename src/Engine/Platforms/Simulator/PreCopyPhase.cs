namespace VsMigration.Platforms.Simulator;

/// <summary>Where a modelled transfer stands.</summary>
public enum PreCopyPhase
{
    /// <summary>Disks are copied; the guest runs at the source.</summary>
    Disks,

    /// <summary>Rounds over the memory; the guest runs at the source.</summary>
    PreCopy,

    /// <summary>The guest stands still while the rest is sent.</summary>
    StopAndCopy,

    /// <summary>The guest runs at the destination and fetches the rest.</summary>
    PostCopy,

    /// <summary>All of it is at the destination.</summary>
    Completed,
}
