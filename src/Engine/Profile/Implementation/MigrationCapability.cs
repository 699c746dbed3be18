using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Profile.Implementation;

/// <summary>CIM_VirtualSystemMigrationCapabilities: what a migration service can do, and what it does when nothing is asked for.</summary>
[Clause("7.2.1", "10.13")]
public sealed record MigrationCapability
{
    /// <summary>The host whose virtual systems the service migrates.</summary>
    public string HostName { get; init; } = "";

    /// <summary>The platform behind the service, with its version: <c>QEMU 7.2.22, libvirt 9.0.0</c>.</summary>
    public string Platform { get; init; } = "";

    /// <summary>Methods that may complete at once (clause 7.2.2).</summary>
    [Clause("7.2.2-6", "T30-3")]
    public IReadOnlyList<MigrationMethod> SynchronousMethodsSupported { get; init; } = Array.Empty<MigrationMethod>();

    /// <summary>Methods that may answer with a job (clause 7.2.2); a check never does.</summary>
    [Clause("7.2.2-7", "T30-2")]
    public IReadOnlyList<MigrationMethod> AsynchronousMethodsSupported { get; init; } = Array.Empty<MigrationMethod>();

    /// <summary>The forms in which a destination host may be named.</summary>
    [Clause("T30-4")]
    public IReadOnlyList<DestinationHostFormat> DestinationHostFormatsSupported { get; init; } = Array.Empty<DestinationHostFormat>();

    /// <summary>The settings that define the capabilities: the default, admissible points, and bounds (clause 7.4).</summary>
    public IReadOnlyList<CapabilitySetting> Settings { get; init; } = Array.Empty<CapabilitySetting>();

    /// <summary>The data rate that 100 percent of the bandwidth are, bytes per second: what the service may use, or else the host's own; null = unknown.</summary>
    public ulong? TotalBytesPerSecond { get; init; }

    /// <summary>The session that the capabilities were read through.</summary>
    public Guid SessionId { get; init; }

    /// <summary>What applies where a request leaves something out (clause 7.4.1).</summary>
    [Clause("7.4.1-5", "7.4.1-6")]
    public MigrationSetting DefaultSetting => Settings.FirstOrDefault(setting => setting.Role == ValueRole.Default)?.Setting ?? new();

    /// <summary>The admissible migration types (clause 7.4.3).</summary>
    [Clause("7.4.3")]
    public IReadOnlyList<MigrationType> MigrationTypes => Points.Select(point => point.MigrationType).OfType<MigrationType>().Distinct().ToList();

    /// <summary>The admissible transports (clause 7.4.7).</summary>
    [Clause("7.4.7")]
    public IReadOnlyList<TransportType> TransportTypes => Points.Select(point => point.TransportType).OfType<TransportType>().Distinct().ToList();

    /// <summary>The ranges of admissible bandwidths, for people: <c>10 to 10000 Mbit/s in steps of 10 with TransportType SSH</c>.</summary>
    public IReadOnlyList<string> BandwidthRange => Ranges(nameof(MigrationSetting.Bandwidth));

    /// <summary>The ranges of admissible priorities, for people; the lower the number, the higher the priority.</summary>
    public IReadOnlyList<string> PriorityRange => Ranges(nameof(MigrationSetting.Priority));

    // The default setting is Independent: each of its values is admissible for itself.
    private IEnumerable<MigrationSetting> Points => Settings
        .Where(setting => setting.Role is ValueRole.Default || (setting.Role == ValueRole.Supported && setting.Range == ValueRange.Point))
        .Select(setting => setting.Setting);

    private List<string> Ranges(string name)
    {
        var property = SettingProperty.All.Single(one => one.Name == name);
        return SettingRange.Group(Settings).Where(range => range.Bounds(property)).Select(range => range.Text(property)).ToList();
    }
}
