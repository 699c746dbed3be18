using System;
using VsMigration.Cim.Mapping;
using VsMigration.Profile.Elements;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// VSM_VirtualSystemMigrationSettingData: the profile's settings, and what it has no words for. A null property means the service's default.
/// </summary>
[CimClass("VSM_VirtualSystemMigrationSettingData")]
public sealed record MigrationSetting : VirtualSystemMigrationSettingData
{
    /// <summary>
    /// The longest time the transfer may take. Null = 800 seconds per GiB of memory, at least 120 seconds. Zero = no limit.
    /// </summary>
    [CimProperty]
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>What happens when <see cref="TimeLimit"/> is used up; null = Abort.</summary>
    [CimProperty]
    public TimeoutAction? OnTimeout { get; init; }

    /// <summary>
    /// Whether a virtual system that did not shut down in time may be powered off (MigrationType Restart only); null = no.
    /// </summary>
    [CimProperty]
    public bool? TurnOff { get; init; }
}
