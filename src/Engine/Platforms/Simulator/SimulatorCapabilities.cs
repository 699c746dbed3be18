using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Simulator;

/// <summary>What a simulated host says that it can do, and what it cannot whatever its world says.</summary>
internal static class SimulatorCapabilities
{
    private static readonly TimeSpan ShortestDowntime = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestDowntime = TimeSpan.FromSeconds(2000);

    /// <summary>The capabilities of a host as a source.</summary>
    [Clause("7.2.2-5", "7.2.2-6", "7.2.2-7", "7.2.2-8")]
    public static MigrationCapability Describe(SimulatorState state, SimulatedHost host) => new()
    {
        HostName = host.Name,
        Platform = "Simulator " + host.HypervisorVersion,
        SynchronousMethodsSupported = new[]
        {
            // A migration completes at once where nothing but a definition has to move.
            MigrationMethod.MigrateVirtualSystemToHost,
            MigrationMethod.MigrateVirtualSystemToSystem,
            MigrationMethod.CheckVirtualSystemIsMigratableToHost,
            MigrationMethod.CheckVirtualSystemIsMigratableToSystem,
        },
        AsynchronousMethodsSupported = new[] { MigrationMethod.MigrateVirtualSystemToHost, MigrationMethod.MigrateVirtualSystemToSystem },
        DestinationHostFormatsSupported = new[] { DestinationHostFormat.DomainName, DestinationHostFormat.IPv4, DestinationHostFormat.IPv6 },
        Settings = host.Settings.Count > 0 ? host.Settings.Select(setting => Owned(setting, host.Name)).ToList() : OwnSettings(host.Name),
        TotalBytesPerSecond = Total(state, host),
    };

    /// <summary>What the model has no arithmetic for, and so would only be ignored.</summary>
    public static IEnumerable<MigrationError> Check(MigrationOrder order)
    {
        if (order.ParallelConnections > 1)
        {
            yield return Wrong("ParallelConnections", "more than the simulator has", "1");
        }

        if (order.Compression.Length > 0)
        {
            yield return Wrong("Compression", $"'{order.Compression}', which the simulator does not do", "none");
        }

        if (order.MaxDowntime < ShortestDowntime)
        {
            yield return Wrong("MaxDowntime", "too short for the hand-over", "at least 10 ms");
        }
    }

    private static IReadOnlyList<CapabilitySetting> OwnSettings(string hostName)
    {
        string unit = ProgrammaticUnit.MebibytePerSecond.ToString();
        return new CapabilitySettings(hostName, new MigrationSetting
        {
            MigrationType = MigrationType.Live,
            Priority = 100,
            BandwidthUnit = unit,
            TransportType = TransportType.TCP,
            OnTimeout = TimeoutAction.Abort,
            TurnOff = false,
            AutoConverge = true,
            ParallelConnections = 1,
            Compression = "none",
        })
            .Points(new[] { MigrationType.Live, MigrationType.Resume, MigrationType.Restart }.Select(type => new MigrationSetting { MigrationType = type }))
            .Points(new[] { TransportType.SSH, TransportType.TLS, TransportType.TLSStrict, TransportType.TCP, TransportType.IPC }
                .Select(transport => new MigrationSetting { TransportType = transport }))
            .Points(new[] { new MigrationSetting { ParallelConnections = 1, Compression = "none" } })
            .Range(
                new MigrationSetting { Priority = 1, Bandwidth = 1, BandwidthUnit = unit, MaxDowntime = ShortestDowntime },
                new MigrationSetting { Priority = ushort.MaxValue, Bandwidth = ushort.MaxValue, BandwidthUnit = unit, MaxDowntime = LongestDowntime })
            .ToList();
    }

    // Worlds name settings for one host; over all hosts the names must differ.
    private static CapabilitySetting Owned(CapabilitySetting setting, string hostName)
    {
        string id = "VSM:" + hostName + ":" + setting.InstanceId;
        return setting with { InstanceId = id, Setting = setting.Setting with { InstanceID = id, ElementName = setting.InstanceId } };
    }

    // Percents are of one total: there is one where all ways out of the host are alike.
    private static ulong? Total(SimulatorState state, SimulatedHost host)
    {
        var rates = state.Links.Where(link => link.HostA == host.Name || link.HostB == host.Name).Select(link => link.BytesPerSecond).Distinct().ToList();
        return rates.Count == 1 ? rates[0] : null;
    }

    private static MigrationError Wrong(string property, string error, string expected) => StandardMessages.ParameterInvalid.Error(
        $"Leave {property} out.", nameof(MigrationMethod.MigrateVirtualSystemToHost), "MigrationSettingData." + property, "0", error, expected);
}
