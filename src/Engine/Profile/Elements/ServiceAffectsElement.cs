using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ServiceAffectsElement: a virtual system that a migration service can migrate.</summary>
[CimClass("CIM_ServiceAffectsElement", IsAssociation = true, Version = "2.45.0")]
[Clause("10.11", "T28")]
public sealed record ServiceAffectsElement
{
    /// <summary>The virtual system.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public CimObjectPath? AffectedElement { get; init; }

    /// <summary>The migration service.</summary>
    [CimProperty(Key = true, Of = typeof(ServiceElement))]
    public CimObjectPath? AffectingElement { get; init; }

    /// <summary>What the service does to it: Manages.</summary>
    [CimProperty]
    public IReadOnlyList<ElementEffect>? ElementEffects { get; init; }

    /// <summary>What it does, where <see cref="ElementEffects"/> has Other at the same index.</summary>
    [CimProperty]
    public IReadOnlyList<string>? OtherElementEffectsDescriptions { get; init; }

    /// <summary>The priority of a requested or running migration of the virtual system; 0 or null where there is none.</summary>
    [CimProperty]
    public ushort? AssignedSequence { get; init; }

    /// <summary>A virtual system and the service that can migrate it, as Table 28 wants it.</summary>
    /// <param name="system">The virtual system.</param>
    /// <param name="service">The migration service.</param>
    /// <param name="priority">The priority of its requested or running migration; 0 where there is none.</param>
    public static ServiceAffectsElement Of(CimObjectPath system, CimObjectPath service, ushort priority) => new()
    {
        AffectedElement = system,
        AffectingElement = service,
        ElementEffects = new[] { ElementEffect.Manages },
        AssignedSequence = priority,
    };
}
