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

    private ElementMap(Type type)
    {
        var attribute = AttributeOf(type) ?? throw new ArgumentException(type.FullName + " declares no CIM class.");
        _type = type;
        SuperType = Ancestors(type.BaseType).FirstOrDefault(ancestor => AttributeOf(ancestor) is not null);
        _properties = Ancestors(type).Reverse().SelectMany(ElementProperty.DeclaredBy).ToList();
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

    /// <summary>The instance of an element, of the class that its type declares.</summary>
    /// <param name="element">The element.</param>
    /// <param name="nameSpace">The namespace that its path is in; null = it gets no path.</param>
    public static CimInstance ToInstance(object element, string? nameSpace = null)
    {
        var map = Of(element.GetType());
        var properties = map._properties.Select(property => property.Read(element)).ToList();
        return new CimInstance(map.Class.Name, properties, nameSpace is null ? null : map.PathOf(properties, nameSpace));
    }

    /// <summary>The path of an element: its class and its keys.</summary>
    /// <param name="element">The element.</param>
    /// <param name="nameSpace">The namespace.</param>
    public static CimObjectPath PathOf(object element, string nameSpace)
    {
        var map = Of(element.GetType());
        return map.PathOf(map._properties.Where(property => property.Declaration.IsKey).Select(property => property.Read(element)), nameSpace);
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

    private CimObjectPath PathOf(IEnumerable<CimProperty> properties, string nameSpace) =>
        new(Class.Name, properties.Where(property => Class.Property(property.Name)!.IsKey), nameSpace);

    private static IEnumerable<Type> Ancestors(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
