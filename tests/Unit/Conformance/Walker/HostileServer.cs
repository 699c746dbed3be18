using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Tests.Conformance.Walker;

/// <summary>A server that answers every now and then with something else: NULL, an exception of any kind, another's objects, no end, wrong types.</summary>
internal sealed class HostileServer : ICimClient
{
    private readonly ModelServer _model;
    private readonly Random _random;
    private readonly int _oneIn;

    /// <param name="model">What it answers otherwise.</param>
    /// <param name="seed">Which of all the hostile servers it is.</param>
    /// <param name="oneIn">How often it is hostile: each so many-th answer.</param>
    public HostileServer(ModelServer model, int seed, int oneIn)
    {
        _model = model;
        _random = new Random(seed);
        _oneIn = oneIn;
    }

    private bool IsHostile => _random.Next(_oneIn) == 0;

    public Task<CimClass> GetClassAsync(string nameSpace, string className, CancellationToken cancellationToken) => Answer(
        () => _model.GetClassAsync(nameSpace, className, cancellationToken), _ => new CimClass { Name = "Odd", Properties = [new CimPropertyDeclaration { Name = "InstanceID", Type = CimType.Real32 }] });

    public Task<IReadOnlyList<string>> EnumerateClassNamesAsync(string nameSpace, string? className, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<string>>(() => _model.EnumerateClassNamesAsync(nameSpace, className, cancellationToken), names => new Endless<string>(First(names) ?? ""));

    public Task<CimInstance> GetInstanceAsync(CimObjectPath path, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Answer(() => _model.GetInstanceAsync(path, properties, cancellationToken), Spoil);

    public Task<IReadOnlyList<CimInstance>> EnumerateInstancesAsync(
        string nameSpace, string className, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Answer(() => _model.EnumerateInstancesAsync(nameSpace, className, properties, cancellationToken), Spoil);

    public Task<IReadOnlyList<CimObjectPath>> EnumerateInstanceNamesAsync(string nameSpace, string className, CancellationToken cancellationToken) =>
        Answer(() => _model.EnumerateInstanceNamesAsync(nameSpace, className, cancellationToken), Spoil);

    public Task<IReadOnlyList<CimInstance>> AssociatorsAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Answer(() => _model.AssociatorsAsync(path, filter, properties, cancellationToken), Spoil);

    public Task<IReadOnlyList<CimObjectPath>> AssociatorNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        Answer(() => _model.AssociatorNamesAsync(path, filter, cancellationToken), Spoil);

    public Task<IReadOnlyList<CimInstance>> ReferencesAsync(
        CimObjectPath path, AssociationFilter filter, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        Answer(() => _model.ReferencesAsync(path, filter, properties, cancellationToken), Spoil);

    public Task<IReadOnlyList<CimObjectPath>> ReferenceNamesAsync(CimObjectPath path, AssociationFilter filter, CancellationToken cancellationToken) =>
        Answer(() => _model.ReferenceNamesAsync(path, filter, cancellationToken), Spoil);

    public Task ModifyInstanceAsync(CimInstance instance, IReadOnlyCollection<string>? properties, CancellationToken cancellationToken) =>
        _model.ModifyInstanceAsync(instance, properties, cancellationToken);

    public Task DeleteInstanceAsync(CimObjectPath path, CancellationToken cancellationToken) => _model.DeleteInstanceAsync(path, cancellationToken);

    public Task<CimMethodResult> InvokeAsync(CimObjectPath path, string method, IReadOnlyList<CimProperty> parameters, CancellationToken cancellationToken) => Answer(
        () => _model.InvokeAsync(path, method, parameters, cancellationToken),
        result => new CimMethodResult
        {
            ReturnValue = Pick<object?>(null, "0", "text", 1.5, 4096u, ulong.MaxValue, new object?[] { null }),
            OutParameters = Pick(null!, result.OutParameters, [null!], [new CimProperty("Job", CimType.String, "x"), new CimProperty("IsMigratable", CimType.String, "yes")]),
        });

    public void Dispose()
    {
    }

    private static T? First<T>(IReadOnlyList<T> list) => list.Count > 0 ? list[0] : default;

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    private Task<T> Answer<T>(Func<Task<T>> model, Func<T, T> spoil)
    {
        Task<T>? nothing = null;
        if (!IsHostile)
        {
            return model();
        }

        switch (_random.Next(8))
        {
            case 0: throw new InvalidOperationException("out of order");
            case 1: return Task.FromException<T>(new TaskCanceledException("hung up"));
            case 2: return Task.FromException<T>(new CimException((CimStatus)_random.Next(-3, 99), "\u001b[0m?", [null!, new CimInstance("CIM_Error", [])]));
            case 3: return Task.FromException<T>(new CimException(CimStatus.Failed, "no"));
            case 4: return Task.FromResult(default(T)!);
            case 5: return nothing!;
            default: return Task.FromResult(spoil(model().GetAwaiter().GetResult()));
        }
    }

    private IReadOnlyList<CimInstance> Spoil(IReadOnlyList<CimInstance> instances) => _random.Next(4) switch
    {
        0 => new Endless<CimInstance>(First(instances)!),
        1 => [.. instances, null!, .. instances],
        2 => [],
        _ => instances.Select(Spoil).ToList(),
    };

    private IReadOnlyList<CimObjectPath> Spoil(IReadOnlyList<CimObjectPath> paths) => _random.Next(4) switch
    {
        0 => new Endless<CimObjectPath>(First(paths)!),
        1 => [.. paths, null!],
        2 => [new CimObjectPath("Odd", []), .. paths],
        _ => paths.Select(path => new CimObjectPath("KVM" + path.ClassName, path.Keys.Skip(1))).ToList(),
    };

    private CimInstance Spoil(CimInstance instance) => _random.Next(4) switch
    {
        0 => instance.At(null),
        1 => new CimInstance("", [], instance.Path),
        2 => new CimInstance("Odd", instance.Properties.Select(Spoil), new CimObjectPath("Odd", [])),
        _ => new CimInstance(instance.ClassName, instance.Properties.Select(Spoil), instance.Path),
    };

    private CimProperty Spoil(CimProperty property) => _random.Next(6) switch
    {
        0 => new CimProperty(property.Name, property.Type, null, property.IsArray),
        1 => new CimProperty(property.Name, CimType.String, "\u0000 other"),
        2 => new CimProperty(property.Name, CimType.UInt64, ulong.MaxValue),
        3 => new CimProperty(property.Name, CimType.String, new object?[] { null, "x" }, isArray: true),
        4 => new CimProperty(property.Name, CimType.Reference, new CimObjectPath("", [])),
        _ => property,
    };

    /// <summary>A list that says it has no elements, and has no end.</summary>
    private sealed class Endless<T> : IReadOnlyList<T>
    {
        private readonly T _element;

        public Endless(T element) => _element = element;

        public int Count => 0;

        public T this[int index] => _element;

        public IEnumerator<T> GetEnumerator()
        {
            while (true)
            {
                yield return _element;
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
