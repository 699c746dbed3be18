namespace VsMigration.Platforms;

/// <summary>What a destination has, or could have, at the path of one disk.</summary>
public sealed record DiskPlacement
{
    /// <summary>The disk's path here.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether it is the very same file or device as at the source, and so is not copied.</summary>
    public bool IsSame { get; init; }

    /// <summary>Whether something is there already; null where the platform cannot tell (no storage pool covers the folder).</summary>
    public bool? Exists { get; init; }

    /// <summary>What is there: its capacity, bytes.</summary>
    public ulong Capacity { get; init; }

    /// <summary>What is there: its image format; empty where it is not known.</summary>
    public string Format { get; init; } = "";

    /// <summary>What is there is used by this other virtual system; empty if by none.</summary>
    public string UsedBy { get; init; } = "";

    /// <summary>Whether a storage pool of the host can create it.</summary>
    public bool CanBeCreated { get; init; }

    /// <summary>Free bytes where it would be created.</summary>
    public ulong FreeSpace { get; init; }
}
