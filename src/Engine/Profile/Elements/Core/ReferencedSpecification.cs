using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ReferencedSpecification: one specification refers to another.</summary>
[CimClass("CIM_ReferencedSpecification", IsAssociation = true, Version = "2.37.0")]
public record ReferencedSpecification : Dependency
{
    /// <summary>The specification that is referred to.</summary>
    [CimProperty(Key = true, Of = typeof(RegisteredSpecification))]
    public override CimObjectPath? Antecedent { get; init; }

    /// <summary>The specification that refers to it.</summary>
    [CimProperty(Key = true, Of = typeof(RegisteredSpecification))]
    public override CimObjectPath? Dependent { get; init; }
}
