using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Requirements;

namespace VsMigration.Conformance;

/// <summary>How many requirements of one level came to which result.</summary>
public sealed record ConformanceCount
{
    /// <summary>The level.</summary>
    public RequirementLevel Level { get; init; }

    /// <summary>Seen to hold.</summary>
    public int Pass { get; init; }

    /// <summary>Seen not to hold.</summary>
    public int Fail { get; init; }

    /// <summary>Condition not met, option not taken.</summary>
    public int NotApplicable { get; init; }

    /// <summary>Not seen.</summary>
    public int NotTested { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Level}: {Pass} pass, {Fail} fail, {NotApplicable} not applicable, {NotTested} not tested");
}

/// <summary>What a test of a server came to.</summary>
public sealed record ConformanceSummary
{
    /// <summary>
    /// Fail where a mandatory or conditional requirement was seen not to hold; Pass where all of those that apply were seen to hold; else
    /// NotTested: nothing speaks against the server, but not everything was seen.
    /// </summary>
    public ConformanceOutcome Verdict { get; init; }

    /// <summary>The numbers, one row a level.</summary>
    public IReadOnlyList<ConformanceCount> Levels { get; init; } = new List<ConformanceCount>();

    /// <summary>What failed, whatever its level.</summary>
    public IReadOnlyList<ConformanceResult> Failures { get; init; } = new List<ConformanceResult>();

    /// <summary>The summary of results.</summary>
    public static ConformanceSummary Of(IReadOnlyCollection<ConformanceResult> results)
    {
        var binding = results.Where(result => result.Level is RequirementLevel.Mandatory or RequirementLevel.Conditional).ToList();
        return new ConformanceSummary
        {
            Verdict = binding.Exists(result => result.Result == ConformanceOutcome.Fail) ? ConformanceOutcome.Fail
                : binding.Count == 0 || binding.Exists(result => result.Result == ConformanceOutcome.NotTested) ? ConformanceOutcome.NotTested
                : ConformanceOutcome.Pass,
            Levels = results.GroupBy(result => result.Level).OrderBy(level => level.Key).Select(level => new ConformanceCount
            {
                Level = level.Key,
                Pass = level.Count(result => result.Result == ConformanceOutcome.Pass),
                Fail = level.Count(result => result.Result == ConformanceOutcome.Fail),
                NotApplicable = level.Count(result => result.Result == ConformanceOutcome.NotApplicable),
                NotTested = level.Count(result => result.Result == ConformanceOutcome.NotTested),
            }).ToList(),
            Failures = results.Where(result => result.Result == ConformanceOutcome.Fail).ToList(),
        };
    }
}
