using VsMigration.Cim.Mapping;
using VsMigration.Profile.Implementation;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_VirtualSystemMigrationSettingData: how a virtual system is to be migrated, or what a service does by default or admits (clauses
/// 10.15 and 10.16). A null property means the service's default.
/// </summary>
[CimClass("CIM_VirtualSystemMigrationSettingData", Version = "2.33.0")]
[Clause("7.3", "10.15", "10.16", "T32", "T33")]
public record VirtualSystemMigrationSettingData : SettingData
{
    /// <summary>The migration type; null = the service's default (Live).</summary>
    [CimProperty]
    public MigrationType? MigrationType { get; init; }

    /// <summary>Relative importance: the lower the number, the higher the priority, 1 the highest. 0 or null = the default.</summary>
    [CimProperty]
    public ushort? Priority { get; init; }

    /// <summary>The bandwidth asked for, in <see cref="BandwidthUnit"/>. 0 or null = the default.</summary>
    [CimProperty]
    public ushort? Bandwidth { get; init; }

    /// <summary>A programmatic unit (DSP0004 annex C), such as <c>byte/second*2^20</c>; null = the default's unit.</summary>
    [CimProperty]
    public string? BandwidthUnit { get; init; }

    /// <summary>How memory travels; null = the service's default.</summary>
    [CimProperty]
    public TransportType? TransportType { get; init; }

    /// <summary>The transport where <see cref="TransportType"/> is Other; meaningless otherwise (clause 7.3.6).</summary>
    [CimProperty]
    public string? OtherTransportType { get; init; }
}
