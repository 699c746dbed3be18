using System;

namespace VsMigration.Cim.Mapping;

/// <summary>
/// Makes a C# property the declaration of a CIM property. Its CIM type follows from its CLR type (<see cref="CimValue.TypeOf"/>); a
/// property whose type is itself a CIM class is an embedded instance.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class CimPropertyAttribute : Attribute
{
    /// <summary>The CIM property's name where it is not the C# property's; empty otherwise.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it is a key.</summary>
    public bool Key { get; set; }

    /// <summary>Whether it must not be NULL.</summary>
    public bool Required { get; set; }

    /// <summary>Whether ModifyInstance may set it.</summary>
    public bool Writable { get; set; }

    /// <summary>Whether an embedded instance may be of any class (the EmbeddedObject qualifier).</summary>
    public bool AnyClass { get; set; }

    /// <summary>The declaration of the class that a reference leads to, or that an untyped embedded instance is of; null otherwise.</summary>
    public Type? Of { get; set; }
}
