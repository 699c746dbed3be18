using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What a libvirt host advertises, from what it shows. Pure.</summary>
internal static class LibvirtCapabilities
{
    // From these versions on. QEMU's: multifd 4.0; "mt" compression is gone in 9.1. libvirt's: multifd 5.2, sockets 6.8, zlib and zstd 9.4.
    private static readonly Version s_parallelHypervisor = new(4, 0);
    private static readonly Version s_parallelLibrary = new(5, 2);
    private static readonly Version s_socketLibrary = new(6, 8);
    private static readonly Version s_streamCompressionLibrary = new(9, 4);
    private static readonly Version s_noThreadCompressionHypervisor = new(9, 1);

    /// <summary>The capabilities.</summary>
    [Clause("7.2.2-5", "7.2.2-6", "7.2.2-7", "7.2.2-8")]
    internal static MigrationCapability Describe(string hostName, MigrationFeatures features) => new()
    {
        HostName = hostName,
        Platform = string.Create(CultureInfo.InvariantCulture, $"QEMU {features.Hypervisor}, libvirt {features.Library}"),
        SynchronousMethodsSupported =
        [
            // A migration completes at once where nothing but a definition has to move.
            MigrationMethod.MigrateVirtualSystemToHost,
            MigrationMethod.MigrateVirtualSystemToSystem,
            MigrationMethod.CheckVirtualSystemIsMigratableToHost,
            MigrationMethod.CheckVirtualSystemIsMigratableToSystem,
        ],
        AsynchronousMethodsSupported = [MigrationMethod.MigrateVirtualSystemToHost, MigrationMethod.MigrateVirtualSystemToSystem],
        DestinationHostFormatsSupported = [DestinationHostFormat.DomainName, DestinationHostFormat.IPv4, DestinationHostFormat.IPv6],
        Settings = Settings(hostName, features),
    };

    /// <summary>Whether memory can travel over several connections side by side.</summary>
    internal static bool CanParallel(Version hypervisor, Version library) => hypervisor >= s_parallelHypervisor && library >= s_parallelLibrary;

    private static IReadOnlyList<CapabilitySetting> Settings(string hostName, MigrationFeatures features)
    {
        string unit = ProgrammaticUnit.MebibytePerSecond.ToString();
        var transports = Transports(features).ToList();
        bool canParallel = CanParallel(features.Hypervisor, features.Library);
        var settings = new CapabilitySettings(hostName, new MigrationSetting
        {
            MigrationType = MigrationType.Live,
            Priority = 100,
            // 0 in capabilities says that there is no bandwidth to ask for; none at all, that there is no limit by default.
            Bandwidth = features.LimitsBandwidth ? null : 0,
            BandwidthUnit = unit,
            TransportType = transports.Exists(transport => transport.TransportType == TransportType.TCP) ? TransportType.TCP : TransportType.SSH,
            OnTimeout = TimeoutAction.Abort,
            TurnOff = false,
            AutoConverge = true,
            ParallelConnections = 1,
            Compression = "none",
        })
            .Points(new[] { MigrationType.Live, MigrationType.Resume, MigrationType.Restart }.Select(type => new MigrationSetting { MigrationType = type }))
            .Points(transports)
            .Points(Compressions(features).Select(method => new MigrationSetting { Compression = method }));

        // libvirt counts bandwidth in MiB/s, QEMU connections in a byte, and downtime in milliseconds up to 2000 seconds.
        var minimums = new MigrationSetting { Priority = 1, ParallelConnections = 1, MaxDowntime = TimeSpan.FromMilliseconds(1) };
        var maximums = new MigrationSetting
        {
            Priority = ushort.MaxValue,
            ParallelConnections = canParallel ? byte.MaxValue : 1u,
            MaxDowntime = TimeSpan.FromSeconds(2000),
        };
        var increments = new MigrationSetting { Priority = 1, ParallelConnections = 1, MaxDowntime = TimeSpan.FromMilliseconds(1) };
        return (features.LimitsBandwidth
            ? settings.Range(
                minimums with { Bandwidth = 1, BandwidthUnit = unit },
                maximums with { Bandwidth = ushort.MaxValue, BandwidthUnit = unit },
                increments with { Bandwidth = 1, BandwidthUnit = unit })
            : settings.Range(minimums, maximums, increments)).ToList();
    }

    // What depends on the destination, or on files that only its daemon reads, cannot be seen from here; it is said, and checked later.
    private static IEnumerable<MigrationSetting> Transports(MigrationFeatures features)
    {
        yield return new MigrationSetting
        {
            TransportType = TransportType.SSH,
            Description = "Tunnelled through libvirt's own connection; the destination's connection URI must be qemu+ssh.",
        };

        if (features.UriTransports.Contains("tcp"))
        {
            yield return new MigrationSetting { TransportType = TransportType.TCP };
            foreach (var type in new[] { TransportType.TLS, TransportType.TLSStrict })
            {
                yield return new MigrationSetting
                {
                    TransportType = type,
                    Description = "Needs certificates on both hosts; whether they are there cannot be seen over a connection.",
                };
            }
        }

        if (features.Library >= s_socketLibrary)
        {
            yield return new MigrationSetting
            {
                TransportType = TransportType.IPC,
                Description = "Needs a destination that sees the same socket: one on the same machine.",
            };
        }
    }

    private static IEnumerable<string> Compressions(MigrationFeatures features)
    {
        yield return "none";
        yield return "xbzrle";
        if (features.Hypervisor < s_noThreadCompressionHypervisor)
        {
            yield return "mt";
        }

        if (features.Library >= s_streamCompressionLibrary && CanParallel(features.Hypervisor, features.Library))
        {
            yield return "zlib";
            yield return "zstd";
        }
    }
}
