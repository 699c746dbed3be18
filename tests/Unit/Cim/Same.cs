using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;

namespace VsMigration.Tests.Cim;

/// <summary>Equality of values to the letter: types, arrays, and what is embedded.</summary>
internal static class Same
{
    public static bool Value(object? left, object? right) => (left, right) switch
    {
        (object?[] a, object?[] b) => a.Length == b.Length && a.Zip(b, Value).All(same => same),
        (CimInstance a, CimInstance b) => Instance(a, b),
        (CimObjectPath a, CimObjectPath b) => Path(a, b),
        _ => Equals(left, right),
    };

    public static bool Instance(CimInstance left, CimInstance right) =>
        left.ClassName == right.ClassName
        && left.Properties.Count == right.Properties.Count
        && left.Properties.Zip(right.Properties, Property).All(same => same);

    /// <summary>Stricter than the paths' own equality: types, the host, and names to the letter.</summary>
    public static bool Path(CimObjectPath left, CimObjectPath right) =>
        left.Host == right.Host && left.Namespace == right.Namespace && left.ClassName == right.ClassName
        && left.Keys.Count == right.Keys.Count
        && left.Keys.Zip(right.Keys, Property).All(same => same);

    public static bool Property(CimProperty left, CimProperty right) =>
        left.Name == right.Name && left.Type == right.Type && left.IsArray == right.IsArray && Value(left.Value, right.Value);

    /// <summary>The classes of a path and of the paths in it, as they would be declared for it.</summary>
    public static Func<string, CimClass?> ClassesOf(CimObjectPath path) => name => All(path)
        .Where(inner => string.Equals(inner.ClassName, name, StringComparison.OrdinalIgnoreCase))
        .Select(inner => new CimClass
        {
            Name = inner.ClassName,
            Properties = inner.Keys.Select(key => new CimPropertyDeclaration { Name = key.Name, Type = key.Type, IsKey = true }).ToList(),
        })
        .FirstOrDefault();

    /// <summary>Whether the paths in a path are of different classes, so that one schema can be made for all of them.</summary>
    public static bool HasDifferentClasses(CimObjectPath path) =>
        All(path).Select(inner => inner.ClassName).Distinct(StringComparer.OrdinalIgnoreCase).Count() == All(path).Count();

    private static IEnumerable<CimObjectPath> All(CimObjectPath path) =>
        path.Keys.Select(key => key.Value).OfType<CimObjectPath>().SelectMany(All).Prepend(path);
}
