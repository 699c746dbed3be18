using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_InstModification: an instance changed: VS_MIGRATION_JOB_CHANGE.</summary>
[CimClass("CIM_InstModification", IsIndication = true, Version = "2.45.0")]
[Clause("10.20", "T37")]
public sealed record InstModification : InstIndication
{
    /// <summary>The instance as it was before.</summary>
    [CimProperty(AnyClass = true)]
    public CimInstance? PreviousInstance { get; init; }

    /// <summary>The properties that changed; null where that is not known.</summary>
    [CimProperty]
    public IReadOnlyList<string>? ChangedPropertyNames { get; init; }
}
