using System;

namespace VsMigration.Cim;

/// <summary>
/// A property of an instance, or a parameter of a method call: a name, a type and a value. The value is of the CLR type that
/// <see cref="CimType"/> names, an <c>object?[]</c> of those where <see cref="IsArray"/>, or null. Never changed once made.
/// </summary>
public sealed class CimProperty
{
    /// <summary>Makes a property.</summary>
    /// <param name="name">Its name; compared without regard to case.</param>
    /// <param name="type">Its type, an element's type where it is an array.</param>
    /// <param name="value">Its value; see <see cref="CimValue.Normalize"/> for what is taken.</param>
    /// <param name="isArray">Whether it is an array.</param>
    /// <exception cref="CimException">TypeMismatch: the value is of another type, or does not fit.</exception>
    public CimProperty(string name, CimType type, object? value, bool isArray = false)
    {
        Name = name;
        Type = type;
        IsArray = isArray;
        Value = CimValue.Normalize(type, isArray, value, name);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its type, an element's type where it is an array.</summary>
    public CimType Type { get; }

    /// <summary>Whether it is an array.</summary>
    public bool IsArray { get; }

    /// <summary>Its value; null is CIM's NULL.</summary>
    public object? Value { get; }

    /// <summary>The elements of an array; none where it is NULL, and one where it is no array.</summary>
    public object?[] Elements => Value switch
    {
        null => Array.Empty<object?>(),
        object?[] elements => elements,
        var single => new[] { single },
    };

    /// <summary>The same property with another value.</summary>
    public CimProperty With(object? value) => new(Name, Type, value, IsArray);

    /// <inheritdoc/>
    public override string ToString() => Name + " = " + CimValue.ToText(Value);
}
