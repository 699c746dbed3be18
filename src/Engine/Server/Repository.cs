using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Profile;
using VsMigration.Profile.Schema;

namespace VsMigration.Server;

/// <summary>What a CIM server has: the sources of all classes, and the questions that operations ask about classes and paths.</summary>
[Clause("6.1-1")]
internal sealed class Repository
{
    private readonly IReadOnlyList<ElementSource> _sources;
    private readonly IReadOnlyList<AssociationSource> _associations;
    private readonly HashSet<string> _namespaces;

    public Repository(IReadOnlyList<ElementSource> sources)
    {
        _sources = sources;
        _associations = sources.OfType<AssociationSource>().ToList();
        _namespaces = new HashSet<string>(sources.Select(source => source.Namespace), StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<AssociationSource> Associations => _associations;

    /// <summary>Throws unless there is such a namespace.</summary>
    /// <exception cref="CimException">InvalidNamespace.</exception>
    public void RequireNamespace(string nameSpace)
    {
        if (!_namespaces.Contains(nameSpace.Trim('/')))
        {
            throw new CimException(CimStatus.InvalidNamespace, $"There is no namespace '{nameSpace}' here; there are: {string.Join(", ", _namespaces)}.");
        }
    }

    /// <summary>A class by its name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="otherwise">The status if there is none.</param>
    /// <exception cref="CimException">There is none of that name.</exception>
    public static CimClass RequireClass(string name, CimStatus otherwise = CimStatus.InvalidClass) =>
        ProfileSchema.Find(name) ?? throw new CimException(otherwise, $"There is no class '{name}' here.");

    /// <summary>The sources of a class and its subclasses in a namespace; none where the class has no instances there.</summary>
    public IEnumerable<ElementSource> SourcesOf(string nameSpace, string className) => _sources.Where(source =>
        ProfileSchema.IsA(source.Class.Name, className) && string.Equals(source.Namespace, nameSpace.Trim('/'), StringComparison.OrdinalIgnoreCase));

    /// <summary>An instance by its path, which may name a superclass; null where there is none.</summary>
    /// <exception cref="CimException">InvalidNamespace, InvalidClass, InvalidParameter (the keys are not those of the class).</exception>
    public async Task<CimInstance?> FindAsync(CimObjectPath path, CancellationToken cancellationToken)
    {
        RequireNamespace(path.Namespace);
        var named = RequireClass(path.ClassName);
        path = await WithCanonicalReferencesAsync(path, cancellationToken);
        bool keysFit = false;
        foreach (var source in SourcesOf(path.Namespace, named.Name).Where(source => source.HasKeys(path)))
        {
            keysFit = true;
            if (await source.FindAsync(path, cancellationToken) is { } found)
            {
                return found;
            }
        }

        var keys = named.Properties.Where(property => property.IsKey).ToList();
        bool wrong = !keysFit && keys.Count > 0 && (path.Keys.Count != keys.Count || keys.Exists(key => path[key.Name] is null));
        return wrong
            ? throw new CimException(CimStatus.InvalidParameter, $"The keys of {named.Name} are {string.Join(", ", keys.Select(key => key.Name))}.")
            : null;
    }

    /// <summary>An instance by its path.</summary>
    /// <exception cref="CimException">NotFound, and what <see cref="FindAsync"/> throws.</exception>
    public async Task<CimInstance> GetAsync(CimObjectPath path, CancellationToken cancellationToken) =>
        await FindAsync(path, cancellationToken) ?? throw new CimException(CimStatus.NotFound, $"There is no instance '{path}'.");

    // References in keys may name a superclass or leave out the namespace, as any path may.
    private async Task<CimObjectPath> WithCanonicalReferencesAsync(CimObjectPath path, CancellationToken cancellationToken)
    {
        if (!path.Keys.Any(key => key.Value is CimObjectPath))
        {
            return path;
        }

        var keys = new List<CimProperty>();
        foreach (var key in path.Keys)
        {
            keys.Add(key.Value is CimObjectPath reference
                && ProfileSchema.Find(reference.ClassName) is not null
                && await FindAsync(reference.OrIn(path.Namespace), cancellationToken) is { Path: { } canonical }
                    ? key.With(canonical)
                    : key);
        }

        return new CimObjectPath(path.ClassName, keys, path.Namespace);
    }
}
