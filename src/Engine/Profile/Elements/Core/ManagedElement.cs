using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ManagedElement: what every element has.</summary>
[CimClass("CIM_ManagedElement", Version = "2.45.0")]
public abstract record ManagedElement
{
    /// <summary>Its identity within the namespace, opaque; a key in the subclasses that say so, null where there is none.</summary>
    [CimProperty]
    public virtual string? InstanceID { get; init; }

    /// <summary>A short description; null where there is none.</summary>
    [CimProperty]
    public string? Caption { get; init; }

    /// <summary>A description; null where there is none.</summary>
    [CimProperty]
    public string? Description { get; init; }

    /// <summary>The name that people use; null where there is none.</summary>
    [CimProperty]
    public virtual string? ElementName { get; init; }

    /// <summary>Counts the states of the element upwards; null where nobody counts.</summary>
    [CimProperty]
    public ulong? Generation { get; init; }
}
