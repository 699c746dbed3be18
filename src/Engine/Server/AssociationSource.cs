using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Server;

/// <summary>One end of an association: the reference, and the class of what it refers to.</summary>
internal sealed record AssociationEnd(string Role, string ClassName);

/// <summary>
/// The instances of one association, each with both its ends. From either end they are found at a cost that grows with their number only.
/// </summary>
internal abstract class AssociationSource : ElementSource
{
    protected AssociationSource(Type type, string nameSpace, AssociationEnd many, AssociationEnd few)
        : base(type, nameSpace)
    {
        Many = many;
        Few = few;
    }

    /// <summary>The end of which the other may have many.</summary>
    public AssociationEnd Many { get; }

    /// <summary>The end of which the other has few: from <see cref="Many"/> one association is found soonest.</summary>
    public AssociationEnd Few { get; }

    /// <summary>The end across.</summary>
    public AssociationEnd Across(AssociationEnd end) => end == Many ? Few : Many;

    /// <summary>The associations that an instance takes part in.</summary>
    /// <param name="end">The end that it is.</param>
    /// <param name="instance">Its path, as the repository gives it.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public abstract Task<IEnumerable<Link>> FromAsync(AssociationEnd end, CimObjectPath instance, CancellationToken cancellationToken);
}

/// <summary>An association together with what stands at its far end.</summary>
/// <param name="Association">The element of the association.</param>
/// <param name="Target">The path of the far end.</param>
/// <param name="TargetElement">The element at the far end where it is at hand; otherwise it is found by its path.</param>
internal sealed record Link(object Association, CimObjectPath Target, object? TargetElement = null);

/// <summary>An association of typed elements.</summary>
/// <typeparam name="T">The type that declares the association.</typeparam>
internal sealed class AssociationSource<T> : AssociationSource
    where T : class
{
    private readonly Func<CancellationToken, Task<IEnumerable<T>>> _all;
    private readonly Func<CimObjectPath, CancellationToken, Task<IEnumerable<Link>>> _fromMany;
    private readonly Func<CimObjectPath, CancellationToken, Task<IEnumerable<Link>>> _fromFew;

    public AssociationSource(
        string nameSpace,
        AssociationEnd many,
        AssociationEnd few,
        Func<CancellationToken, Task<IEnumerable<T>>> all,
        Func<CimObjectPath, CancellationToken, Task<IEnumerable<Link>>> fromMany,
        Func<CimObjectPath, CancellationToken, Task<IEnumerable<Link>>> fromFew)
        : base(typeof(T), nameSpace, many, few)
    {
        _all = all;
        _fromMany = fromMany;
        _fromFew = fromFew;
    }

    public override async Task<IEnumerable<CimInstance>> GetAllAsync(CancellationToken cancellationToken) =>
        (await _all(cancellationToken)).Select(element => ElementMap.ToInstance(element, Namespace));

    public override async Task<IEnumerable<CimObjectPath>> GetNamesAsync(CancellationToken cancellationToken) =>
        (await _all(cancellationToken)).Select(element => ElementMap.PathOf(element, Namespace));

    public override async Task<CimInstance?> FindAsync(CimObjectPath path, CancellationToken cancellationToken)
    {
        if (path[Many.Role] is not CimObjectPath many || path[Few.Role] is not CimObjectPath few)
        {
            return null;
        }

        var found = (await _fromMany(many, cancellationToken)).FirstOrDefault(link => link.Target.Equals(few));
        return found is null ? null : ElementMap.ToInstance(found.Association, Namespace);
    }

    public override Task<IEnumerable<Link>> FromAsync(AssociationEnd end, CimObjectPath instance, CancellationToken cancellationToken) =>
        end == Many ? _fromMany(instance, cancellationToken) : _fromFew(instance, cancellationToken);
}
