namespace VsMigration.Platforms;

/// <summary>What one network adapter of a virtual system is plugged into.</summary>
public sealed record NetworkFacts
{
    /// <summary>Whether <see cref="Name"/> is a network, a bridge or another thing of the host's: <c>network</c>, <c>bridge</c>, <c>direct</c>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => Kind + " " + Name;
}
