using System.Collections.Generic;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_IndicationFilter: which indications a subscriber wants (DSP1054); the predefined ones are those of Table 17.</summary>
[CimClass("CIM_IndicationFilter", Version = "2.31.1")]
[Clause("7.6")]
public sealed record IndicationFilter : ManagedElement
{
    /// <summary>The CreationClassName of the system that it is on.</summary>
    [CimProperty(Key = true)]
    public string? SystemCreationClassName { get; init; }

    /// <summary>The Name of the system that it is on.</summary>
    [CimProperty(Key = true)]
    public string? SystemName { get; init; }

    /// <summary>The class that it was made of.</summary>
    [CimProperty(Key = true)]
    public string? CreationClassName { get; init; }

    /// <summary>Its name: the IndicationFilterName of the indications that pass it.</summary>
    [CimProperty(Key = true)]
    public string? Name { get; init; }

    /// <summary>The namespace that the indications come from; deprecated by the schema.</summary>
    [CimProperty]
    public string? SourceNamespace { get; init; }

    /// <summary>The namespaces that the indications come from; null = its own.</summary>
    [CimProperty]
    public IReadOnlyList<string>? SourceNamespaces { get; init; }

    /// <summary>Whether it can be subscribed to by itself; null = yes.</summary>
    [CimProperty]
    public bool? IndividualSubscriptionSupported { get; init; }

    /// <summary>Which indications pass, in <see cref="QueryLanguage"/>.</summary>
    [CimProperty(Required = true)]
    public string? Query { get; init; }

    /// <summary>The language of <see cref="Query"/>: <c>DMTF:CQL</c>.</summary>
    [CimProperty(Required = true)]
    public string? QueryLanguage { get; init; }

    /// <summary>Variables of <see cref="Query"/> and their values, <c>name=value</c>; null = none.</summary>
    [CimProperty]
    public IReadOnlyList<string>? TemplateVariable { get; init; }
}
