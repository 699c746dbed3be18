using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace VsMigration.Profile.Requirements;

/// <summary>The requirements of DMTF DSP1081 1.0.0, read once from DSP1081.tsv, which is part of the assembly.</summary>
public static class RequirementCatalog
{
    private static readonly IReadOnlyList<Requirement> s_all = Read();
    private static readonly Dictionary<string, Requirement> s_byId = s_all.ToDictionary(row => row.Id, StringComparer.Ordinal);
    private static readonly ILookup<string, Requirement> s_byClause = s_all.ToLookup(row => row.Clause, StringComparer.Ordinal);

    /// <summary>All of them: the clauses in their order, then the tables.</summary>
    public static IReadOnlyList<Requirement> All => s_all;

    /// <summary>The requirement with an id; null where there is none.</summary>
    /// <param name="id">Such as <c>7.4.2-3</c> or <c>T18-2</c>.</param>
    public static Requirement? Find(string id) => s_byId.TryGetValue(id, out var row) ? row : null;

    /// <summary>The requirements that a citation stands for: the one of that id, or those of that clause or table itself, not of its subclauses.</summary>
    /// <param name="citation">Such as <c>7.4.2-3</c>, <c>7.4.2</c> or <c>T18</c>.</param>
    /// <returns>Empty where there is neither such a requirement nor such a clause.</returns>
    public static IEnumerable<Requirement> Cited(string citation) =>
        s_byId.TryGetValue(citation, out var row) ? new[] { row } : s_byClause[citation];

    private static List<Requirement> Read()
    {
        using var stream = typeof(RequirementCatalog).Assembly.GetManifestResourceStream("DSP1081.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine(); // the names of the columns
        var rows = new List<Requirement>();
        while (reader.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            rows.Add(new Requirement
            {
                Id = cells[0],
                Level = (RequirementLevel)Enum.Parse(typeof(RequirementLevel), cells[1]),
                Condition = cells[2],
                Text = cells[3],
                Reading = cells[4],
                Deviates = cells[5] == "yes",
            });
        }

        return rows;
    }
}
