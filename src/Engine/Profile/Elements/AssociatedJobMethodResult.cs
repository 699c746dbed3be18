using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_AssociatedJobMethodResult: the method call that a job carries out.</summary>
[CimClass("CIM_AssociatedJobMethodResult", IsAssociation = true, Version = "2.31.0")]
[Clause("10.2", "T19")]
public sealed record AssociatedJobMethodResult
{
    /// <summary>The job.</summary>
    [CimProperty(Key = true, Of = typeof(ConcreteJob))]
    public CimObjectPath? Job { get; init; }

    /// <summary>The method call.</summary>
    [CimProperty(Key = true, Of = typeof(MethodResult))]
    public CimObjectPath? JobParameters { get; init; }
}
