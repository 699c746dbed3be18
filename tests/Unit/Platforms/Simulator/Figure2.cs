using System.Collections.Generic;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile.Implementation;

namespace VsMigration.Tests.Platforms.Simulator;

/// <summary>
/// The capabilities of DSP1081 Figure 2, as clause 9.1.2 describes them: six settings. Of P2 and P3 it says no more than that they are
/// supported; here they admit the other two migration types, and two more transports that the bounds for SSH do not hold for.
/// </summary>
internal static class Figure2
{
    public const string MegabitPerSecond = "bit/second*10^6";

    public static IReadOnlyList<CapabilitySetting> Settings { get; } = new[]
    {
        Of("VSMD1", PropertyPolicy.Independent, ValueRole.Default, ValueRange.Point, new()
        {
            MigrationType = MigrationType.Live,
            Priority = 100,
            Bandwidth = 10,
            BandwidthUnit = MegabitPerSecond,
            TransportType = TransportType.SSH,
        }),
        Of("VSMD2", PropertyPolicy.Independent, ValueRole.Supported, ValueRange.Point, new() { MigrationType = MigrationType.Resume, TransportType = TransportType.TLS }),
        Of("VSMD3", PropertyPolicy.Independent, ValueRole.Supported, ValueRange.Point, new() { MigrationType = MigrationType.Restart, TransportType = TransportType.TCP }),
        Of("MN_SSH", PropertyPolicy.Correlated, ValueRole.Supported, ValueRange.Minimums, Ssh(10)),
        Of("MX_SSH", PropertyPolicy.Correlated, ValueRole.Supported, ValueRange.Maximums, Ssh(10000)),
        Of("IN_SSH", PropertyPolicy.Correlated, ValueRole.Supported, ValueRange.Increments, Ssh(10)),
    };

    /// <summary>The default world, but sim-a advertises these.</summary>
    public static SimulatorState World() => DefaultWorld.Create().ChangeHost("sim-a", host => host with { Settings = Settings });

    private static MigrationSetting Ssh(ushort megabits) =>
        new() { TransportType = TransportType.SSH, Bandwidth = megabits, BandwidthUnit = MegabitPerSecond };

    private static CapabilitySetting Of(string id, PropertyPolicy policy, ValueRole role, ValueRange range, MigrationSetting setting) =>
        new() { InstanceId = id, Policy = policy, Role = role, Range = range, Setting = setting };
}
