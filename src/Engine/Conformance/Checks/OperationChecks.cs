using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Conformance.Checks;

/// <summary>Clause 8.2: the seven operations on each class of the profile, with their filters.</summary>
internal sealed class OperationChecks : IConformanceCheck
{
    private const string Get = "8.2-1", Enumerate = "8.2-6", EnumerateNames = "8.2-7", Behaviour = "8.2-9";

    /// <summary>How many associations are looked at for one whose ends are both there.</summary>
    private const int AssociationLimit = 8;

    /// <inheritdoc/>
    public string Subject => "operations";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        foreach (var profileClass in ProfileClass.All)
        {
            string space = profileClass.Name == "CIM_RegisteredProfile" ? walk.InteropNamespace : walk.Namespace;
            if (space.Length == 0)
            {
                walk.Seen.Unseen("no namespace was found that has " + profileClass.Name, profileClass.Operations);
            }
            else if (!profileClass.OfJobs || walk.NoJobs is null)
            {
                await LookAsync(walk, profileClass, space);
            }
        }

        // What may be missing is an operation on an association instance, and nothing else.
        var failed = walk.Seen.Failed(id => id.StartsWith("8.2.", StringComparison.Ordinal));
        walk.Seen.Judge(failed.Count == 0, failed.Count == 0 ? "nothing was missing that was tried" : "see " + string.Join(", ", failed.Take(8)), "8.2-8");
    }

    private static async Task LookAsync(Walk walk, ProfileClass profileClass, string space)
    {
        string direct = profileClass.Operations + "-1";
        var all = await walk.Peer.InstancesAsync(space, profileClass.Name);
        var names = await walk.Peer.NamesAsync(space, profileClass.Name);
        walk.Seen.Judge(all.IsClean, all.Told, direct, Enumerate);
        walk.Seen.Judge(names.IsClean, names.Told, direct, EnumerateNames);
        if (all.Value is not { } instances || all.First() is not { } instance)
        {
            walk.Seen.Unseen("there is no instance of " + profileClass.Name, direct, profileClass.Operations + "-2");
            return;
        }

        if (names.Value is { } paths && !Same(instances.Select(found => found.Path!), paths))
        {
            await CompareAgainAsync(walk, profileClass, space);
        }

        await GetOneAsync(walk, profileClass, instance);
        if (profileClass.Roles.Count == 0)
        {
            await new TraversalChecks(walk, profileClass).FromAsync(instance.Path!);
        }
        else
        {
            await new TraversalChecks(walk, profileClass).AcrossAsync(await WithBothEndsAsync(walk, profileClass, instances));
        }
    }

    // An end may be gone while the association still tells of it: the source of a migration that is done.
    private static async Task<CimInstance> WithBothEndsAsync(Walk walk, ProfileClass profileClass, IReadOnlyList<CimInstance> associations)
    {
        foreach (var association in associations.Take(AssociationLimit))
        {
            var ends = profileClass.Roles.Select(role => association.Reference(role, association.Path!.Namespace)).ToList();
            if (ends.TrueForAll(end => end is not null) && (await walk.Peer.GetAsync(ends[0]!)).Value is not null && (await walk.Peer.GetAsync(ends[1]!)).Value is not null)
            {
                return association;
            }
        }

        return associations[0];
    }

    private static bool Same(IEnumerable<CimObjectPath> some, IEnumerable<CimObjectPath> others) => new HashSet<CimObjectPath>(some).SetEquals(others);

    // Objects come and go; two answers that differ twice do not differ by chance.
    private static async Task CompareAgainAsync(Walk walk, ProfileClass profileClass, string space)
    {
        var names = await walk.Peer.NamesAsync(space, profileClass.Name);
        var all = await walk.Peer.InstancesAsync(space, profileClass.Name);
        bool same = names.Value is { } paths && all.Value is { } instances && Same(instances.Select(found => found.Path!), paths);
        walk.Seen.Judge(same, $"{all.Call} and {names.Call} {(same ? "agree" : "do not agree")}", profileClass.Operations + "-1", Behaviour);
    }

    private static async Task GetOneAsync(Walk walk, ProfileClass profileClass, CimInstance instance)
    {
        var path = instance.Path!;
        var got = await walk.Peer.GetAsync(path);
        walk.Seen.Judge(
            got, found => HasKeysOf(found, path), found => $"{got.Call} gave {Evidence.Of(found)}", profileClass.Operations + "-1", Get, Behaviour);
        if (path.Keys.Count > 0)
        {
            string key = path.Keys[0].Name;
            var narrowed = await walk.Peer.GetAsync(path, key);
            walk.Seen.Judge(
                narrowed, found => found.Properties.All(property => property.Name.Equals(key, StringComparison.OrdinalIgnoreCase) || IsKey(path, property.Name)),
                found => FormattableString.Invariant($"{narrowed.Call} with the property list {{ {key} }} gave {found.Properties.Count} properties"), Behaviour);
        }

        if (path.Keys.Any(key => key.Type == CimType.String))
        {
            var wrong = new CimObjectPath(
                path.ClassName, path.Keys.Select(key => key.Type == CimType.String ? new CimProperty(key.Name, CimType.String, "no-such-key-8f4b1c") : key), path.Namespace);
            var missed = await walk.Peer.GetAsync(wrong);
            walk.Seen.Judge(missed.FailedWith(CimStatus.NotFound), missed.Told + " (CIM_ERR_NOT_FOUND was expected)", Behaviour);
        }
    }

    private static bool HasKeysOf(CimInstance instance, CimObjectPath path) =>
        (instance.Path is null || instance.Path.OrIn(path.Namespace).Equals(path))
        && path.Keys.All(key => key.Type == CimType.Reference || instance[key.Name] is null || CimValue.ToText(instance[key.Name]) == CimValue.ToText(key.Value));

    private static bool IsKey(CimObjectPath path, string name) => path.Keys.Any(key => key.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
