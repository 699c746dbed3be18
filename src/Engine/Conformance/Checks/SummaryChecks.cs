using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Profile.Requirements;

namespace VsMigration.Conformance.Checks;

/// <summary>Rows that say no more than that other rows hold.</summary>
internal sealed class SummaryChecks : IConformanceCheck
{
    /// <inheritdoc/>
    public string Subject => "the whole";

    /// <inheritdoc/>
    public Task RunAsync(Walk walk)
    {
        // Clause 10: each element as its table says.
        Sum(walk, "10-1", id => IsIn(id, 18, 37));
        foreach (var (clause, table) in new[] { ("10.1-4", "T18"), ("10.2-3", "T19"), ("10.3-3", "T20"), ("10.8-3", "T25"), ("10.9-3", "T26") })
        {
            Sum(walk, clause, id => id.StartsWith(table + "-", StringComparison.Ordinal));
        }

        foreach (var row in RequirementCatalog.Cited("T17").Where(row => row.Level != RequirementLevel.Informative).Take(16))
        {
            // "CIM_ConcreteJob is implemented as 10.3 says" fails with a row of that clause.
            string clause = row.Text.Split(' ').FirstOrDefault(word => word.StartsWith("10.", StringComparison.Ordinal)) ?? "";
            var failed = walk.Seen.Failed(id => id.StartsWith(clause + "-", StringComparison.Ordinal));
            if (failed.Count > 0)
            {
                walk.Seen.Fail("see " + string.Join(", ", failed), row.Id);
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsIn(string id, int first, int last)
    {
        int dash = id.IndexOf('-');
        return id[0] == 'T' && int.TryParse(id.Substring(1, dash - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int table) && table >= first && table <= last;
    }

    private static void Sum(Walk walk, string id, Func<string, bool> ids)
    {
        if (walk.Seen.Of(ids) is not { } outcome)
        {
            return;
        }

        IReadOnlyList<string> failed = walk.Seen.Failed(ids);
        walk.Seen.Add(outcome, failed.Count > 0 ? "see " + string.Join(", ", failed.Take(8)) : "as its rows", id);
    }
}
