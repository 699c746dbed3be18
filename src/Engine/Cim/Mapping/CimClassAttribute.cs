using System;

namespace VsMigration.Cim.Mapping;

/// <summary>Makes a C# class the declaration of a CIM class; the nearest base class that has the attribute is its superclass.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CimClassAttribute : Attribute
{
    /// <summary>Names the CIM class.</summary>
    public CimClassAttribute(string name) => Name = name;

    /// <summary>The CIM class's name.</summary>
    public string Name { get; }

    /// <summary>Whether its instances are associations.</summary>
    public bool IsAssociation { get; set; }

    /// <summary>Whether its instances are indications.</summary>
    public bool IsIndication { get; set; }

    /// <summary>The version of the declaration, as the schema prints it.</summary>
    public string Version { get; set; } = "";
}
