using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Cim;

/// <summary>
/// The path of an instance: namespace, class and keys, and the host where it is known. Two paths are equal where they name the same
/// instance of one server: names without regard to case, key values to the letter, keys in any order. The host is how one gets there.
/// </summary>
public sealed class CimObjectPath : IEquatable<CimObjectPath>
{
    /// <summary>Makes a path.</summary>
    /// <param name="className">The class.</param>
    /// <param name="keys">Key properties; none for the path of a class, or of a class's only instance.</param>
    /// <param name="nameSpace">The namespace, such as <c>root/interop</c>; empty where it is implied.</param>
    /// <param name="host">The host, with a port if it has one; null where it is implied.</param>
    public CimObjectPath(string className, IEnumerable<CimProperty> keys, string nameSpace = "", string? host = null)
    {
        ClassName = className;
        Keys = keys.OrderBy(key => key.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        Namespace = nameSpace.Trim('/');
        Host = string.IsNullOrEmpty(host) ? null : host;
    }

    /// <summary>The host, with a port if it has one; null where it is implied.</summary>
    public string? Host { get; }

    /// <summary>The namespace; empty where it is implied.</summary>
    public string Namespace { get; }

    /// <summary>The class.</summary>
    public string ClassName { get; }

    /// <summary>The keys, by name.</summary>
    public IReadOnlyList<CimProperty> Keys { get; }

    /// <summary>The value of a key; null if there is none of that name.</summary>
    public object? this[string key] => Keys.FirstOrDefault(candidate => string.Equals(candidate.Name, key, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>The same path in a namespace (and on a host).</summary>
    public CimObjectPath In(string nameSpace, string? host = null) => new(ClassName, Keys, nameSpace, host);

    /// <summary>The same path with its namespace, where it has none.</summary>
    public CimObjectPath OrIn(string nameSpace) => Namespace.Length > 0 ? this : In(nameSpace, Host);

    /// <summary>The same path with its keys as their class declares them; what is not declared stays as it is.</summary>
    /// <param name="classes">Finds a class by its name; null where it is not known.</param>
    /// <remarks>A path that was read from text does not tell a reference or a datetime from a string, nor the size of a number.</remarks>
    /// <exception cref="FormatException">A key is no value of its type.</exception>
    public CimObjectPath Typed(Func<string, CimClass?> classes) => KeyTypes.Apply(this, classes, depth: 0);

    /// <summary>The textual form of DSP0004 8.2.5.</summary>
    public override string ToString() => ObjectPathText.Write(this);

    /// <inheritdoc/>
    public bool Equals(CimObjectPath? other)
    {
        if (other is null || Keys.Count != other.Keys.Count || !Same(ClassName, other.ClassName) || !Same(Namespace, other.Namespace))
        {
            return false;
        }

        for (int i = 0; i < Keys.Count; i++)
        {
            if (!Same(Keys[i].Name, other.Keys[i].Name) || !CimValue.SameKey(Keys[i].Value, other.Keys[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CimObjectPath);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Not the type of a number, which a textual path does not tell.
        int hash = StringComparer.OrdinalIgnoreCase.GetHashCode(ClassName);
        foreach (var key in Keys)
        {
            hash = (hash * 31) + StringComparer.Ordinal.GetHashCode(key.Value is CimObjectPath path ? path.ClassName.ToUpperInvariant() : CimValue.ToText(key.Value));
        }

        return hash;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
