using VsMigration.Profile.Requirements;

namespace VsMigration.Conformance;

/// <summary>One requirement of DSP1081 and what came of testing it.</summary>
public sealed record ConformanceResult
{
    /// <summary>The requirement's id, such as <c>7.4.2-3</c> or <c>T18-2</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>How binding it is.</summary>
    public RequirementLevel Level { get; init; }

    /// <summary>What came of it.</summary>
    public ConformanceOutcome Result { get; init; }

    /// <summary>What was seen, or why nothing was. The server's own words are bounded in length and free of control characters.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>What must hold, in our words.</summary>
    public string Requirement { get; init; } = "";

    /// <summary>Where it applies; empty = everywhere.</summary>
    public string Condition { get; init; } = "";

    /// <summary>The clause or table that it belongs to: <c>7.4.2</c>, <c>T18</c>.</summary>
    public string Clause { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Result}: {Evidence}";
}
