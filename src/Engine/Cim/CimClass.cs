using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Cim;

/// <summary>A class declaration: what GetClass answers and what a mapper and a method checker go by. Inherited features are among its own.</summary>
public sealed record CimClass
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The class it derives from; null for a root.</summary>
    public string? SuperClassName { get; init; }

    /// <summary>Whether its instances are associations.</summary>
    public bool IsAssociation { get; init; }

    /// <summary>Whether its instances are indications: without keys, never enumerated.</summary>
    public bool IsIndication { get; init; }

    /// <summary>Whether only subclasses have instances.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Its version; empty where it has none.</summary>
    public string Version { get; init; } = "";

    /// <summary>Properties, inherited ones first.</summary>
    public IReadOnlyList<CimPropertyDeclaration> Properties { get; init; } = Array.Empty<CimPropertyDeclaration>();

    /// <summary>Methods, inherited ones first.</summary>
    public IReadOnlyList<CimMethodDeclaration> Methods { get; init; } = Array.Empty<CimMethodDeclaration>();

    /// <summary>A property by its name, without regard to case; null if there is none.</summary>
    public CimPropertyDeclaration? Property(string name) =>
        Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A method by its name, without regard to case; null if there is none.</summary>
    public CimMethodDeclaration? Method(string name) =>
        Methods.FirstOrDefault(method => string.Equals(method.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A property as its class declares it.</summary>
public sealed record CimPropertyDeclaration
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its type, an element's type where it is an array.</summary>
    public CimType Type { get; init; }

    /// <summary>Whether it is an array.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether it is a key.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it must not be NULL.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether ModifyInstance may set it.</summary>
    public bool IsWritable { get; init; }

    /// <summary>The class of a reference, or of an embedded instance; empty otherwise.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>The class that declares it.</summary>
    public string ClassOrigin { get; init; } = "";
}

/// <summary>A method as its class declares it.</summary>
public sealed record CimMethodDeclaration
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The type of its return value.</summary>
    public CimType ReturnType { get; init; } = CimType.UInt32;

    /// <summary>Its parameters, in order.</summary>
    public IReadOnlyList<CimParameterDeclaration> Parameters { get; init; } = Array.Empty<CimParameterDeclaration>();

    /// <summary>The class that declares it.</summary>
    public string ClassOrigin { get; init; } = "";
}

/// <summary>A parameter as its method declares it.</summary>
public sealed record CimParameterDeclaration
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its type, an element's type where it is an array.</summary>
    public CimType Type { get; init; }

    /// <summary>Whether it is an array.</summary>
    public bool IsArray { get; init; }

    /// <summary>Whether the caller gives it.</summary>
    public bool IsIn { get; init; }

    /// <summary>Whether the method gives it back.</summary>
    public bool IsOut { get; init; }

    /// <summary>Whether the caller must give it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The class of a reference, or of an embedded instance; empty otherwise.</summary>
    public string ClassName { get; init; } = "";
}
