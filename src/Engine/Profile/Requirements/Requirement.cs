namespace VsMigration.Profile.Requirements;

/// <summary>One thing that DMTF DSP1081 1.0.0 demands, allows or tells: a statement of its clauses 6 to 10, or a row of its Tables 2 to 37.</summary>
public sealed record Requirement
{
    /// <summary>The clause and the statement's number in it (<c>7.4.2-3</c>), or the table and the row's (<c>T18-2</c>).</summary>
    public string Id { get; init; } = "";

    /// <summary>How binding it is.</summary>
    public RequirementLevel Level { get; init; }

    /// <summary>Where it applies; empty = everywhere.</summary>
    public string Condition { get; init; } = "";

    /// <summary>What must hold, in our words.</summary>
    public string Text { get; init; } = "";

    /// <summary>How we read it where the letter misleads, says nothing, or disagrees with the CIM schema; else empty.</summary>
    public string Reading { get; init; } = "";

    /// <summary>Whether we knowingly do other than the letter; <see cref="Reading"/> says what.</summary>
    public bool Deviates { get; init; }

    /// <summary>The clause or table that it belongs to: <c>7.4.2</c>, <c>T18</c>.</summary>
    public string Clause => Id.Substring(0, Id.LastIndexOf('-'));

    /// <inheritdoc/>
    public override string ToString() => Id + ": " + Text;
}
