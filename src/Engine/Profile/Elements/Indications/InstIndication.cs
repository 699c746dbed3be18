using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_InstIndication: news of an instance.</summary>
[CimClass("CIM_InstIndication", IsIndication = true, Version = "2.29.0")]
[Clause("7.6")]
public abstract record InstIndication : Indication
{
    /// <summary>A copy of the instance.</summary>
    [CimProperty(Required = true, AnyClass = true)]
    public CimInstance? SourceInstance { get; init; }

    /// <summary>The path of the instance, as text without a host.</summary>
    [CimProperty]
    public string? SourceInstanceModelPath { get; init; }

    /// <summary>The name or address of the host that it is on.</summary>
    [CimProperty]
    public string? SourceInstanceHost { get; init; }
}
