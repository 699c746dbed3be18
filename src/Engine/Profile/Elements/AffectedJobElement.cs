using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_AffectedJobElement: a virtual system that a migration job affects: the source, and the target as soon as there is one.
/// </summary>
[CimClass("CIM_AffectedJobElement", IsAssociation = true, Version = "2.15.0")]
[Clause("10.1", "T18")]
public sealed record AffectedJobElement
{
    /// <summary>The one description that Table 18 wants.</summary>
    public const string VirtualSystemMigration = "Virtual System Migration";

    /// <summary>The virtual system.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public CimObjectPath? AffectedElement { get; init; }

    /// <summary>The job.</summary>
    [CimProperty(Key = true, Of = typeof(Job))]
    public CimObjectPath? AffectingElement { get; init; }

    /// <summary>What the job does to it: Other.</summary>
    [CimProperty]
    public IReadOnlyList<JobElementEffect>? ElementEffects { get; init; }

    /// <summary>
    /// What it does: <c>Virtual System Migration</c>. Table 18 prints <c>OtherElementEffectsDescription</c>, <i>sic</i>; the schema's
    /// spelling counts.
    /// </summary>
    [CimProperty]
    public IReadOnlyList<string>? OtherElementEffectsDescriptions { get; init; }

    /// <summary>A job and a virtual system that it migrates, as Table 18 wants it.</summary>
    /// <param name="system">The source or target virtual system.</param>
    /// <param name="job">The job.</param>
    public static AffectedJobElement Of(CimObjectPath system, CimObjectPath job) => new()
    {
        AffectedElement = system,
        AffectingElement = job,
        ElementEffects = new[] { JobElementEffect.Other },
        OtherElementEffectsDescriptions = new[] { VirtualSystemMigration },
    };
}
