using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ElementCapabilities: the capabilities of a migration service.</summary>
[CimClass("CIM_ElementCapabilities", IsAssociation = true, Version = "2.24.0")]
[Clause("10.5", "T22")]
public sealed record ElementCapabilities
{
    /// <summary>The migration service.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public CimObjectPath? ManagedElement { get; init; }

    /// <summary>Its capabilities.</summary>
    [CimProperty(Key = true, Of = typeof(Capabilities))]
    public CimObjectPath? Capabilities { get; init; }

    /// <summary>What the capabilities are to the element; null = nothing in particular.</summary>
    [CimProperty]
    public IReadOnlyList<CapabilitiesCharacteristic>? Characteristics { get; init; }
}
