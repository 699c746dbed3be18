using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_Component: one element is part of another.</summary>
[CimClass("CIM_Component", IsAssociation = true, Version = "2.7.0")]
public abstract record Component
{
    /// <summary>The whole.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public virtual CimObjectPath? GroupComponent { get; init; }

    /// <summary>The part.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public virtual CimObjectPath? PartComponent { get; init; }
}
