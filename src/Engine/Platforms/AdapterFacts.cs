namespace VsMigration.Platforms;

/// <summary>One network adapter of a virtual system at the source.</summary>
public sealed record AdapterFacts
{
    /// <summary>Its MAC address, such as <c>52:54:00:6b:3c:58</c>.</summary>
    public string Mac { get; init; } = "";

    /// <summary>What it is plugged into; null where that is nothing that a host could lack.</summary>
    public NetworkFacts? Network { get; init; }
}
