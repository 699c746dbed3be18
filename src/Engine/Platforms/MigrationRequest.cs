using System;
using System.Collections.Generic;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms;

/// <summary>The input of a check or a migration: MigrateVirtualSystemToHost and CheckVirtualSystemIsMigratableToHost in one.</summary>
[Clause("7.3-1")]
[Clause("T2-1", "T2-2", "T2-3", "T6-1", "T6-2", "T6-3")]
public sealed record MigrationRequest
{
    /// <summary>The virtual system's <see cref="Profile.Elements.VirtualSystem.Id"/>.</summary>
    public string SystemId { get; init; } = "";

    /// <summary>Where to, its name resolved to URIs.</summary>
    public MigrationHost Destination { get; init; } = new();

    /// <summary>How; what is left out is the service's default.</summary>
    public MigrationSetting Setting { get; init; } = new();

    /// <summary>What the virtual system is to be called and described as afterwards; null = as before.</summary>
    public VirtualSystemSettingData? NewSystemSetting { get; init; }

    /// <summary>Resources to change (by their InstanceID) or to add (without one) on the way.</summary>
    public IReadOnlyList<ResourceAllocationSettingData> NewResourceSettings { get; init; } = Array.Empty<ResourceAllocationSettingData>();

    /// <summary>The method that asked; a check is one of the Check… methods whatever stands here.</summary>
    public MigrationMethod Method { get; init; } = MigrationMethod.MigrateVirtualSystemToHost;

    /// <summary>Who asked (CIM_Job.Owner).</summary>
    public string Owner { get; init; } = Environment.UserName;

    /// <summary>
    /// Whether the job goes by itself some minutes after its end (CIM_Job.DeleteOnCompletion); if not, it stays until somebody removes it.
    /// </summary>
    public bool DeleteOnCompletion { get; init; } = true;
}
