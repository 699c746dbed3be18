using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs.Scheduling;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Commands;

/// <summary>Sets how many migrations may be under way at once, and how much of a host's network they may use together.</summary>
/// <remarks>
/// What is over a limit waits in the queue: the lowest number of priority first, then who was submitted first. The bandwidth of a host
/// is shared by priority: migrations of the highest equal priority share it in proportion to what they asked, and what they leave goes
/// to the next. Without a bandwidth nothing is shared, and each migration gets what it asks. The limits hold at once and for all
/// sessions, are kept for the user, and hold for each process by itself; what runs already goes on.
/// </remarks>
/// <example>
/// <code>Set-VSMigrationService -MaximumOutgoingPerHost 2 -MaximumIncomingPerHost 2</code>
/// At most two at once from each host, and two to each.
/// </example>
/// <example>
/// <code>Set-VSMigrationService -BandwidthPerHost 8 -BandwidthUnit Gbit/s -PassThru</code>
/// The migrations that leave a host share 8 Gbit/s.
/// </example>
[Cmdlet(VerbsCommon.Set, "VSMigrationService", SupportsShouldProcess = true)]
[OutputType(typeof(JobLimits))]
public sealed class SetVSMigrationServiceCommand : AsyncCommand
{
    /// <summary>Migrations at once in all.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaximumMigration { get; set; }

    /// <summary>Migrations at once that leave one host.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaximumOutgoingPerHost { get; set; }

    /// <summary>Migrations at once that come to one host.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaximumIncomingPerHost { get; set; }

    /// <summary>What the migrations that leave one host may use together, in <see cref="BandwidthUnit"/>; 0 = it is not known, and nothing is shared.</summary>
    [Parameter]
    public uint? BandwidthPerHost { get; set; }

    /// <summary>The unit of <see cref="BandwidthPerHost"/>, such as Gbit/s or MiB/s; left out = MiB/s.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BandwidthUnitCompleter))]
    public string BandwidthUnit { get; set; } = "MiB/s";

    /// <summary>Writes the limits as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken) => TryAsync(pipeline, target: null, async () =>
    {
        var registry = ModuleState.Registry;
        var limits = Over(registry.Limits);
        string what = "the limits of migrations to " + HumanUnits.Limits(limits);
        if (await pipeline.ShouldProcessAsync("Setting " + what, "Set " + what + "?", "Set-VSMigrationService"))
        {
            registry.Limits = limits;
            if (PassThru)
            {
                pipeline.WriteObject(registry.Limits);
            }
        }
    }, cancellationToken);

    private JobLimits Over(JobLimits limits) => limits with
    {
        MaximumMigrations = MaximumMigration ?? limits.MaximumMigrations,
        MaximumOutgoingPerHost = MaximumOutgoingPerHost ?? limits.MaximumOutgoingPerHost,
        MaximumIncomingPerHost = MaximumIncomingPerHost ?? limits.MaximumIncomingPerHost,
        BytesPerSecondPerHost = BandwidthPerHost switch
        {
            null => limits.BytesPerSecondPerHost,
            0 => null,
            { } number => Rate(number),
        },
    };

    private ulong Rate(uint number) =>
        ProgrammaticUnit.TryParse(BandwidthUnit, out var unit) && unit.TryGetBytesPerSecond(number, out ulong rate)
            ? rate
            : throw new MigrationException(
                MigrationErrorKind.ParameterInvalid,
                $"'{BandwidthUnit}' is no unit of a data rate.",
                "Give one such as MiB/s, Gbit/s or byte/second*2^20.");
}
