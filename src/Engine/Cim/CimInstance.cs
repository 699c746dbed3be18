using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Cim;

/// <summary>An instance of a class: its properties, and its path where it has one. Never changed once made.</summary>
public sealed class CimInstance
{
    private readonly Dictionary<string, CimProperty> _byName;

    /// <summary>Makes an instance.</summary>
    /// <param name="className">Its class.</param>
    /// <param name="properties">Its properties, in order; of several with one name the last counts.</param>
    /// <param name="path">Its path; null for one that is embedded, an indication or a CIM_Error.</param>
    public CimInstance(string className, IEnumerable<CimProperty> properties, CimObjectPath? path = null)
    {
        ClassName = className;
        Path = path;
        _byName = new Dictionary<string, CimProperty>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in properties)
        {
            _byName[property.Name] = property;
        }

        Properties = _byName.Values.ToArray();
    }

    /// <summary>The class it is an instance of.</summary>
    public string ClassName { get; }

    /// <summary>Its path; null where it has none.</summary>
    public CimObjectPath? Path { get; }

    /// <summary>Its properties, in order.</summary>
    public IReadOnlyList<CimProperty> Properties { get; }

    /// <summary>The value of a property; null where it is NULL or there is none of that name.</summary>
    /// <param name="name">The property's name, without regard to case.</param>
    public object? this[string name] => _byName.TryGetValue(name, out var property) ? property.Value : null;

    /// <summary>A property by its name, without regard to case; null if there is none.</summary>
    public CimProperty? Find(string name) => _byName.TryGetValue(name, out var property) ? property : null;

    /// <summary>The same instance with a path.</summary>
    public CimInstance At(CimObjectPath? path) => new(ClassName, Properties, path);

    /// <summary>The same instance with these properties only (a property list, DSP0200 5.3.2.2); null = all.</summary>
    public CimInstance Only(ICollection<string>? names)
    {
        if (names is null)
        {
            return this;
        }

        var wanted = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        return new CimInstance(ClassName, Properties.Where(property => wanted.Contains(property.Name)), Path);
    }

    /// <inheritdoc/>
    public override string ToString() => Path?.ToString() ?? "instance of " + ClassName;
}
