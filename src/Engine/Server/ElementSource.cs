using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Server;

/// <summary>The instances of one class, read from the live service each time they are asked for; nothing is kept.</summary>
internal abstract class ElementSource
{
    protected ElementSource(Type type, string nameSpace)
    {
        Class = ElementMap.Of(type).Class;
        Namespace = nameSpace;
    }

    /// <summary>The class, without methods.</summary>
    public CimClass Class { get; }

    /// <summary>The namespace that its instances are in.</summary>
    public string Namespace { get; }

    /// <summary>All instances.</summary>
    public abstract Task<IEnumerable<CimInstance>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>The paths of all instances.</summary>
    public abstract Task<IEnumerable<CimObjectPath>> GetNamesAsync(CancellationToken cancellationToken);

    /// <summary>One instance, found by its keys; null where there is none.</summary>
    public abstract Task<CimInstance?> FindAsync(CimObjectPath path, CancellationToken cancellationToken);

    /// <summary>Whether a path has exactly the keys of this class.</summary>
    public bool HasKeys(CimObjectPath path) =>
        Class.Properties.Where(property => property.IsKey).All(key => path[key.Name] is not null)
        && path.Keys.Count == Class.Properties.Count(property => property.IsKey);

    /// <summary>The path of this class with the keys of another: one may ask for an instance by the name of a superclass.</summary>
    protected CimObjectPath OwnPath(CimObjectPath path) => new(Class.Name, path.Keys, Namespace);
}

/// <summary>The instances of one class, from typed elements.</summary>
/// <typeparam name="T">The type that declares the class.</typeparam>
internal sealed class ElementSource<T> : ElementSource
    where T : class
{
    private readonly Func<CancellationToken, Task<IEnumerable<T>>> _all;
    private readonly Func<CimObjectPath, CancellationToken, Task<T?>> _find;

    /// <param name="nameSpace">The namespace that the instances are in.</param>
    /// <param name="all">All of them.</param>
    /// <param name="find">The one that a path's keys may name, at a cost that does not grow with their number; the other keys are compared here.</param>
    public ElementSource(
        string nameSpace, Func<CancellationToken, Task<IEnumerable<T>>> all, Func<CimObjectPath, CancellationToken, Task<T?>> find)
        : base(typeof(T), nameSpace)
    {
        _all = all;
        _find = find;
    }

    public override async Task<IEnumerable<CimInstance>> GetAllAsync(CancellationToken cancellationToken) =>
        (await _all(cancellationToken)).Select(element => ElementMap.ToInstance(element, Namespace));

    public override async Task<IEnumerable<CimObjectPath>> GetNamesAsync(CancellationToken cancellationToken) =>
        (await _all(cancellationToken)).Select(element => ElementMap.PathOf(element, Namespace));

    public override async Task<CimInstance?> FindAsync(CimObjectPath path, CancellationToken cancellationToken) =>
        await _find(path, cancellationToken) is { } element && ElementMap.PathOf(element, Namespace).Equals(OwnPath(path))
            ? ElementMap.ToInstance(element, Namespace)
            : null;
}
