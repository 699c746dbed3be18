using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ManagedElement: what every element has.</summary>
[CimClass("CIM_ManagedElement", Version = "2.45.0")]
public abstract record ManagedElement
{
    /// <summary>A short description; null where there is none.</summary>
    [CimProperty]
    public string? Caption { get; init; }

    /// <summary>A description; null where there is none.</summary>
    [CimProperty]
    public string? Description { get; init; }

    /// <summary>The name that people use; null where there is none.</summary>
    [CimProperty]
    public string? ElementName { get; init; }
}
