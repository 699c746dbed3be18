using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance.Checks;

/// <summary>Clause 8.2 and Tables 10 to 16: the four association operations, from an element, across an association, and from an association.</summary>
internal sealed class TraversalChecks
{
    private const string Associators = "8.2-2", AssociatorNames = "8.2-3", References = "8.2-4", ReferenceNames = "8.2-5", Behaviour = "8.2-9";
    private readonly Walk _walk;
    private readonly ProfileClass _class;

    /// <summary>Makes the checks of a class.</summary>
    public TraversalChecks(Walk walk, ProfileClass profileClass)
    {
        _walk = walk;
        _class = profileClass;
    }

    private string Row => _class.Operations + "-2";

    /// <summary>From an instance of a class that is no association.</summary>
    public async Task FromAsync(CimObjectPath path)
    {
        var elements = await _walk.Peer.AssociatorsAsync(path, AssociationFilter.None);
        var elementNames = await _walk.Peer.AssociatorNamesAsync(path, AssociationFilter.None);
        var links = await _walk.Peer.ReferencesAsync(path, AssociationFilter.None);
        var linkNames = await _walk.Peer.ReferenceNamesAsync(path, AssociationFilter.None);
        _walk.Seen.Judge(elements.IsClean, elements.Told, Row, Associators);
        _walk.Seen.Judge(elementNames.IsClean, elementNames.Told, Row, AssociatorNames);
        _walk.Seen.Judge(links.IsClean, links.Told, Row, References);
        _walk.Seen.Judge(linkNames.IsClean, linkNames.Told, Row, ReferenceNames);

        // A role that no association has narrows everything away (DSP0200 5.3.2.9).
        var none = await _walk.Peer.ReferenceNamesAsync(path, new AssociationFilter { Role = "NoSuchRole" });
        _walk.Seen.Judge(
            none.Value is { Count: 0 } || none.FailedWith(CimStatus.InvalidParameter),
            none.Value is { } found ? FormattableString.Invariant($"{none.Call} gave {found.Count} objects") : none.Told, Behaviour);
        if (elements.Value is { } whole && elementNames.Value is { } paths && whole.Count > 0)
        {
            var other = whole[0].Path!;
            _walk.Seen.Judge(paths.Contains(other), $"{elementNames.Call} {(paths.Contains(other) ? "has" : "lacks")} what {elements.Call} gave", Behaviour);
            var narrowed = await _walk.Peer.AssociatorNamesAsync(path, new AssociationFilter { ResultClass = other.ClassName });
            _walk.Seen.Judge(
                narrowed, names => names.Contains(other) && names.All(paths.Contains),
                names => FormattableString.Invariant($"{narrowed.Call} gave {names.Count} of {paths.Count} objects"), Behaviour);
        }
    }

    /// <summary>Across an association instance, from either end to the other; and from itself.</summary>
    public async Task AcrossAsync(CimInstance association)
    {
        var path = association.Path!;
        var first = association.Reference(_class.Roles[0], path.Namespace);
        var second = association.Reference(_class.Roles[1], path.Namespace);
        if (first is null || second is null)
        {
            _walk.Seen.Fail(Evidence.Of(association, _class.Roles[first is null ? 0 : 1]), Row);
            return;
        }

        await AcrossAsync(path, first, _class.Roles[0], second, _class.Roles[1]);
        await AcrossAsync(path, second, _class.Roles[1], first, _class.Roles[0]);
        await FromItselfAsync(path);
    }

    private async Task AcrossAsync(CimObjectPath link, CimObjectPath from, string role, CimObjectPath to, string otherRole)
    {
        var toLink = new AssociationFilter { AssocClass = _class.Name, Role = role };
        var toOther = new AssociationFilter { AssocClass = _class.Name, Role = role, ResultRole = otherRole };
        var names = await _walk.Peer.AssociatorNamesAsync(from, toOther);
        var elements = await _walk.Peer.AssociatorsAsync(from, toOther);
        var linkNames = await _walk.Peer.ReferenceNamesAsync(from, toLink);
        var links = await _walk.Peer.ReferencesAsync(from, toLink);
        Finds(names, found => found, to, AssociatorNames);
        Finds(elements, found => found.Path!, to, Associators);
        Finds(linkNames, found => found, link, ReferenceNames);
        Finds(links, found => found.Path!, link, References);

        var turned = await _walk.Peer.ReferenceNamesAsync(from, toLink with { Role = otherRole });
        _walk.Seen.Judge(
            turned.FailedWith(CimStatus.InvalidParameter) || (turned.Value is { } found && !found.Contains(link)),
            turned.Value is null ? turned.Told : turned.Call + " does not find the association by the role of its other end", Behaviour);
    }

    private void Finds<T>(Answer<IReadOnlyList<T>> answer, Func<T, CimObjectPath> pathOf, CimObjectPath wanted, string operation) => _walk.Seen.Judge(
        answer, found => answer.IsClean && found.Any(element => pathOf(element).Equals(wanted)),
        found => answer.IsClean ? FormattableString.Invariant($"{answer.Call} gave {found.Count} objects") : answer.Told, Row, operation, Behaviour);

    // Unspecified: an answer, an empty one and a CIM error are all right; no answer at all is not.
    private async Task FromItselfAsync(CimObjectPath link)
    {
        string table = _class.Unspecified;
        Any(await _walk.Peer.AssociatorsAsync(link, AssociationFilter.None), table + "-1");
        Any(await _walk.Peer.AssociatorNamesAsync(link, AssociationFilter.None), table + "-2");
        Any(await _walk.Peer.ReferencesAsync(link, AssociationFilter.None), table + "-3");
        Any(await _walk.Peer.ReferenceNamesAsync(link, AssociationFilter.None), table + "-4");
    }

    private void Any<T>(Answer<IReadOnlyList<T>> answer, string id) =>
        _walk.Seen.Judge(answer.Value is not null || answer.Error is not null, answer.Told, id);
}
