using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ManagedSystemElement: what is part of a system, with its status.</summary>
[CimClass("CIM_ManagedSystemElement", Version = "2.28.0")]
public abstract record ManagedSystemElement : ManagedElement
{
    /// <summary>When it was installed; null where that is not known.</summary>
    [CimProperty]
    public CimDateTime? InstallDate { get; init; }

    /// <summary>Its name; a key in the subclasses that say so.</summary>
    [CimProperty]
    public virtual string? Name { get; init; }

    /// <summary>How it does, the primary status first.</summary>
    [CimProperty]
    public IReadOnlyList<OperationalStatus>? OperationalStatus { get; init; }

    /// <summary>An explanation of each element of <see cref="OperationalStatus"/>, by index.</summary>
    [CimProperty]
    public IReadOnlyList<string>? StatusDescriptions { get; init; }

    /// <summary>The primary status as a word; deprecated by the schema in favour of <see cref="OperationalStatus"/>.</summary>
    [CimProperty]
    public string? Status { get; init; }

    /// <summary>How healthy it is.</summary>
    [CimProperty]
    public HealthState? HealthState { get; init; }

    /// <summary>Whether it can be spoken with.</summary>
    [CimProperty]
    public CommunicationStatus? CommunicationStatus { get; init; }

    /// <summary>Details of <see cref="PrimaryStatus"/>.</summary>
    [CimProperty]
    public DetailedStatus? DetailedStatus { get; init; }

    /// <summary>What it is doing, the way from one state into another included.</summary>
    [CimProperty]
    public OperatingStatus? OperatingStatus { get; init; }

    /// <summary>Its status in one of three colours.</summary>
    [CimProperty]
    public PrimaryStatus? PrimaryStatus { get; init; }
}
