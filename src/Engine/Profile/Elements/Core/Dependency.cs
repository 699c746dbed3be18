using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_Dependency: one element needs another.</summary>
[CimClass("CIM_Dependency", IsAssociation = true, Version = "2.10.0")]
public abstract record Dependency
{
    /// <summary>The element that is needed.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public virtual CimObjectPath? Antecedent { get; init; }

    /// <summary>The element that needs it.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public virtual CimObjectPath? Dependent { get; init; }
}
