using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_OwningJobElement: the migration service that a job belongs to.</summary>
[CimClass("CIM_OwningJobElement", IsAssociation = true, Version = "2.7.0")]
[Clause("10.9", "T26")]
public sealed record OwningJobElement
{
    /// <summary>The migration service.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public CimObjectPath? OwningElement { get; init; }

    /// <summary>The job.</summary>
    [CimProperty(Key = true, Of = typeof(Job))]
    public CimObjectPath? OwnedElement { get; init; }
}
