namespace VsMigration.Platforms;

/// <summary>What becomes of one virtual resource on the way.</summary>
public abstract record ResourceChange
{
    /// <summary>Which element of NewResourceSettingData asked for it, from 0.</summary>
    public int Index { get; init; }
}

/// <summary>Another amount of memory.</summary>
public sealed record MemoryChange : ResourceChange
{
    /// <summary>Bytes. A platform that deals memory in larger pieces rounds up.</summary>
    public ulong Bytes { get; init; }
}

/// <summary>Another number of virtual processors.</summary>
public sealed record ProcessorChange : ResourceChange
{
    /// <summary>How many.</summary>
    public int Count { get; init; }
}

/// <summary>An adapter that is plugged into something else, or a new one.</summary>
public sealed record AdapterChange : ResourceChange
{
    /// <summary>Its MAC address, lower case.</summary>
    public string Mac { get; init; } = "";

    /// <summary>What it is plugged into at the destination.</summary>
    public NetworkFacts Network { get; init; } = new();

    /// <summary>Whether the virtual system has none of that address yet.</summary>
    public bool IsNew { get; init; }
}

/// <summary>A disk that lies elsewhere at the destination, or a new one, which must be there.</summary>
public sealed record DiskChange : ResourceChange
{
    /// <summary>The name that the guest sees it by, such as <c>vdb</c>.</summary>
    public string Target { get; init; } = "";

    /// <summary>File or block device at the destination.</summary>
    public string Path { get; init; } = "";

    /// <summary>Of a new disk: its image format; empty = what the destination's storage says.</summary>
    public string Format { get; init; } = "";

    /// <summary>Whether the virtual system has none of that name yet.</summary>
    public bool IsNew { get; init; }
}
