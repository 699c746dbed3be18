namespace VsMigration.Jobs.Scheduling;

/// <summary>What the scheduler needs to know of one job.</summary>
internal sealed record ScheduledJob
{
    /// <summary>Which job.</summary>
    public string Id { get; init; } = "";

    /// <summary>The lower the number, the higher the priority.</summary>
    public ushort Priority { get; init; }

    /// <summary>Its place in the order of submission.</summary>
    public long Sequence { get; init; }

    /// <summary>The identity of the host that it leaves.</summary>
    public string SourceHost { get; init; } = "";

    /// <summary>The identity of the host that it goes to.</summary>
    public string DestinationHost { get; init; } = "";

    /// <summary>The bandwidth asked for; null = as much as there is.</summary>
    public ulong? BytesPerSecond { get; init; }

    public BandwidthRequest ToBandwidthRequest() => new(Id, Priority, BytesPerSecond);
}
