using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>Settings that libvirt or QEMU do not take together, found before the start. Pure.</summary>
internal static class SettingRules
{
    // multifd and post-copy go together from here on.
    private static readonly Version s_parallelPostCopy = new(10, 1);

    /// <summary>Checks the combinations of an order whose memory moves.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="source">QEMU's version at the source.</param>
    /// <param name="destination">QEMU's version at the destination.</param>
    internal static IEnumerable<MigrationError> Check(MigrationOrder order, Version source, Version destination)
    {
        var older = source < destination ? source : destination;
        bool isParallel = order.ParallelConnections > 1;
        bool needsParallel = order.Compression is "zlib" or "zstd";
        if (isParallel && order.TransportType == TransportType.SSH)
        {
            yield return Wrong(nameof(MigrationOrder.ParallelConnections), "more than a tunnel has", "1 with TransportType SSH", "Use another -TransportType.");
        }

        if (isParallel && order.AllowsPostCopy && older < s_parallelPostCopy)
        {
            yield return Wrong(
                nameof(MigrationOrder.ParallelConnections), $"more than QEMU {older} takes together with post-copy", "1, or no post-copy",
                "Do without one of the two, or update QEMU on both hosts to 10.1 or later.");
        }

        if (order.Compression == "mt" && order.AllowsPostCopy)
        {
            yield return Wrong(
                nameof(MigrationOrder.Compression), "'mt', which QEMU does not take together with post-copy", "none or xbzrle, or no post-copy",
                "Do without one of the two.");
        }

        if (needsParallel && !isParallel)
        {
            yield return Wrong(
                nameof(MigrationOrder.Compression), $"'{order.Compression}' on one connection", "none, xbzrle or mt, or ParallelConnections of at least 2",
                "Ask for at least two parallel connections.");
        }

        if (!needsParallel && isParallel && order.Compression.Length > 0)
        {
            yield return Wrong(
                nameof(MigrationOrder.Compression), $"'{order.Compression}' on parallel connections", "none, zlib or zstd, or ParallelConnections 1",
                "Do without one of the two.");
        }
    }

    private static MigrationError Wrong(string property, string error, string expected, string action) => StandardMessages.ParameterInvalid.Error(
        action, nameof(MigrationMethod.MigrateVirtualSystemToHost), "MigrationSettingData." + property, "0", error, expected);
}
