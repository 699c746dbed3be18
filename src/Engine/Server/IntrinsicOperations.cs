using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Client;
using VsMigration.Profile;
using VsMigration.Profile.Schema;

namespace VsMigration.Server;

/// <summary>The reading operations of DSP0200 over a repository; a class stands for its subclasses wherever one is named.</summary>
[Clause("8.2", "6.1-1")]
[Clause("8.2.1", "8.2.2", "8.2.3", "8.2.4", "8.2.5", "8.2.6", "8.2.7", "8.2.8", "8.2.9", "8.2.10", "8.2.11", "8.2.12", "8.2.13", "8.2.14")]
[Clause("T10", "T11", "T12", "T13", "T14", "T15", "T16")]
internal sealed class IntrinsicOperations
{
    private readonly Repository _repository;

    public IntrinsicOperations(Repository repository) => _repository = repository;

    [Clause("8.2-1")]
    public async Task<CimInstance> GetInstanceAsync(CimObjectPath path, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Narrow(await _repository.GetAsync(path, cancellationToken), properties);

    [Clause("8.2-6")]
    public async Task<IReadOnlyList<CimInstance>> EnumerateInstancesAsync(
        string nameSpace, string className, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken)
    {
        var found = new List<CimInstance>();
        foreach (var source in SourcesOf(nameSpace, className))
        {
            found.AddRange((await source.GetAllAsync(cancellationToken)).Select(instance => Narrow(instance, properties)));
        }

        return found;
    }

    [Clause("8.2-7")]
    public async Task<IReadOnlyList<CimObjectPath>> EnumerateInstanceNamesAsync(string nameSpace, string className, CancellationToken cancellationToken)
    {
        var found = new List<CimObjectPath>();
        foreach (var source in SourcesOf(nameSpace, className))
        {
            found.AddRange(await source.GetNamesAsync(cancellationToken));
        }

        return found;
    }

    [Clause("8.2-2")]
    public async Task<IReadOnlyList<CimInstance>> AssociatorsAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken)
    {
        var found = new List<CimInstance>();
        var seen = new HashSet<CimObjectPath>();
        foreach (var (_, link) in await FollowAsync(path, filter, filter.ResultClass, cancellationToken))
        {
            if (!seen.Add(link.Target))
            {
                continue;
            }

            var instance = link.TargetElement is { } element
                ? ElementMap.ToInstance(element, link.Target.Namespace)
                : await _repository.FindAsync(link.Target, cancellationToken);
            if (instance is not null)
            {
                found.Add(Narrow(instance, properties));
            }
        }

        return found;
    }

    [Clause("8.2-3")]
    public async Task<IReadOnlyList<CimObjectPath>> AssociatorNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        (await FollowAsync(path, filter, filter.ResultClass, cancellationToken)).Select(followed => followed.Link.Target).Distinct().ToList();

    [Clause("8.2-4")]
    public async Task<IReadOnlyList<CimInstance>> ReferencesAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        (await FollowReferencesAsync(path, filter, cancellationToken))
            .Select(followed => Narrow(ElementMap.ToInstance(followed.Link.Association, followed.Source.Namespace), properties))
            .ToList();

    [Clause("8.2-5")]
    public async Task<IReadOnlyList<CimObjectPath>> ReferenceNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        (await FollowReferencesAsync(path, filter, cancellationToken))
            .Select(followed => ElementMap.PathOf(followed.Link.Association, followed.Source.Namespace))
            .ToList();

    // ResultClass of References is the association's class, which AssociationFilter calls AssocClass; a far end it cannot name.
    private Task<List<Followed>> FollowReferencesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        FollowAsync(path, filter with { ResultRole = null, ResultClass = null }, resultClass: null, cancellationToken);

    private async Task<List<Followed>> FollowAsync(
        CimObjectPath path, AssociationFilter filter, string? resultClass, CancellationToken cancellationToken)
    {
        CheckFilter(filter, resultClass);
        var start = (await _repository.GetAsync(path, cancellationToken)).Path!;
        var found = new List<Followed>();
        foreach (var source in _repository.Associations.Where(source => filter.AssocClass is null || ProfileSchema.IsA(source.Class.Name, filter.AssocClass)))
        {
            foreach (var end in new[] { source.Many, source.Few }.Where(end => Starts(source, end, start, filter, resultClass)))
            {
                var links = await source.FromAsync(end, start, cancellationToken);
                found.AddRange(links
                    .Where(link => resultClass is null || ProfileSchema.IsA(link.Target.ClassName, resultClass))
                    .Select(link => new Followed(source, link)));
            }
        }

        return found;
    }

    // What cannot match is not asked for: an association may have thousands of far ends.
    private static bool Starts(AssociationSource source, AssociationEnd end, CimObjectPath start, AssociationFilter filter, string? resultClass)
    {
        var across = source.Across(end);
        return ProfileSchema.IsA(start.ClassName, end.ClassName)
            && IsOrAny(filter.Role, end.Role)
            && IsOrAny(filter.ResultRole, across.Role)
            && (resultClass is null || ProfileSchema.IsA(across.ClassName, resultClass) || ProfileSchema.IsA(resultClass, across.ClassName));
    }

    private static void CheckFilter(AssociationFilter filter, string? resultClass)
    {
        if (filter.AssocClass is { } association && !Repository.RequireClass(association, CimStatus.InvalidParameter).IsAssociation)
        {
            throw new CimException(CimStatus.InvalidParameter, $"The class '{association}' is no association.");
        }

        if (resultClass is not null)
        {
            Repository.RequireClass(resultClass, CimStatus.InvalidParameter);
        }
    }

    private IEnumerable<ElementSource> SourcesOf(string nameSpace, string className)
    {
        _repository.RequireNamespace(nameSpace);
        return _repository.SourcesOf(nameSpace, Repository.RequireClass(className).Name);
    }

    private static CimInstance Narrow(CimInstance instance, IReadOnlyCollection<string>? properties) =>
        properties is null ? instance : instance.Only(properties.ToList());

    private static bool IsOrAny(string? wanted, string role) => wanted is null || string.Equals(wanted, role, StringComparison.OrdinalIgnoreCase);

    private sealed record Followed(AssociationSource Source, Link Link);
}
