using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using VsMigration.PowerShell.Commands;
using VsMigration.Profile;
using VsMigration.Profile.Requirements;
using Xunit;

namespace VsMigration.Tests.Conformance;

/// <summary>
/// The requirements, who cites them, and the table made of both. To write the table:
/// <c>VSMIGRATION_WRITE=1 dotnet test tests/Unit --filter FullyQualifiedName~Conformance</c>.
/// </summary>
public sealed class ConformanceTests
{
    private static readonly string s_file = Path.Combine(Lab.RepositoryRoot, "docs", "conformance", "DSP1081.md");
    private static readonly IReadOnlyList<Citation> s_tests = Citation.In(typeof(ConformanceTests).Assembly);

    private static readonly IReadOnlyList<Citation> s_implementations =
        [.. Citation.In(typeof(ClauseAttribute).Assembly), .. Citation.In(typeof(StartVSMigrationCommand).Assembly)];

    /// <summary>Table → how many rows the specification prints, headers not counted.</summary>
    public static TheoryData<int, int> Tables => new()
    {
        { 2, 6 }, { 3, 17 }, { 4, 7 }, { 5, 17 }, { 6, 6 }, { 7, 9 }, { 8, 6 }, { 9, 9 },
        { 10, 4 }, { 11, 4 }, { 12, 4 }, { 13, 4 }, { 14, 4 }, { 15, 4 }, { 16, 4 }, { 17, 20 },
        { 18, 4 }, { 19, 2 }, { 20, 2 }, { 21, 3 }, { 22, 2 }, { 23, 4 }, { 24, 2 }, { 25, 3 }, { 26, 2 }, { 27, 3 }, { 28, 4 },
        { 29, 5 }, { 30, 4 }, { 31, 8 }, { 32, 7 }, { 33, 7 }, { 34, 8 }, { 35, 8 }, { 36, 14 }, { 37, 9 },
    };

    [Fact]
    public void Ids_are_a_clause_or_table_and_count_from_one() =>
        Assert.All(RequirementCatalog.All.GroupBy(row => row.Clause, StringComparer.Ordinal), clause =>
        {
            Assert.Matches(new Regex(@"^(([6-9]|10)(\.[1-9]\d*)*|T[1-9]\d*)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), clause.Key);
            Assert.Equal(Enumerable.Range(1, clause.Count()).Select(number => $"{clause.Key}-{number}"), clause.Select(row => row.Id));
        });

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_has_as_many_rows_as_are_printed(int table, int rows) =>
        Assert.Equal(rows, RequirementCatalog.Cited("T" + table).Count());

    [Fact]
    public void What_is_conditional_says_on_what_and_what_deviates_says_how() =>
        Assert.All(RequirementCatalog.All, row =>
        {
            Assert.NotEmpty(row.Text);
            Assert.True(row.Level != RequirementLevel.Conditional || row.Condition.Length > 0, row.ToString());
            Assert.True(!row.Deviates || row.Reading.Length > 0, row.ToString());
        });

    [Fact]
    public void A_citation_is_a_requirement_or_all_of_a_clause_or_table()
    {
        Assert.Equal("7.4.2-3", Assert.Single(RequirementCatalog.Cited("7.4.2-3")).Id);
        Assert.Equal(new[] { "T20-1", "T20-2" }, RequirementCatalog.Cited("T20").Select(row => row.Id));
        Assert.Empty(RequirementCatalog.Cited("7.4.9"));
        Assert.Null(RequirementCatalog.Find("T20"));
    }

    [Fact]
    public void Code_cites_what_there_is() =>
        Assert.DoesNotContain(s_implementations, citation => !RequirementCatalog.Cited(citation.Id).Any());

    [Fact]
    public void Every_requirement_has_a_test() =>
        Assert.DoesNotContain(RequirementCatalog.All, requirement => !s_tests.Any(citation => citation.Id == requirement.Id));

    [Fact]
    public void Every_requirement_has_code() =>
        Assert.DoesNotContain(
            RequirementCatalog.All,
            requirement => !s_implementations.Any(citation => RequirementCatalog.Cited(citation.Id).Any(cited => cited.Id == requirement.Id)));

    [Fact]
    public void Tests_cite_single_requirements_that_there_are() =>
        Assert.DoesNotContain(s_tests, citation => RequirementCatalog.Find(citation.Id) is null);

    [Fact]
    public void Only_what_runs_as_a_test_counts_as_one() =>
        Assert.DoesNotContain(s_tests, citation => citation.Member.GetCustomAttribute<FactAttribute>() is null);

    [Fact]
    public void The_table_in_the_documentation_is_not_stale()
    {
        string expected = new ConformanceTable(s_implementations, s_tests).Write();
        if (Environment.GetEnvironmentVariable("VSMIGRATION_WRITE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(s_file)!);
            File.WriteAllText(s_file, expected);
        }

        Assert.True(
            expected == File.ReadAllText(s_file),
            "docs/conformance/DSP1081.md is stale: VSMIGRATION_WRITE=1 dotnet test tests/Unit --filter FullyQualifiedName~Conformance");
    }
}
