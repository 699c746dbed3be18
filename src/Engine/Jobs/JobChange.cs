using System;

namespace VsMigration.Jobs;

/// <summary>What is to be changed of a job (ModifyInstance of VSM_MigrationJob); null = as it is.</summary>
public sealed record JobChange
{
    /// <summary>Priority, 1 the highest; 0 = the default.</summary>
    public ushort? Priority { get; init; }

    /// <summary>The bandwidth asked for, in <see cref="BandwidthUnit"/>; 0 = as much as there is.</summary>
    public ushort? Bandwidth { get; init; }

    /// <summary>
    /// The unit of <see cref="Bandwidth"/>: a data rate as DSP0004 writes it, or <c>percent</c> of what the host has for migrations; null =
    /// <c>byte/second*2^20</c>.
    /// </summary>
    public string? BandwidthUnit { get; init; }

    /// <summary>How long the guest may stand still, more than zero.</summary>
    public TimeSpan? MaxDowntime { get; init; }

    /// <summary>Whether the virtual system shall run on at the destination at once (post-copy).</summary>
    public bool SwitchToPostCopy { get; init; }

    /// <summary>How long the job is kept after its end, zero or more.</summary>
    public TimeSpan? TimeBeforeRemoval { get; init; }

    /// <summary>Whether it goes by itself after <see cref="TimeBeforeRemoval"/>.</summary>
    public bool? DeleteOnCompletion { get; init; }
}
