using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Requirements;

namespace VsMigration.Conformance;

/// <summary>What the checks saw, merged to one result for each requirement.</summary>
internal sealed class Findings
{
    private const int Told = 3;
    private readonly List<ConformanceFinding> _all = new();

    /// <summary>Adds findings.</summary>
    /// <param name="outcome">What was seen.</param>
    /// <param name="evidence">How.</param>
    /// <param name="citations">Requirements, or clauses and tables, which stand for all of their own.</param>
    /// <exception cref="ArgumentException">There is no such requirement.</exception>
    public void Add(ConformanceOutcome outcome, string evidence, params string[] citations)
    {
        foreach (string citation in citations)
        {
            var rows = RequirementCatalog.Cited(citation).ToList();
            if (rows.Count == 0)
            {
                throw new ArgumentException($"There is no requirement {citation}.");
            }

            _all.AddRange(rows.Select(row => new ConformanceFinding(row.Id, outcome, Evidence.Clean(evidence))));
        }
    }

    /// <summary>It was seen to hold.</summary>
    public void Pass(string evidence, params string[] ids) => Add(ConformanceOutcome.Pass, evidence, ids);

    /// <summary>It was seen not to hold.</summary>
    public void Fail(string evidence, params string[] ids) => Add(ConformanceOutcome.Fail, evidence, ids);

    /// <summary>Its condition is not met.</summary>
    public void Skip(string evidence, params string[] ids) => Add(ConformanceOutcome.NotApplicable, evidence, ids);

    /// <summary>It could not be seen.</summary>
    public void Unseen(string evidence, params string[] ids) => Add(ConformanceOutcome.NotTested, evidence, ids);

    /// <summary>Holds or not.</summary>
    public void Judge(bool holds, string evidence, params string[] ids) => Add(holds ? ConformanceOutcome.Pass : ConformanceOutcome.Fail, evidence, ids);

    /// <summary>Holds or not; what was answered with an error, or not at all, does not, and the error is the evidence.</summary>
    /// <returns>Whether it holds.</returns>
    public bool Judge<T>(Answer<T> answer, Func<T, bool> holds, Func<T, string> evidence, params string[] ids)
        where T : class
    {
        bool good = answer.Value is { } value && holds(value);
        Judge(good, answer.Value is { } seen ? evidence(seen) : answer.Told, ids);
        return good;
    }

    /// <summary>The outcome so far of some requirements taken together; null where none of them has any.</summary>
    public ConformanceOutcome? Of(Func<string, bool> ids)
    {
        var seen = _all.Where(finding => ids(finding.Id)).Select(finding => (ConformanceOutcome?)finding.Outcome).ToList();
        return seen.Count == 0 ? null : seen.OrderBy(outcome => Rank(outcome!.Value)).First();
    }

    /// <summary>The ids, among some, that failed.</summary>
    public IReadOnlyList<string> Failed(Func<string, bool> ids) => _all
        .Where(finding => finding.Outcome == ConformanceOutcome.Fail && ids(finding.Id))
        .Select(finding => finding.Id).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>One result for each requirement of the catalog, in its order.</summary>
    /// <param name="reason">Why a requirement that nobody tested was not.</param>
    public IReadOnlyList<ConformanceResult> Merge(Func<Requirement, string> reason)
    {
        var byId = _all.ToLookup(finding => finding.Id, StringComparer.Ordinal);
        return RequirementCatalog.All.Select(row =>
        {
            var decisive = byId[row.Id].GroupBy(finding => finding.Outcome).OrderBy(group => Rank(group.Key)).FirstOrDefault();
            return new ConformanceResult
            {
                Id = row.Id,
                Level = row.Level,
                Result = decisive?.Key ?? ConformanceOutcome.NotTested,
                Evidence = decisive is null ? reason(row) : Join(decisive.Select(finding => finding.Evidence)),
                Requirement = row.Text,
                Condition = row.Condition,
                Clause = row.Clause,
            };
        }).ToList();
    }

    private static string Join(IEnumerable<string> evidence)
    {
        var all = evidence.Distinct(StringComparer.Ordinal).ToList();
        return string.Join("; ", all.Take(Told)) + (all.Count > Told ? FormattableString.Invariant($"; and {all.Count - Told} more") : "");
    }

    // One thing seen to be wrong outweighs all that was seen to be right; what was seen outweighs what was not.
    private static int Rank(ConformanceOutcome outcome) => outcome switch
    {
        ConformanceOutcome.Fail => 0,
        ConformanceOutcome.Pass => 1,
        ConformanceOutcome.NotApplicable => 2,
        _ => 3,
    };
}
