using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms.Libvirt;

/// <summary>libvirt's figures of a job (VIR_DOMAIN_JOB_*) as progress. Pure.</summary>
internal static class JobFigures
{
    /// <summary>A job under way.</summary>
    internal static MigrationProgress Running(IReadOnlyDictionary<string, object> figures)
    {
        ulong total = Number(figures, "memory_total") + Number(figures, "disk_total");
        ulong remaining = Number(figures, "memory_remaining") + Number(figures, "disk_remaining");
        return Common(figures) with
        {
            PercentComplete = total == 0 ? 0 : Math.Min(99, (int)(100 * (total - Math.Min(total, remaining)) / total)),
            BytesTotal = total,
            BytesRemaining = remaining,
            ExpectedDowntime = Milliseconds(figures, "downtime"),
        };
    }

    /// <summary>A job that ended well.</summary>
    internal static MigrationProgress Completed(IReadOnlyDictionary<string, object> figures) => Common(figures) with
    {
        PercentComplete = 100,
        BytesTotal = Number(figures, "memory_total") + Number(figures, "disk_total"),
        Downtime = Milliseconds(figures, "downtime"),
    };

    private static MigrationProgress Common(IReadOnlyDictionary<string, object> figures) => new()
    {
        BytesTransferred = Number(figures, "memory_processed") + Number(figures, "disk_processed"),
        BytesPerSecond = Number(figures, "memory_bps") + Number(figures, "disk_bps"),
        DirtyBytesPerSecond = Number(figures, "memory_dirty_rate") * Number(figures, "memory_page_size"),
        Iterations = (int)Math.Min(int.MaxValue, Number(figures, "memory_iteration")),
    };

    private static TimeSpan? Milliseconds(IReadOnlyDictionary<string, object> figures, string name) =>
        figures.ContainsKey(name) ? TimeSpan.FromMilliseconds(Number(figures, name)) : null;

    private static ulong Number(IReadOnlyDictionary<string, object> figures, string name) => figures.TryGetValue(name, out object? value)
        ? value switch
        {
            ulong big => big,
            uint small => small,
            long signed => (ulong)Math.Max(0, signed),
            int signed => (ulong)Math.Max(0, signed),
            _ => 0,
        }
        : 0;
}
