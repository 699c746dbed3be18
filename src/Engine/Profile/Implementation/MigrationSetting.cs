using System;

namespace VsMigration.Profile.Implementation;

/// <summary>
/// CIM_VirtualSystemMigrationSettingData: how one virtual system is to be migrated. A null property means the service's default.
/// </summary>
[Clause("7.3")]
[Clause("10.15")]
public sealed record MigrationSetting
{
    /// <summary>The migration type; null = the service's default (Live).</summary>
    public MigrationType? MigrationType { get; init; }

    /// <summary>Relative importance: the lower the number, the higher the priority, 1 the highest. 0 or null = the default.</summary>
    public ushort? Priority { get; init; }

    /// <summary>The bandwidth asked for, in <see cref="BandwidthUnit"/>. 0 or null = the default.</summary>
    public ushort? Bandwidth { get; init; }

    /// <summary>A programmatic unit (DSP0004 annex C), such as <c>byte/second*2^20</c>; null = the default's unit.</summary>
    public string? BandwidthUnit { get; init; }

    /// <summary>How memory travels; null = the service's default.</summary>
    public TransportType? TransportType { get; init; }

    /// <summary>
    /// The longest time the transfer may take. Null = 800 seconds per GiB of memory, at least 120 seconds. Zero = no limit.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>What happens when <see cref="TimeLimit"/> is used up; null = Abort.</summary>
    public TimeoutAction? OnTimeout { get; init; }

    /// <summary>
    /// Whether a virtual system that did not shut down in time may be powered off (MigrationType Restart only); null = no.
    /// </summary>
    public bool? TurnOff { get; init; }
}
