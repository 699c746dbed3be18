namespace VsMigration.Platforms;

/// <summary>One disk of a virtual system at the source.</summary>
public sealed record DiskFacts
{
    /// <summary>The name that the guest sees it by, such as <c>vda</c>.</summary>
    public string Target { get; init; } = "";

    /// <summary>File or block device; empty for one without a medium or on a network.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether the guest may write to it.</summary>
    public bool IsWritable { get; init; }

    /// <summary>
    /// Whether it is no file of this host at all: a network disk, or marked as shared in the definition.
    /// </summary>
    public bool IsShared { get; init; }

    /// <summary>What the guest sees, bytes.</summary>
    public ulong Capacity { get; init; }

    /// <summary>Image format, such as <c>raw</c> and <c>qcow2</c>.</summary>
    public string Format { get; init; } = "";

    /// <summary>Whether it stands on another image, on which its content depends.</summary>
    public bool HasBackingImage { get; init; }

    /// <summary>
    /// A mark of the very file (a fingerprint of its file system and number, or of a token beside it), by which the destination can
    /// tell that its file of that path is the same one; empty where there is none.
    /// </summary>
    public string FileMark { get; init; } = "";
}
