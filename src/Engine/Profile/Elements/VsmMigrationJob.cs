using System;
using VsMigration.Cim.Mapping;
using VsMigration.Profile.Implementation;

namespace VsMigration.Profile.Elements;

/// <summary>VSM_MigrationJob: a migration job with its figures, some of which can be changed while it runs.</summary>
[CimClass("VSM_MigrationJob")]
[Clause("10.3")]
public sealed record VsmMigrationJob : ConcreteJob
{
    /// <summary>Bytes of memory and disks sent so far, repeated pages counted each time.</summary>
    [CimProperty]
    public ulong? BytesTransferred { get; init; }

    /// <summary>Bytes still to be sent, as of now; grows when the guest dirties memory faster than it is sent.</summary>
    [CimProperty]
    public ulong? BytesRemaining { get; init; }

    /// <summary>Bytes of memory and disks in all.</summary>
    [CimProperty]
    public ulong? BytesTotal { get; init; }

    /// <summary>Transfer rate, bytes per second.</summary>
    [CimProperty]
    public ulong? BytesPerSecond { get; init; }

    /// <summary>Memory that the guest dirties, bytes per second; 0 where it is not known.</summary>
    [CimProperty]
    public ulong? DirtyBytesPerSecond { get; init; }

    /// <summary>How long the guest stood still; null until it has been switched over.</summary>
    [CimProperty]
    public TimeSpan? Downtime { get; init; }

    /// <summary>The downtime to expect if the guest were switched over now; null where it is not known.</summary>
    [CimProperty]
    public TimeSpan? ExpectedDowntime { get; init; }

    /// <summary>Pre-copy passes over the memory so far.</summary>
    [CimProperty]
    public uint? Iterations { get; init; }

    /// <summary>The bandwidth asked for, in <see cref="BandwidthUnit"/>; 0 = the service's default.</summary>
    [CimProperty(Writable = true)]
    public ushort? Bandwidth { get; init; }

    /// <summary>A programmatic unit (DSP0004 annex C), such as <c>byte/second*2^20</c>.</summary>
    [CimProperty(Writable = true)]
    public string? BandwidthUnit { get; init; }

    /// <summary>The longest time that the guest may stand still; null = the platform's default.</summary>
    [CimProperty(Writable = true)]
    public TimeSpan? MaxDowntime { get; init; }

    /// <summary>The host that the virtual system leaves.</summary>
    [CimProperty]
    public string? SourceHost { get; init; }

    /// <summary>The host that it goes to.</summary>
    [CimProperty]
    public string? DestinationHost { get; init; }

    /// <summary>How it is migrated.</summary>
    [CimProperty]
    public MigrationType? MigrationType { get; init; }

    /// <summary>How its memory travels.</summary>
    [CimProperty]
    public TransportType? TransportType { get; init; }
}
