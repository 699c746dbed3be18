using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_MethodResult: one call of a method, as it went in and as it came out; goes with its job.</summary>
[CimClass("CIM_MethodResult", Version = "2.31.0")]
[Clause("10.8", "T25")]
public sealed record MethodResult : ManagedElement
{
    /// <summary>Its identity, opaque.</summary>
    [CimProperty(Key = true)]
    public override string? InstanceID { get; init; }

    /// <summary>The call with its input parameters.</summary>
    [CimProperty]
    public InstMethodCall? PreCallIndication { get; init; }

    /// <summary>The call with its output parameters and return value; null until it is complete.</summary>
    [CimProperty]
    public InstMethodCall? PostCallIndication { get; init; }
}
