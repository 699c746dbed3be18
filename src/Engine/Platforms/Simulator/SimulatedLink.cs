namespace VsMigration.Platforms.Simulator;

/// <summary>What guest memory travels on between two hosts, the same in both directions; each direction is shared by its transfers.</summary>
internal sealed record SimulatedLink
{
    public string HostA { get; init; } = "";

    public string HostB { get; init; } = "";

    /// <summary>What a transfer gets out of it, each way.</summary>
    public ulong BytesPerSecond { get; init; }

    public bool IsUp { get; init; } = true;

    /// <summary>Whether it joins these two, in either order.</summary>
    public bool Joins(string one, string other) => (HostA == one && HostB == other) || (HostA == other && HostB == one);
}
