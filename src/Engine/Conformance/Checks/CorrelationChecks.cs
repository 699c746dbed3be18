using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Conformance.Checks;

/// <summary>Clause 7.5: whether the migrated virtual system can be told to be the one that was there before.</summary>
internal sealed class CorrelationChecks : IConformanceCheck
{
    /// <inheritdoc/>
    public string Subject => "the migrated virtual system";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        if (walk.Migration is not { Succeeded: true } story)
        {
            return;
        }

        if (story.Target is not { } target)
        {
            walk.Seen.Fail("the migration succeeded, and nothing leads to the migrated virtual system", "7.5.1-3", "10.4-3", "9.2.1-12");
            return;
        }

        var (source, told) = (story.Source, "source " + Told(story.Source) + "; target " + Told(target));
        walk.Seen.Pass(Evidence.Of(target), "10.4-2", "10.4-3", "9.2.1-12");
        var names = (source.Text("ElementName"), target.Text("ElementName"));
        walk.Seen.Judge(names.Item1 == names.Item2, $"ElementName was {Evidence.Of(names.Item1)} and is {Evidence.Of(names.Item2)}", "T21-1");
        LookAtPairs(walk, source, target, told);
        var again = target.Path is null ? null : (await walk.Peer.GetAsync(target.Path)).Value;
        var (before, after) = (source.Number("EnabledState"), again?.Number("EnabledState"));
        walk.Seen.Add(
            before is null || after is null ? ConformanceOutcome.NotTested : before == after ? ConformanceOutcome.Pass : ConformanceOutcome.Fail,
            $"EnabledState was {Evidence.Of((object?)before)} and is {Evidence.Of((object?)after)}", "6.2-1", "7.5.1-2");
    }

    private static void LookAtPairs(Walk walk, CimInstance source, CimInstance target, string told)
    {
        var there = source.Texts("OtherIdentifyingInfo");
        var here = target.Texts("OtherIdentifyingInfo");
        if (there is null)
        {
            walk.Seen.Skip("the source shows no OtherIdentifyingInfo", "7.5.1-3", "7.5.2-2", "7.5.3-2", "7.5.4-2", "9.2.1-13");
            return;
        }

        var common = there.Where(value => here?.Contains(value) == true).ToList();
        walk.Seen.Judge(common.Count > 0, told, "7.5.2-2");
        var pairs = new HashSet<string>(Pairs(target), StringComparer.Ordinal);
        var shared = Pairs(source).Where(pairs.Contains).ToList();
        walk.Seen.Judge(shared.Count > 0, told, "7.5.1-3", "7.5.1-2");
        walk.Seen.Judge(
            common.Count > 0 && Pairs(source).Where(pair => common.Exists(value => pair.EndsWith("=" + value, StringComparison.Ordinal))).All(pairs.Contains), told, "7.5.3-2");
        walk.Seen.Add(shared.Count > 0 ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, told, "7.5.4-2");
        walk.Seen.Add(
            shared.Exists(pair => pair.StartsWith("CIM:GUID=", StringComparison.Ordinal)) ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, told, "9.2.1-13");
    }

    private static IEnumerable<string> Pairs(CimInstance system)
    {
        var values = system.Texts("OtherIdentifyingInfo") ?? Array.Empty<string>();
        var kinds = system.Texts("IdentifyingDescriptions") ?? Array.Empty<string>();
        return values.Zip(kinds, (value, kind) => kind + "=" + value);
    }

    private static string Told(CimInstance system) => Evidence.Of((object?)Pairs(system).Cast<object?>().ToArray());
}
