using System;

namespace VsMigration.Profile.Elements;

/// <summary>How far a transfer has come: what VSM_MigrationJob adds to CIM_ConcreteJob. A driver reports one after another.</summary>
public sealed record MigrationProgress
{
    /// <summary>Nothing moved yet.</summary>
    public static MigrationProgress None { get; } = new();

    /// <summary>0 to 100; the job never shows less than it has shown, and 100 only at its end.</summary>
    public int PercentComplete { get; init; }

    /// <summary>Bytes of memory and disks sent so far, repeated pages counted each time.</summary>
    public ulong BytesTransferred { get; init; }

    /// <summary>Bytes still to be sent, as of now; grows when the guest dirties memory faster than it is sent.</summary>
    public ulong BytesRemaining { get; init; }

    /// <summary>Bytes of memory and disks in all.</summary>
    public ulong BytesTotal { get; init; }

    /// <summary>Transfer rate, bytes per second.</summary>
    public ulong BytesPerSecond { get; init; }

    /// <summary>Memory that the guest dirties, bytes per second; 0 where it is not known.</summary>
    public ulong DirtyBytesPerSecond { get; init; }

    /// <summary>Pre-copy passes over the memory so far.</summary>
    public int Iterations { get; init; }

    /// <summary>The downtime to expect if the guest were switched over now; null where it is not known.</summary>
    public TimeSpan? ExpectedDowntime { get; init; }

    /// <summary>How long the guest stood still; null until it has been switched over.</summary>
    public TimeSpan? Downtime { get; init; }
}
