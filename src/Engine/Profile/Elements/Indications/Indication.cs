using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_Indication: news. Has no keys; travels to its subscribers, or embedded.</summary>
[CimClass("CIM_Indication", IsIndication = true, Version = "2.24.0")]
[Clause("7.6")]
public abstract record Indication
{
    /// <summary>Identifies it: <c>organisation:identifier</c>.</summary>
    [CimProperty]
    public string? IndicationIdentifier { get; init; }

    /// <summary>Identifiers of earlier indications that it relates to.</summary>
    [CimProperty]
    public IReadOnlyList<string>? CorrelatedIndications { get; init; }

    /// <summary>When what it reports happened.</summary>
    [CimProperty]
    public CimDateTime? IndicationTime { get; init; }

    /// <summary>How bad the news is; of a migration always Information.</summary>
    [CimProperty]
    public PerceivedSeverity? PerceivedSeverity { get; init; }

    /// <summary>How bad it is, where <see cref="PerceivedSeverity"/> is Other.</summary>
    [CimProperty]
    public string? OtherSeverity { get; init; }

    /// <summary>The Name of the filter that it passed.</summary>
    [CimProperty]
    public string? IndicationFilterName { get; init; }

    /// <summary>What <see cref="SequenceNumber"/> counts in; changes when the sender starts anew.</summary>
    [CimProperty]
    public string? SequenceContext { get; init; }

    /// <summary>Counts the indications to one destination, so that a gap or a repetition shows.</summary>
    [CimProperty]
    public long? SequenceNumber { get; init; }
}
