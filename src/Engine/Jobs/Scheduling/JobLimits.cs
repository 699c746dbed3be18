namespace VsMigration.Jobs.Scheduling;

/// <summary>How many migrations may be under way at once, and what they may take of a host's network. What is over waits in the queue.</summary>
/// <remarks>
/// The defaults suit hosts on a network of 1 to 10 Gbit/s: more migrations at once from one host do not end sooner, they only
/// take longer each, and the guests dirty more memory meanwhile.
/// </remarks>
public sealed record JobLimits
{
    /// <summary>Migrations at once in all, at least 1.</summary>
    public int MaximumMigrations { get; init; } = 16;

    /// <summary>Migrations at once that leave one host, at least 1.</summary>
    public int MaximumOutgoingPerHost { get; init; } = 8;

    /// <summary>Migrations at once that come to one host, at least 1.</summary>
    public int MaximumIncomingPerHost { get; init; } = 8;

    /// <summary>
    /// What the migrations that leave one host may use together, bytes per second, at least 1 MiB/s; null = it is not known, and each
    /// migration gets what it asks. It is what 100 percent are percent of, and what is shared by priority.
    /// </summary>
    public ulong? BytesPerSecondPerHost { get; init; }
}
