namespace VsMigration.Platforms.Simulator;

/// <summary>What the model knows of a guest.</summary>
public sealed record PreCopyGuest
{
    /// <summary>Memory, bytes.</summary>
    public ulong Memory { get; init; }

    /// <summary>Bytes of disks that are copied before the memory, while the guest runs.</summary>
    public ulong Disks { get; init; }

    /// <summary>Memory that it writes to when nothing holds it back, bytes per second; a page written twice counts twice.</summary>
    public ulong DirtyBytesPerSecond { get; init; }

    /// <summary>
    /// The writable working set: the memory that it writes to at all in the time of a migration, bytes. However long a round takes,
    /// not more than this is dirty at its end.
    /// </summary>
    public ulong WritableWorkingSet { get; init; }
}
