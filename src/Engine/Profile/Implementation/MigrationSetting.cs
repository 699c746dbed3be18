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

    /// <summary>Whether a virtual system that writes to its memory faster than it can be sent is slowed down; null = yes.</summary>
    [CimProperty]
    public bool? AutoConverge { get; init; }

    /// <summary>
    /// Whether the migration may be switched to post-copy while it runs; null = only where <see cref="OnTimeout"/> says so.
    /// </summary>
    [CimProperty]
    public bool? PostCopy { get; init; }

    /// <summary>How many connections carry the memory side by side; 0 or null = the default, one.</summary>
    [CimProperty]
    public uint? ParallelConnections { get; init; }

    /// <summary>How memory is compressed on its way, by the platform's name for it: <c>xbzrle</c>, <c>zstd</c>; null or <c>none</c> = not at all.</summary>
    [CimProperty]
    public string? Compression { get; init; }

    /// <summary>How long the virtual system may stand still for the hand-over; null = the platform's default (QEMU: 300 ms).</summary>
    [CimProperty]
    public TimeSpan? MaxDowntime { get; init; }
}
