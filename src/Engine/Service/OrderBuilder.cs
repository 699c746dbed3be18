using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service;

/// <summary>
/// Turns a request into an order: applies the defaults, sees that the capabilities admit the outcome, and resolves what is relative.
/// </summary>
[Clause("7.3-1", "7.3-2", "7.3-3", "7.4.1-5", "7.4.1-6")]
internal static class OrderBuilder
{
    private const double SecondsPerGiB = 800;
    private const ushort UsualPriority = 100;
    private static readonly TimeSpan s_shortestLimit = TimeSpan.FromSeconds(120);

    /// <summary>The order for a request; what cannot be ordered becomes a finding, and the default stands in its place.</summary>
    public static MigrationOrder Build(MigrationRequest request, VirtualSystem system, MigrationCapability capability, List<MigrationError> findings)
    {
        var defaults = capability.DefaultSetting;
        var asked = DefaultSettings.Apply(request.Setting, defaults);
        var inadmissible = AdmissibleSettings.Check(capability.Settings, asked, capability.TotalBytesPerSecond)
            .Concat(CheckCombinations(request.Setting, asked))
            .ToList();
        MigrationSetting Use(string property) => inadmissible.Exists(wrong => wrong.Name == property) ? defaults : asked;

        var bandwidth = Use(nameof(MigrationSetting.Bandwidth));
        if (!TryGetRate(bandwidth, capability.TotalBytesPerSecond, out ulong? rate, out string problem))
        {
            inadmissible.Add(new InadmissibleProperty(
                nameof(MigrationSetting.Bandwidth), string.Format(CultureInfo.InvariantCulture, "{0} {1}", bandwidth.Bandwidth, bandwidth.BandwidthUnit), problem));
        }

        findings.AddRange(inadmissible.Select(wrong => Finding(request.Method, wrong)));
        return new MigrationOrder
        {
            Destination = request.Destination,
            Setting = asked,
            MigrationType = Use(nameof(MigrationSetting.MigrationType)).MigrationType ?? MigrationType.Live,
            TransportType = Use(nameof(MigrationSetting.TransportType)).TransportType ?? TransportType.TCP,
            OtherTransportType = Use(nameof(MigrationSetting.TransportType)).OtherTransportType ?? "",
            Priority = Use(nameof(MigrationSetting.Priority)).Priority is { } priority and not 0 ? priority : UsualPriority,
            BytesPerSecond = rate,
            TimeLimit = asked.TimeLimit is { } limit ? (limit == TimeSpan.Zero ? null : limit) : DefaultTimeLimit(system.Memory),
            OnTimeout = asked.OnTimeout ?? TimeoutAction.Abort,
            TurnOff = asked.TurnOff ?? false,
            AutoConverge = asked.AutoConverge ?? true,
            PostCopy = asked.PostCopy ?? false,
            ParallelConnections = Use(nameof(MigrationSetting.ParallelConnections)).ParallelConnections is { } connections and not 0 ? connections : 1,
            Compression = Use(nameof(MigrationSetting.Compression)).Compression is { } method && !IsNone(method) ? method.ToLowerInvariant() : "",
            MaxDowntime = Use(nameof(MigrationSetting.MaxDowntime)).MaxDowntime,
        };
    }

    /// <summary>800 seconds per GiB of memory, at least 120 seconds.</summary>
    public static TimeSpan DefaultTimeLimit(ulong memory)
    {
        var limit = TimeSpan.FromSeconds(SecondsPerGiB * memory / (1024.0 * 1024 * 1024));
        return limit < s_shortestLimit ? s_shortestLimit : limit;
    }

    private static bool IsNone(string compression) => compression.Length == 0 || compression.Equals("none", StringComparison.OrdinalIgnoreCase);

    // What contradicts itself, whatever a host can do.
    private static IEnumerable<InadmissibleProperty> CheckCombinations(MigrationSetting requested, MigrationSetting asked)
    {
        if (asked.TransportType == TransportType.Other && string.IsNullOrEmpty(asked.OtherTransportType))
        {
            yield return new(nameof(MigrationSetting.OtherTransportType), "empty", "the name of a transport, because TransportType is Other");
        }

        if (requested.PostCopy == false && asked.OnTimeout == TimeoutAction.PostCopy)
        {
            yield return new(nameof(MigrationSetting.PostCopy), "False", "True, because OnTimeout is PostCopy");
        }
    }

    // Null = as much as there is.
    [Clause("7.3.3", "7.3.4")]
    private static bool TryGetRate(MigrationSetting setting, ulong? total, out ulong? rate, out string problem)
    {
        rate = null;
        problem = "a data rate, such as 100 with BandwidthUnit byte/second*2^20 (MiB/s) or bit/second*10^6 (Mbit/s)";
        if (setting.Bandwidth is not { } number || number == 0)
        {
            return true;
        }

        if (setting.BandwidthUnit is not { } text || !ProgrammaticUnit.TryParse(text, out var unit))
        {
            return false;
        }

        if (unit.Quantity == UnitQuantity.Percent)
        {
            problem = "a data rate, because what 100 percent are is not known here";
            rate = total is { } all ? (ulong)(number * unit.Size * all / 100).Floor : null;
            return rate is not null;
        }

        bool isRate = unit.TryGetBytesPerSecond(number, out ulong bytes) && bytes > 0;
        rate = isRate ? bytes : null;
        return isRate;
    }

    private static MigrationError Finding(MigrationMethod method, InadmissibleProperty wrong) => StandardMessages.ParameterInvalid.Error(
        $"Set {wrong.Name} to {wrong.Expected}; or leave it out, and the default applies.",
        method.ToString(), "MigrationSettingData." + wrong.Name, "0", wrong.Value + ", which is not admissible", wrong.Expected);
}
