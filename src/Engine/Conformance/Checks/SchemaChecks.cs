using System;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Conformance.Checks;

/// <summary>Clauses 7 and 10: the classes as the server declares them, against the CIM schema, as far as the profile names their properties.</summary>
internal sealed class SchemaChecks : IConformanceCheck
{
    /// <inheritdoc/>
    public string Subject => "declared classes";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        foreach (var profileClass in ProfileClass.All.Where(candidate => !candidate.OfJobs || walk.NoJobs is null))
        {
            string space = profileClass.Name == "CIM_RegisteredProfile" ? walk.InteropNamespace : walk.Namespace;
            if (space.Length > 0)
            {
                Look(walk, profileClass, await walk.Peer.ClassAsync(space, profileClass.Name));
            }
        }
    }

    private static void Look(Walk walk, ProfileClass profileClass, Answer<CimClass> answer)
    {
        if (answer.Value is not { } declared)
        {
            walk.Seen.Unseen(answer.Told, "7-1", "10-2");
            return;
        }

        walk.Classes[profileClass.Name] = declared;
        walk.Seen.Judge(
            declared.IsAssociation == (profileClass.Roles.Count > 0), $"{declared.Name} is declared {(declared.IsAssociation ? "an" : "no")} association", "7-1", "10-2");
        foreach (var expected in profileClass.Properties)
        {
            var found = declared.Properties.FirstOrDefault(property => string.Equals(property.Name, expected.Name, StringComparison.OrdinalIgnoreCase));
            if (found is null)
            {
                // Older schemas lack some that are not keys, and the profile's table says then what its lack means.
                walk.Seen.Add(expected.IsKey ? ConformanceOutcome.Fail : ConformanceOutcome.NotTested, $"{declared.Name} declares no {expected.Name}", "7-1", "10-2");
                continue;
            }

            string told = $"{declared.Name}.{expected.Name} is declared {found.Type}{(found.IsArray ? "[]" : "")}{(found.IsKey ? ", a key" : "")}";
            bool alike = found.IsArray == expected.IsArray && found.IsKey == expected.IsKey && IsLike(found.Type, expected.Type);
            walk.Seen.Judge(alike, told, "7-1", "10-2");
            if (!alike && expected.Row.Length > 0)
            {
                walk.Seen.Fail(told, expected.Row);
            }

            if (expected.Type == CimType.UInt16)
            {
                walk.Seen.Judge(found.Type is >= CimType.UInt8 and <= CimType.SInt64, told, "7-2");
            }
        }
    }

    private static bool IsLike(CimType found, CimType expected) =>
        found == expected || (expected == CimType.Instance && found is CimType.String or CimType.Object);
}
