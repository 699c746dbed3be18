using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What libvirt can do over which transport. Pure.</summary>
internal static class TransportRules
{
    private const string Operation = nameof(MigrationMethod.MigrateVirtualSystemToHost);

    /// <summary>Combinations that libvirt would refuse in the middle of a migration, or do otherwise than asked for.</summary>
    internal static IReadOnlyList<MigrationError> Check(SourceFacts source, MigrationOrder order, Version destination) =>
        MovesMemory(source, order) ? [.. CheckMemory(order), .. SettingRules.Check(order, source.HypervisorVersion, destination)] : [];

    /// <summary>Disks that libvirt would have to copy over a transport that carries none: a tunnel has no way for NBD.</summary>
    internal static IReadOnlyList<MigrationError> CheckDisks(MigrationPlan plan) =>
        plan.Order.TransportType == TransportType.SSH && MovesMemory(plan.Source, plan.Order) && plan.DisksToCopy.Count > 0
            ? [Wrong("TransportType", "SSH", "TLS or TCP, because libvirt copies no disks through a tunnel",
                "Use -TransportType TLS or TCP, put the disks on storage that both hosts share, or migrate with -MigrationType Restart.")]
            : [];

    private static bool MovesMemory(SourceFacts source, MigrationOrder order) => order.MigrationType != MigrationType.Restart
        && source.System.State is VirtualSystemState.Active or VirtualSystemState.Paused or VirtualSystemState.Suspended;

    private static IEnumerable<MigrationError> CheckMemory(MigrationOrder order)
    {
        var host = order.Destination;
        bool isSocket = string.Equals(host.MigrationUri?.Scheme, "unix", StringComparison.OrdinalIgnoreCase);
        switch (order.TransportType)
        {
            case TransportType.SSH:
                if (host.ConnectionUri is { } uri && !ConnectionUris.IsSecureShell(uri))
                {
                    yield return Wrong("TransportType", "SSH", "a transport that the destination's connection URI can carry",
                        "Name the destination by a qemu+ssh:// URI, or use another -TransportType.");
                }

                break;

            case TransportType.IPC when !isSocket:
                yield return Wrong("TransportType", "IPC", "one that the host's migration URI can carry",
                    "Give the host a socket with Add-VSMigrationHost -MigrationUri unix:///directory/ (the closing slash: a socket of its own for each migration).");
                break;

            case TransportType.TCP or TransportType.TLS or TransportType.TLSStrict when isSocket:
                yield return Wrong("TransportType", order.TransportType.ToString(), "IPC, because the host's migration URI is a socket",
                    "Use -TransportType IPC, or give the host a tcp: migration URI.");
                break;

            case TransportType.Unknown or TransportType.Other:
                yield return Wrong("TransportType", order.TransportType.ToString(), "SSH, TLS, TLSStrict, TCP or IPC", "Use one of these.");
                break;
        }
    }

    private static MigrationError Wrong(string parameter, string value, string expected, string action) =>
        StandardMessages.ParameterInvalid.Error(action, Operation, parameter, "0", "'" + value + "'", expected);
}
