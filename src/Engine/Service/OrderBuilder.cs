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

/// <summary>Applies the defaults to a request, property by property; number and unit are a pair.</summary>
[Clause("7.3-2", "7.3-3", "7.4.1-5", "7.4.1-6")]
[Clause("7.3.1")]
[Clause("7.3.2")]
[Clause("7.3.5")]
internal static class OrderBuilder
{
    private const string Operation = "MigrateVirtualSystemToHost";
    private const double SecondsPerGiB = 800;
    private static readonly TimeSpan s_shortestLimit = TimeSpan.FromSeconds(120);

    /// <summary>The order for a request; what cannot be ordered becomes a finding, and the default stands in its place.</summary>
    public static MigrationOrder Build(MigrationRequest request, VirtualSystem system, MigrationCapability capability, List<MigrationError> findings)
    {
        var setting = request.Setting;
        var defaults = capability.DefaultSetting;
        return new MigrationOrder
        {
            Destination = request.Destination,
            MigrationType = Admissible("MigrationType", setting.MigrationType, capability.MigrationTypes, findings)
                ?? defaults.MigrationType ?? MigrationType.Live,
            TransportType = Admissible("TransportType", setting.TransportType, capability.TransportTypes, findings)
                ?? defaults.TransportType ?? TransportType.TCP,
            Priority = setting.Priority is { } priority and not 0 ? priority : defaults.Priority is { } usual and not 0 ? usual : (ushort)100,
            BytesPerSecond = Bandwidth(setting, defaults, findings),
            TimeLimit = setting.TimeLimit is { } limit ? (limit == TimeSpan.Zero ? null : limit) : DefaultTimeLimit(system.Memory),
            OnTimeout = setting.OnTimeout ?? TimeoutAction.Abort,
            TurnOff = setting.TurnOff ?? false,
        };
    }

    /// <summary>800 seconds per GiB of memory, at least 120 seconds.</summary>
    public static TimeSpan DefaultTimeLimit(ulong memory)
    {
        var limit = TimeSpan.FromSeconds(SecondsPerGiB * memory / (1024.0 * 1024 * 1024));
        return limit < s_shortestLimit ? s_shortestLimit : limit;
    }

    private static T? Admissible<T>(string parameter, T? asked, IReadOnlyList<T> admissible, List<MigrationError> findings)
        where T : struct, Enum
    {
        if (asked is not { } value || admissible.Contains(value))
        {
            return asked;
        }

        string list = string.Join(", ", admissible);
        findings.Add(StandardMessages.ParameterInvalid.Error(
            $"Use one of: {list}.", Operation, parameter, "0", $"{value}, which this host cannot do", "one of " + list));
        return null;
    }

    [Clause("7.3.3")]
    [Clause("7.3.4")]
    private static ulong? Bandwidth(MigrationSetting setting, MigrationSetting defaults, List<MigrationError> findings)
    {
        // A unit without a number does not turn the default's number into another quantity (clauses 7.3.3 and 7.3.4).
        var (number, unit) = setting.Bandwidth is { } asked and not 0
            ? (asked, setting.BandwidthUnit ?? defaults.BandwidthUnit ?? ProgrammaticUnit.MebibytePerSecond.ToString())
            : (defaults.Bandwidth ?? 0, defaults.BandwidthUnit ?? ProgrammaticUnit.MebibytePerSecond.ToString());
        if (number == 0)
        {
            return null;
        }

        if (ProgrammaticUnit.TryParse(unit, out var parsed) && parsed.TryGetBytesPerSecond(number, out ulong rate) && rate > 0)
        {
            return rate;
        }

        findings.Add(StandardMessages.ParameterInvalid.Error(
            "Give the unit as DSP0004 writes it, for example byte/second*2^20 (MiB/s) or bit/second*10^6 (Mbit/s).",
            Operation, "BandwidthUnit", "0", $"'{unit}', which with {number.ToString(CultureInfo.InvariantCulture)} is no rate", "a data rate"));
        return null;
    }
}
