using System;

namespace VsMigration.Platforms.Simulator;

/// <summary>One pass over the memory, or the last part that is sent while the guest stands still.</summary>
public sealed record PreCopyRound
{
    /// <summary>1 for the first pass, which sends all of the memory.</summary>
    public int Number { get; init; }

    /// <summary>Bytes sent in it.</summary>
    public double Bytes { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What the guest dirtied meanwhile, bytes: what the next round sends.</summary>
    public double Remaining { get; init; }

    /// <summary>The downtime if the guest were stopped at the end of it.</summary>
    public TimeSpan ExpectedDowntime { get; init; }

    /// <summary>The part of its processor time that the guest was held back by, 0 to 1.</summary>
    public double Throttle { get; init; }

    /// <summary>Whether the guest stood still.</summary>
    public bool IsStopAndCopy { get; init; }
}
