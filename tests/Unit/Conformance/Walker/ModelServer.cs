using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;
using VsMigration.Profile.Schema;

namespace VsMigration.Tests.Conformance.Walker;

/// <summary>A CIM server in memory: a list of instances, the seven operations over it, and methods as functions. Tests change what they like.</summary>
internal sealed class ModelServer : ICimClient
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Everything there is; each with its path.</summary>
    public List<CimInstance> Instances { get; } = new();

    /// <summary>Methods by name; what is not here does not exist.</summary>
    public Dictionary<string, Func<CimObjectPath, IReadOnlyList<CimProperty>, CimMethodResult>> Methods { get; } = new(StringComparer.Ordinal);

    /// <summary>Called before each operation, with its name and its class.</summary>
    public Action<string, string> OnOperation { get; set; } = (_, _) => { };

    /// <summary>What GetClass answers; null = there is no such class.</summary>
    public Func<string, CimClass?> Class { get; set; } = Declared;

    /// <summary>Whether classes stand for their subclasses.</summary>
    public bool HasInheritance { get; set; } = true;

    /// <summary>Whether associations are found whatever the role.</summary>
    public bool IgnoresRoles { get; set; }

    /// <summary>Whether EnumerateInstanceNames leaves one out.</summary>
    public bool HidesFirstName { get; set; }

    /// <summary>Whether GetInstance finds something whatever the key.</summary>
    public bool FindsAnything { get; set; }

    /// <summary>After how many operations no answer comes any more.</summary>
    public int AnswersLeft { get; set; } = int.MaxValue;

    /// <summary>Every method that was called.</summary>
    public List<string> Called { get; } = new();

    /// <summary>Renames a class; the new one derives from the old one.</summary>
    public void Rename(string from, string to)
    {
        _parents[to] = from;
        Change(instance => new CimInstance(NameOf(instance.ClassName), instance.Properties.Select(Property), Path(instance.Path!)));

        string NameOf(string name) => name == from ? to : name;
        CimObjectPath Path(CimObjectPath path) => new(NameOf(path.ClassName), path.Keys.Select(Property), path.Namespace, path.Host);
        CimProperty Property(CimProperty property) => property.Value switch
        {
            CimObjectPath path => property.With(Path(path)),
            string text => property.With(NameOf(text)),
            _ => property,
        };
    }

    /// <summary>Changes every instance; null removes it.</summary>
    public void Change(Func<CimInstance, CimInstance?> change)
    {
        var changed = Instances.Select(change).Where(instance => instance is not null).ToList();
        Instances.Clear();
        Instances.AddRange(changed!);
    }

    /// <summary>Changes the instances of a class.</summary>
    public void Change(string className, Func<CimInstance, CimInstance?> change) =>
        Change(instance => IsA(instance.ClassName, className) ? change(instance) : instance);

    /// <summary>Sets a property of all instances of a class.</summary>
    public void Set(string className, CimProperty property) => Change(className, instance => instance.With(property));

    /// <summary>The classes as the CIM schema has them.</summary>
    public static CimClass? Declared(string name) => ProfileSchema.Find(name) is { } found
        ? name.EndsWith("VirtualSystemMigrationService", StringComparison.OrdinalIgnoreCase) ? DeclaredMethods.OfService(found) : found : null;

    public bool IsA(string name, string ancestor) =>
        string.Equals(name, ancestor, StringComparison.OrdinalIgnoreCase)
        || (HasInheritance && (ProfileSchema.IsA(name, ancestor) || (_parents.TryGetValue(name, out string? parent) && IsA(parent, ancestor))));

    public Task<CimClass> GetClassAsync(string nameSpace, string className, CancellationToken cancellationToken) => Do("GetClass", className, () =>
        Class(className) ?? throw new CimException(CimStatus.NotFound, "no such class"));

    public Task<IReadOnlyList<string>> EnumerateClassNamesAsync(string nameSpace, string? className, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<string>>("EnumerateClassNames", className ?? "", () => ProfileSchema.Classes.Select(declared => declared.Name).Concat(_parents.Keys)
            .Where(name => className is null || IsA(name, className)).ToList());

    public Task<CimInstance> GetInstanceAsync(CimObjectPath path, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Do("GetInstance", path.ClassName, () => Instances.Find(instance => instance.Path!.Equals(path) || (FindsAnything && instance.ClassName == path.ClassName))?.Only(properties?.ToList())
            ?? throw new CimException(CimStatus.NotFound, "no such instance"));

    public Task<IReadOnlyList<CimInstance>> EnumerateInstancesAsync(
        string nameSpace, string className, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<CimInstance>>("EnumerateInstances", className, () => All(nameSpace, className).ToList());

    public Task<IReadOnlyList<CimObjectPath>> EnumerateInstanceNamesAsync(string nameSpace, string className, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<CimObjectPath>>("EnumerateInstanceNames", className, () => All(nameSpace, className).Select(instance => instance.Path!).Skip(HidesFirstName ? 1 : 0).ToList());

    public Task<IReadOnlyList<CimInstance>> AssociatorsAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<CimInstance>>("Associators", path.ClassName, () => Others(path, filter).ToList());

    public Task<IReadOnlyList<CimObjectPath>> AssociatorNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<CimObjectPath>>("AssociatorNames", path.ClassName, () => Others(path, filter).Select(instance => instance.Path!).ToList());

    public Task<IReadOnlyList<CimInstance>> ReferencesAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<CimInstance>>("References", path.ClassName, () => Links(path, filter).ToList());

    public Task<IReadOnlyList<CimObjectPath>> ReferenceNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        Do<IReadOnlyList<CimObjectPath>>("ReferenceNames", path.ClassName, () => Links(path, filter).Select(instance => instance.Path!).ToList());

    public Task ModifyInstanceAsync(CimInstance instance, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("the walker must modify nothing");

    public Task DeleteInstanceAsync(CimObjectPath path, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("the walker must delete nothing");

    public Task<CimMethodResult> InvokeAsync(CimObjectPath path, string method, IReadOnlyList<CimProperty> parameters, CancellationToken cancellationToken) =>
        Do(method, path.ClassName, () =>
        {
            Called.Add(method);
            return Methods.TryGetValue(method, out var body) ? body(path, parameters) : throw new CimException(CimStatus.MethodNotFound, "no such method");
        });

    public void Dispose()
    {
    }

    private Task<T> Do<T>(string operation, string className, Func<T> body)
    {
        if (AnswersLeft-- <= 0)
        {
            return new TaskCompletionSource<T>().Task;
        }

        OnOperation(operation, className);
        return Task.FromResult(body());
    }

    private IEnumerable<CimInstance> All(string nameSpace, string className) =>
        Instances.Where(instance => string.Equals(instance.Path!.Namespace, nameSpace, StringComparison.OrdinalIgnoreCase) && IsA(instance.ClassName, className));

    private IEnumerable<CimInstance> Links(CimObjectPath path, AssociationFilter filter) => Instances.Where(instance =>
        (filter.AssocClass is null || IsA(instance.ClassName, filter.AssocClass)) && Ends(instance).Any(end => IsEnd(end, path, filter.Role)));

    private IEnumerable<CimInstance> Others(CimObjectPath path, AssociationFilter filter) => Links(path, filter)
        .SelectMany(link => Ends(link)
            .Where(end => !((CimObjectPath)end.Value!).Equals(path) && (filter.ResultRole is null || string.Equals(end.Name, filter.ResultRole, StringComparison.OrdinalIgnoreCase)))
            .Select(end => Instances.Find(instance => instance.Path!.Equals((CimObjectPath)end.Value!))))
        .Where(instance => instance is not null && (filter.ResultClass is null || IsA(instance.ClassName, filter.ResultClass)))
        .Select(instance => instance!).Distinct();

    private static IEnumerable<CimProperty> Ends(CimInstance instance) => instance.Properties.Where(property => property.Value is CimObjectPath);

    private bool IsEnd(CimProperty end, CimObjectPath path, string? role) =>
        ((CimObjectPath)end.Value!).Equals(path) && (role is null || IgnoresRoles || string.Equals(end.Name, role, StringComparison.OrdinalIgnoreCase));
}

internal static class InstanceChanges
{
    /// <summary>The same instance with another value of a property.</summary>
    public static CimInstance With(this CimInstance instance, CimProperty property) =>
        new(instance.ClassName, instance.Properties.Where(other => other.Name != property.Name).Append(property), instance.Path);

    /// <summary>The same instance without a property.</summary>
    public static CimInstance Without(this CimInstance instance, string name) =>
        new(instance.ClassName, instance.Properties.Where(other => other.Name != name), instance.Path);
}
