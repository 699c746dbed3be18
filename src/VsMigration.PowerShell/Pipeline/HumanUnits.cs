using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>Quantities as people read them. The format views use it too. Culture plays no part.</summary>
public static class HumanUnits
{
    private static readonly string[] s_units = { "B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB" };

    /// <summary>A number of bytes: <c>512 MiB</c>, <c>1.5 GiB</c>.</summary>
    public static string Bytes(ulong bytes)
    {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < s_units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return value.ToString(value < 100 && unit > 0 ? "0.#" : "0", CultureInfo.InvariantCulture) + " " + s_units[unit];
    }

    /// <summary>A rate: <c>95.3 MiB/s</c>.</summary>
    public static string Rate(ulong bytesPerSecond) => Bytes(bytesPerSecond) + "/s";

    /// <summary>A time: <c>38 ms</c>, <c>4.2 s</c>, <c>2 min 5 s</c>, <c>1 h 3 min</c>; nothing where there is none.</summary>
    public static string Time(TimeSpan? time) => time switch
    {
        null => "",
        { TotalMilliseconds: < 1 and > 0 } => "<1 ms",
        { TotalSeconds: < 1 } t => Number(t.TotalMilliseconds, "0", "ms"),
        { TotalMinutes: < 1 } t => Number(t.TotalSeconds, "0.#", "s"),
        { TotalHours: < 1 } t => Number(t.Minutes, "0", "min") + " " + Number(t.Seconds, "0", "s"),
        { } t => Number(Math.Floor(t.TotalHours), "0", "h") + " " + Number(t.Minutes, "0", "min"),
    };

    /// <summary>The limits of migrations in one line.</summary>
    public static string Limits(JobLimits limits) =>
        FormattableString.Invariant($"{limits.MaximumMigrations} at once, {limits.MaximumOutgoingPerHost} from and {limits.MaximumIncomingPerHost} to one host")
        + (limits.BytesPerSecondPerHost is { } rate ? ", which share " + Rate(rate) : "");

    /// <summary>How many of what: <c>2 New, 3 Running</c>.</summary>
    public static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "none" : string.Join(", ", counts.Select(count => FormattableString.Invariant($"{count.Value} {count.Key}")));

    /// <summary>Findings, one under the other: severity, id and message, and beneath it what to do.</summary>
    public static string Findings(IEnumerable<MigrationError> findings) =>
        string.Join("\n", findings.Select(finding => finding.Severity + " " + ErrorRecords.Told(finding) + "\n  " + finding.RecommendedAction));

    /// <summary>What a virtual system sees of a resource: <c>2 GiB</c>, <c>4</c>; nothing where it is not said.</summary>
    public static string Quantity(ResourceAllocationSettingData resource) => resource.VirtualQuantity switch
    {
        null => "",
        { } quantity when ProgrammaticUnit.TryParse(resource.VirtualQuantityUnits, out var unit)
            && unit.TryConvert(quantity, ProgrammaticUnit.Byte, out ulong bytes) => Bytes(bytes),
        { } quantity when resource.VirtualQuantityUnits is null or "count" => quantity.ToString(CultureInfo.InvariantCulture),
        { } quantity => FormattableString.Invariant($"{quantity} {resource.VirtualQuantityUnits}"),
    };

    /// <summary>A setting in one line: what is set, by name.</summary>
    public static string Setting(MigrationSetting setting)
    {
        var parts = new[]
        {
            setting.MigrationType?.ToString() ?? "",
            setting.TransportType?.ToString() ?? "",
            setting.Bandwidth is null or 0 ? "no bandwidth limit" : "bandwidth " + Bandwidth(setting),
            setting.Priority is { } priority and not 0 ? FormattableString.Invariant($"priority {priority}") : "",
            setting.TimeLimit is { } limit ? Limit(limit) : "",
            setting.OnTimeout is { } action ? action + " on timeout" : "",
        };
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    /// <summary>A setting in lines, as a list shows it: what is set, and nothing else.</summary>
    public static string Lines(MigrationSetting setting)
    {
        var lines = new[]
        {
            ("MigrationType", setting.MigrationType?.ToString()),
            ("TransportType", setting.OtherTransportType ?? setting.TransportType?.ToString()),
            ("Bandwidth", setting.Bandwidth is null ? null : Bandwidth(setting)),
            ("Priority", setting.Priority?.ToString(CultureInfo.InvariantCulture)),
            ("TimeLimit", setting.TimeLimit is { } limit ? Limit(limit) : null),
            ("OnTimeout", setting.OnTimeout?.ToString()),
            ("TurnOff", setting.TurnOff?.ToString()),
            ("AutoConverge", setting.AutoConverge?.ToString()),
            ("PostCopy", setting.PostCopy?.ToString()),
            ("ParallelConnections", setting.ParallelConnections?.ToString(CultureInfo.InvariantCulture)),
            ("Compression", setting.Compression),
            ("MaxDowntime", setting.MaxDowntime is { } downtime ? Time(downtime) : null),
        };
        var set = lines.Where(line => line.Item2 is not null).ToList();
        return set.Count == 0 ? "(the host's defaults)" : string.Join("\n", set.Select(line => line.Item1.PadRight(set.Max(other => other.Item1.Length)) + " : " + line.Item2));
    }

    private static string Bandwidth(MigrationSetting setting) =>
        setting.Bandwidth == 0 ? "the default" : FormattableString.Invariant($"{setting.Bandwidth} {setting.BandwidthUnit}").TrimEnd();

    private static string Limit(TimeSpan limit) => limit == TimeSpan.Zero ? "no time limit" : "at most " + Time(limit);

    private static string Number(double value, string format, string unit) => value.ToString(format, CultureInfo.InvariantCulture) + " " + unit;
}
