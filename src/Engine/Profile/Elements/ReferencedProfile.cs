using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ReferencedProfile: one profile refers to another (DSP1033).</summary>
[CimClass("CIM_ReferencedProfile", IsAssociation = true, Version = "2.37.0")]
[Clause("10.10")]
public sealed record ReferencedProfile : ReferencedSpecification
{
    /// <summary>The profile that is referred to.</summary>
    [CimProperty(Key = true, Of = typeof(RegisteredProfile))]
    public override CimObjectPath? Antecedent { get; init; }

    /// <summary>The profile that refers to it.</summary>
    [CimProperty(Key = true, Of = typeof(RegisteredProfile))]
    public override CimObjectPath? Dependent { get; init; }
}
