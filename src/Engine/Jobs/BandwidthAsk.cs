using System.Globalization;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Jobs;

/// <summary>A bandwidth that somebody asks for a job that is there already.</summary>
/// <param name="Bandwidth">The number; null = as much as there is.</param>
/// <param name="Unit">Its unit; null without a number.</param>
/// <param name="BytesPerSecond">What that is; null = as much as there is, or a percentage.</param>
internal sealed record BandwidthAsk(ushort? Bandwidth, string? Unit, ulong? BytesPerSecond)
{
    private const string Operation = "ModifyInstance";

    /// <summary>What a change asks; null where it asks for no other bandwidth.</summary>
    /// <exception cref="MigrationException">ParameterInvalid: the unit is none, the rate is nothing, or nobody knows of what the percentage is.</exception>
    public static BandwidthAsk? Read(JobChange change, JobLimits limits)
    {
        if (change.Bandwidth is not { } number)
        {
            return null;
        }

        if (number == 0)
        {
            return new BandwidthAsk(null, null, null);
        }

        string text = change.BandwidthUnit ?? ProgrammaticUnit.MebibytePerSecond.ToString();
        if (!ProgrammaticUnit.TryParse(text, out var unit))
        {
            throw Invalid(number, text, "a data rate");
        }

        if (unit == ProgrammaticUnit.Percent)
        {
            return number <= 100 && limits.BytesPerSecondPerHost is not null
                ? new BandwidthAsk(number, unit.ToString(), null)
                : throw Invalid(number, text, limits.BytesPerSecondPerHost is null
                    ? "a data rate: what the host has for migrations, 100 percent, has not been set"
                    : "1 to 100 percent");
        }

        return unit.TryGetBytesPerSecond(number, out ulong rate) && rate > 0
            ? new BandwidthAsk(number, unit.ToString(), rate)
            : throw Invalid(number, text, "a data rate");
    }

    private static MigrationException Invalid(ushort number, string unit, string expected) => new(
        MigrationErrorKind.ParameterInvalid,
        StandardMessages.ParameterInvalid.Error(
            "Give the unit as DSP0004 writes it, for example byte/second*2^20 (MiB/s) or bit/second*10^6 (Mbit/s).",
            Operation, "Bandwidth", "0", number.ToString(CultureInfo.InvariantCulture) + " " + unit, expected));
}
