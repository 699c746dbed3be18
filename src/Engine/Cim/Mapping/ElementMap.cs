using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace VsMigration.Cim.Mapping;

/// <summary>
/// The one mapper between typed elements and CIM instances, both ways, driven by a table of the element's properties that is read
/// once from its attributes. The same table is the class's declaration.
/// </summary>
public sealed class ElementMap
{
    private static readonly ConcurrentDictionary<Type, ElementMap> s_maps = new();

    private readonly Type _type;
    private readonly IReadOnlyList<ElementProperty> _properties;
    private readonly IReadOnlyList<ElementProperty> _keys;

    private ElementMap(Type type)
    {
        var attribute = AttributeOf(type) ?? throw new ArgumentException(type.FullName + " declares no CIM class.");
        _type = type;
        SuperType = Ancestors(type.BaseType).FirstOrDefault(ancestor => AttributeOf(ancestor) is not null);
        _properties = Resolve(Ancestors(type).Reverse().SelectMany(ElementProperty.DeclaredBy));
        _keys = _properties.Where(property => property.Declaration.IsKey).ToList();
        Class = new CimClass
        {
            Name = attribute.Name,
            SuperClassName = SuperType is null ? null : AttributeOf(SuperType)!.Name,
            IsAssociation = attribute.IsAssociation,
            IsIndication = attribute.IsIndication,
            IsAbstract = type.IsAbstract,
            Version = attribute.Version,
            Properties = _properties.Select(property => property.Declaration).ToList(),
        };
    }

    /// <summary>The class's declaration, without methods.</summary>
    public CimClass Class { get; }

    /// <summary>The declaration of its superclass; null for a root.</summary>
    public Type? SuperType { get; }

    /// <summary>The map of a type that has <see cref="CimClassAttribute"/>.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    public static ElementMap Of(Type type) => s_maps.GetOrAdd(type, key => new ElementMap(key));

    /// <summary>The name of the CIM class that a type declares.</summary>
    /// <exception cref="ArgumentException">It declares none.</exception>
    public static string NameOf(Type type) => AttributeOf(type)?.Name ?? throw new ArgumentException(type.FullName + " declares no CIM class.");

    /// <summary>The instance of an element, of the class that its type declares.</summary>
    /// <param name="element">The element.</param>
    /// <param name="nameSpace">The namespace that its path is in; null = it gets no path.</param>
    public static CimInstance ToInstance(object element, string? nameSpace = null)
    {
        var map = Of(element.GetType());
        return new CimInstance(map.Class.Name, map._properties.Select(property => property.Read(element)), nameSpace is null ? null : PathOf(element, nameSpace));
    }

    /// <summary>The path of an element: its class and its keys.</summary>
    /// <param name="element">The element.</param>
    /// <param name="nameSpace">The namespace.</param>
    public static CimObjectPath PathOf(object element, string nameSpace)
    {
        var map = Of(element.GetType());
        return new CimObjectPath(map.Class.Name, map._keys.Select(property => property.Read(element)), nameSpace);
    }

    /// <summary>
    /// The element of an instance, which may be of a subclass, or of another's subclass: properties that the element has not are passed
    /// over, and those that the instance has not stay as the element has them by itself.
    /// </summary>
    /// <exception cref="CimException">TypeMismatch: a property has a value of another type.</exception>
    public static T FromInstance<T>(CimInstance instance)
        where T : new() => (T)FromInstance(typeof(T), instance);

    /// <summary>The same for a type that is known at run time only.</summary>
    /// <exception cref="CimException">TypeMismatch: a property has a value of another type.</exception>
    public static object FromInstance(Type type, CimInstance instance)
    {
        var map = Of(type);
        object element = Activator.CreateInstance(map._type)!;
        foreach (var property in map._properties)
        {
            if (instance.Find(property.Declaration.Name) is { Value: not null } given)
            {
                property.Write(element, given);
            }
        }

        return element;
    }

    internal static CimClassAttribute? AttributeOf(Type type) => type.GetCustomAttribute<CimClassAttribute>(inherit: false);

    // An overriding property takes the place of the one that it overrides and remains what that one was (DSP0004 5.6.3.34: Key and the
    // like cannot be taken back); where it comes from stays the class that had it first.
    private static List<ElementProperty> Resolve(IEnumerable<ElementProperty> declared)
    {
        var resolved = new List<ElementProperty>();
        foreach (var property in declared)
        {
            int overridden = resolved.FindIndex(other => string.Equals(other.Declaration.Name, property.Declaration.Name, StringComparison.OrdinalIgnoreCase));
            if (overridden < 0)
            {
                resolved.Add(property);
            }
            else
            {
                resolved[overridden] = property.Overriding(resolved[overridden]);
            }
        }

        return resolved;
    }

    private static IEnumerable<Type> Ancestors(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
