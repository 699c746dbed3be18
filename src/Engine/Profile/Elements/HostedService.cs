using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_HostedService: the host that a migration service is on; one to one.</summary>
[CimClass("CIM_HostedService", IsAssociation = true, Version = "2.10.0")]
[Clause("10.7", "T24")]
public sealed record HostedService : HostedDependency
{
    /// <summary>The host.</summary>
    [CimProperty(Key = true, Of = typeof(SystemElement))]
    public override CimObjectPath? Antecedent { get; init; }

    /// <summary>The migration service.</summary>
    [CimProperty(Key = true, Of = typeof(ServiceElement))]
    public override CimObjectPath? Dependent { get; init; }
}
