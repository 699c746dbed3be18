using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_HostedDependency: one element lives in another.</summary>
[CimClass("CIM_HostedDependency", IsAssociation = true, Version = "2.8.0")]
public record HostedDependency : Dependency
{
    /// <summary>Where it lives.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public override CimObjectPath? Antecedent { get; init; }

    /// <summary>What lives there.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public override CimObjectPath? Dependent { get; init; }
}
