using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Service;

/// <summary>What a check found: everything at once.</summary>
public sealed record MigrationReport
{
    private static readonly MigrationStepName[] s_ofDefinitions =
    {
        MigrationStepName.DefineAtDestination, MigrationStepName.CarryOver, MigrationStepName.VerifyDestination,
        MigrationStepName.ReleaseSource, MigrationStepName.VerifySource,
    };

    /// <summary>The virtual system.</summary>
    public VirtualSystem VirtualSystem { get; init; } = new();

    /// <summary>Where it is.</summary>
    public string SourceHost { get; init; } = "";

    /// <summary>Where it is to go.</summary>
    public string DestinationHost { get; init; } = "";

    /// <summary>Whether the destination could be asked; if not, nothing was checked but the source.</summary>
    public bool DestinationAnswered { get; init; } = true;

    /// <summary>The migration type that was checked.</summary>
    public MigrationType MigrationType { get; init; }

    /// <summary>The transport that was checked.</summary>
    public TransportType TransportType { get; init; }

    /// <summary>Whether nothing blocks the migration. Conditions may change before it starts (clause 9.1.3, note).</summary>
    [Clause("T6-6", "9.1.3-3", "9.1.3-4", "9.2.1-2")]
    public bool IsMigratable => Findings.All(finding => finding.Severity != ErrorSeverity.Error);

    /// <summary>Every finding, blockers first.</summary>
    public IReadOnlyList<MigrationError> Findings { get; init; } = Array.Empty<MigrationError>();

    /// <summary>What a migration would do, step by step; empty where something blocks it.</summary>
    public IReadOnlyList<MigrationStepName> Steps { get; init; } = Array.Empty<MigrationStepName>();

    /// <summary>
    /// Whether a migration only moves a definition, which takes no time worth a job: no instance, no disk, no shutdown. A server may
    /// then answer with the result itself (clause 8.1.2, return code 0).
    /// </summary>
    public bool CompletesAtOnce => Steps.Count > 0 && Steps.All(step => Array.IndexOf(s_ofDefinitions, step) >= 0);

    /// <summary>The session that it was checked through.</summary>
    public Guid SessionId { get; init; }
}
