using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile.Elements;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// Whether two CIM_ComputerSystem instances stand for one virtual system: by pairs of OtherIdentifyingInfo[] and
/// IdentifyingDescriptions[] of the same index. Clause 7.5.4 and Table 21 swap the two arrays; Figure 3 and the schema have them as here.
/// Pairs are compared, and may stand at other indexes. Pure.
/// </summary>
[Clause("7.5.1", "7.5.2", "7.5.3", "7.5.4")]
public static class Correlation
{
    /// <summary>The kind of a UUID, in its textual form.</summary>
    public const string Guid = "CIM:GUID";

    /// <summary>The kind of a MAC address, one for each network adapter.</summary>
    public const string Mac = "CIM:MAC";

    /// <summary>The kind of an asset tag that an administrator gave the virtual system.</summary>
    public const string Tag = "CIM:Tag";

    /// <summary>The pairs that identify a virtual system; a value without a kind, or a kind without a value, is none.</summary>
    public static IReadOnlyList<IdentifyingPair> PairsOf(VirtualSystem system) => system.IdentifyingDescriptions
        .Zip(system.OtherIdentifyingInfo, (kind, value) => new IdentifyingPair(kind, value))
        .Where(pair => pair.Kind.Length > 0 && pair.Value.Length > 0)
        .Distinct()
        .ToList();

    /// <summary>The pairs that a source and a migrated virtual system have in common; where there is none, they are not the same one.</summary>
    public static IReadOnlyList<IdentifyingPair> Match(VirtualSystem source, VirtualSystem migrated) =>
        PairsOf(source).Intersect(PairsOf(migrated)).ToList();
}

/// <summary>One identifying value of a virtual system, and of which kind it is; compared letter by letter.</summary>
/// <param name="Kind">The element of IdentifyingDescriptions[].</param>
/// <param name="Value">The element of OtherIdentifyingInfo[].</param>
public sealed record IdentifyingPair(string Kind, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Kind + " " + Value;
}
