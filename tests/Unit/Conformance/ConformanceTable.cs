using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using VsMigration.Profile.Requirements;

namespace VsMigration.Tests.Conformance;

/// <summary>docs/conformance/DSP1081.md: each requirement, what implements it, what proves it.</summary>
internal sealed class ConformanceTable
{
    private const string Intro = """
        # DMTF DSP1081 1.0.0: requirement, implementation, test

        Generated from `src/Engine/Profile/Requirements/DSP1081.tsv` and from the `[Clause]` attributes in the code; do not edit. After changing
        either: `VSMIGRATION_WRITE=1 dotnet test tests/Unit --filter FullyQualifiedName~Conformance`.

        A row is a statement of clauses 6 to 10 (`7.4.2-3`: the third of clause 7.4.2), or a row of Tables 2 to 37 (`T18-2`: the second of Table 18),
        in our words. Clause 6 describes without demanding; what it says that a type of migration comprises counts as conditional on that type
        being offered. A row of a table has the level that the table prints, also where its class as a whole is conditional; parameters are
        conditional on their method, messages optional.

        *met*: implemented, and a test fails when it is broken. *deviates*: implemented and tested, knowingly other than the letter.
        *open*: not yet.
        """;

    private static readonly string[] s_statuses = ["met", "deviates", "open"];

    private readonly ILookup<string, string> _implementations;
    private readonly ILookup<string, string> _tests;

    public ConformanceTable(IEnumerable<Citation> implementations, IEnumerable<Citation> tests)
    {
        _implementations = ByRequirement(implementations);
        _tests = ByRequirement(tests);
    }

    public string Write()
    {
        var text = new StringBuilder(Intro.ReplaceLineEndings("\n")).Append('\n');
        WriteTotals(text);
        WriteDeviations(text);
        foreach (var clause in RequirementCatalog.All.GroupBy(row => row.Clause, StringComparer.Ordinal))
        {
            Heading(text, clause.Key[0] == 'T' ? "Table " + clause.Key[1..] : "Clause " + clause.Key);
            Row(text, "id", "level", "implementation", "tests", "status", "requirement");
            Row(text, "---", "---", "---", "---", "---", "---");
            foreach (var row in clause)
            {
                Row(text, row.Id, Level(row.Level), Names(_implementations[row.Id]), Names(_tests[row.Id]), Status(row), Statement(row));
            }
        }

        return text.ToString();
    }

    private void WriteTotals(StringBuilder text)
    {
        Heading(text, "Totals");
        Row(text, ["level", .. s_statuses, "all"]);
        Row(text, "---", "---:", "---:", "---:", "---:");
        foreach (var level in Enum.GetValues<RequirementLevel>())
        {
            Total(text, Level(level), RequirementCatalog.All.Where(row => row.Level == level).ToList());
        }

        Total(text, "all", RequirementCatalog.All);
    }

    private void Total(StringBuilder text, string name, IReadOnlyList<Requirement> rows) =>
        Row(text, [name, .. s_statuses.Select(status => $"{rows.Count(row => Status(row) == status)}"), $"{rows.Count}"]);

    private static void WriteDeviations(StringBuilder text)
    {
        Heading(text, "Deviations");
        text.Append("What is done instead of what the letter says:\n\n");
        foreach (var same in RequirementCatalog.All.Where(row => row.Deviates).GroupBy(row => row.Reading, row => row.Id, StringComparer.Ordinal))
        {
            text.Append("- ").AppendJoin(", ", same).Append(": ").Append(Escape(same.Key)).Append('\n');
        }
    }

    private string Status(Requirement row) =>
        !_implementations.Contains(row.Id) || !_tests.Contains(row.Id) ? "open" : row.Deviates ? "deviates" : "met";

    private static string Statement(Requirement row)
    {
        string condition = row.Condition.Length == 0 ? "" : $" (if {row.Condition})";
        string reading = row.Reading.Length == 0 ? "" : $"{(row.Deviates ? "Deviation" : "Reading")}: {row.Reading}";
        return Escape(row.Text + condition) + (reading.Length == 0 ? "" : "<br>" + Escape(reading));
    }

    private static ILookup<string, string> ByRequirement(IEnumerable<Citation> citations) =>
        (from citation in citations from row in RequirementCatalog.Cited(citation.Id) select (row.Id, citation.Name))
            .ToLookup(pair => pair.Id, pair => pair.Name, StringComparer.Ordinal);

    private static string Names(IEnumerable<string> names) => string.Join("<br>", names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string Level(RequirementLevel level) => level.ToString().ToLowerInvariant();

    private static void Heading(StringBuilder text, string heading) => text.Append("\n## ").Append(heading).Append("\n\n");

    private static void Row(StringBuilder text, params string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    // What Markdown would take for a cell's end, a tag or an emphasis.
    private static string Escape(string cell) =>
        cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
