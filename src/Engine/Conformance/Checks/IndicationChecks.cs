using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Conformance.Checks;

/// <summary>Clause 7.6 and the indications of Table 17, as far as they can be seen without a listener: filters, classes and registrations.</summary>
internal sealed class IndicationChecks : IConformanceCheck
{
    /// <summary>The indications of the profile: class, what its source is, clause, table and row of Table 17.</summary>
    private static readonly (string Class, string Source, string Clause, string Table, string Row)[] s_indications =
    {
        ("CIM_InstCreation", "CIM_ConcreteJob", "10.17", "T34", "T17-17"),
        ("CIM_InstDeletion", "CIM_ConcreteJob", "10.18", "T35", "T17-18"),
        ("CIM_InstMethodCall", "CIM_VirtualSystemMigrationService", "10.19", "T36", "T17-19"),
        ("CIM_InstModification", "CIM_ConcreteJob", "10.20", "T37", "T17-20"),
    };

    /// <inheritdoc/>
    public string Subject => "indications";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        var filters = new List<CimInstance>();
        string told = "no namespace for filters was found";
        foreach (string space in new[] { walk.InteropNamespace, walk.Namespace }.Where(space => space.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var answer = await walk.Peer.InstancesAsync(space, "CIM_IndicationFilter");
            told = answer.Told;
            filters.AddRange(answer.Objects().Where(filter => filter.Text("Query") is { } query && s_indications.Any(indication => IsOf(query, indication))));
        }

        if (filters.Count == 0)
        {
            await LookAtClassesAsync(walk, told);
            return;
        }

        bool registered = walk.OtherProfiles.Exists(profile => profile.Text("RegisteredName") == "Indications");
        walk.Seen.Pass(FormattableString.Invariant($"{filters.Count} filters for the indications of the profile"), "7.6-1");
        walk.Seen.Judge(registered, registered ? "the Indications profile is registered" : "there are filters, and the Indications profile is not registered", "7.6-2");
        foreach (var indication in s_indications)
        {
            var own = filters.Where(filter => IsOf(filter.Text("Query")!, indication)).ToList();
            if (own.Count == 0)
            {
                walk.Seen.Skip($"no filter for {indication.Class}", indication.Row, indication.Clause, indication.Table);
                continue;
            }

            foreach (var filter in own)
            {
                walk.Seen.Judge(
                    filter.Text("QueryLanguage") is "DMTF:CQL" or "CQL",
                    Evidence.Of(filter, "QueryLanguage") + ", " + Evidence.Of(filter, "Query"), indication.Row);
            }

            var declared = await walk.Peer.ClassAsync(walk.Namespace.Length > 0 ? walk.Namespace : walk.InteropNamespace, indication.Class);
            walk.Seen.Add(declared.Value is null ? ConformanceOutcome.NotTested : ConformanceOutcome.Pass, declared.Told, indication.Clause + "-1");
            walk.Seen.Unseen("an indication is delivered to a listener, and this test has none", indication.Clause + "-2", indication.Table, "7.6-3");
        }
    }

    // A predefined filter is one way to implement indications; without one, they can be subscribed to all the same.
    private static async Task LookAtClassesAsync(Walk walk, string told)
    {
        var subclasses = walk.Namespace.Length == 0 ? null : (await walk.Peer.ClassNamesAsync(walk.Namespace, "CIM_Indication")).Value;
        bool any = subclasses?.Any(name => s_indications.Any(indication => indication.Class.Equals(name, StringComparison.OrdinalIgnoreCase))
            || name.IndexOf("MigrationJob", StringComparison.OrdinalIgnoreCase) >= 0) == true;
        foreach (var indication in s_indications)
        {
            walk.Seen.Add(
                any ? ConformanceOutcome.NotTested : ConformanceOutcome.NotApplicable,
                any ? "there are classes of indications, and no filter of the profile's (" + told + ")" : "no filter and no class of indications was found (" + told + ")",
                "7.6", indication.Row, indication.Clause, indication.Table);
        }
    }

    private static bool IsOf(string query, (string Class, string Source, string Clause, string Table, string Row) indication) =>
        query.IndexOf(indication.Class, StringComparison.OrdinalIgnoreCase) >= 0 && query.IndexOf(indication.Source, StringComparison.OrdinalIgnoreCase) >= 0;
}
