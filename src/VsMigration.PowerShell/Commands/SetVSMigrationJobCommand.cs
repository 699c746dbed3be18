using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Commands;

/// <summary>Changes jobs, also while they run: priority, bandwidth, downtime, switch to post-copy, how long they are kept.</summary>
/// <remarks>
/// Priority and bandwidth hold at once: the queue is ordered anew, and the bandwidth of the host is shared out anew among the
/// migrations that run. What a platform refuses is one error, and nothing after it is changed. -PostCopy cannot be taken back: from then
/// on the virtual system needs both hosts until all of its memory has followed.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationJob web* | Set-VSMigrationJob -Priority 1</code>
/// Those first.
/// </example>
/// <example>
/// <code>Set-VSMigrationJob -Id 3 -Bandwidth 500 -BandwidthUnit Mbit/s -MaxDowntime 800</code>
/// Less of the network, and a guest that may stand still for 800 ms.
/// </example>
/// <example>
/// <code>Get-VSMigrationJob -State Running | Set-VSMigrationJob -PostCopy -Confirm</code>
/// Asks for each whether it is to run on at the destination now.
/// </example>
[Cmdlet(VerbsCommon.Set, "VSMigrationJob", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.InputObject)]
[OutputType(typeof(MigrationJob))]
public sealed class SetVSMigrationJobCommand : JobActionCommand
{
    /// <summary>Importance: 1 the highest; 0 = the default.</summary>
    [Parameter]
    public ushort? Priority { get; set; }

    /// <summary>How much of the network the transfer may take, in <see cref="BandwidthUnit"/>; 0 = as much as there is.</summary>
    [Parameter]
    public ushort? Bandwidth { get; set; }

    /// <summary>The unit of <see cref="Bandwidth"/>, such as MiB/s, Mbit/s or percent; left out = MiB/s.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BandwidthUnitCompleter))]
    public string? BandwidthUnit { get; set; }

    /// <summary>How long the guest may stand still: milliseconds, or a TimeSpan.</summary>
    [Parameter]
    [TimeArgument(TimeArgumentUnit.Milliseconds)]
    public TimeSpan? MaxDowntime { get; set; }

    /// <summary>The virtual system runs on at the destination at once and fetches the rest of its memory from there. Cannot be undone.</summary>
    [Parameter]
    public SwitchParameter PostCopy { get; set; }

    /// <summary>How long the job is kept after its end: seconds, or a TimeSpan.</summary>
    [Parameter]
    [TimeArgument(TimeArgumentUnit.Seconds)]
    public TimeSpan? TimeBeforeRemoval { get; set; }

    /// <summary>Whether the job goes by itself when that time is over; with $false it stays until it is removed.</summary>
    [Parameter]
    public bool? DeleteOnCompletion { get; set; }

    private protected override (string Doing, string Do) Words => ("Changing", "Change");

    private JobChange Change => new()
    {
        Priority = Priority,
        Bandwidth = Bandwidth,
        BandwidthUnit = BandwidthUnit,
        MaxDowntime = MaxDowntime,
        SwitchToPostCopy = PostCopy,
        TimeBeforeRemoval = TimeBeforeRemoval,
        DeleteOnCompletion = DeleteOnCompletion,
    };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Change == new JobChange())
        {
            ThrowTerminatingError(ErrorRecords.From(new MigrationException(
                MigrationErrorKind.ParameterInvalid,
                "It is not said what is to be changed.",
                "Give at least one of -Priority, -Bandwidth, -MaxDowntime, -PostCopy, -TimeBeforeRemoval, -DeleteOnCompletion."), target: null));
        }
    }

    /// <inheritdoc/>
    protected override Task ActAsync(MigrationJob job, CancellationToken cancellationToken) =>
        ModuleState.Registry.ModifyJobAsync(job, Change, cancellationToken);
}
