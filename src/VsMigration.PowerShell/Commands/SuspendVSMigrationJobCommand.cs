using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Commands;

/// <summary>Holds jobs back that wait in the queue.</summary>
/// <remarks>
/// A job that is held back (JobState Suspended) does not begin until Resume-VSMigrationJob lets it go; its place in the queue is by its
/// priority and the time at which it was submitted, as before. It is RequestStateChange 3 (Suspend) of CIM_ConcreteJob. A migration that
/// has begun cannot be held back: its bandwidth and its priority can be lowered (Set-VSMigrationJob), or it can be stopped
/// (Stop-VSMigrationJob).
/// </remarks>
/// <example>
/// <code>Get-VSMigrationJob -State New | Suspend-VSMigrationJob</code>
/// Holds back everything that has not begun.
/// </example>
/// <example>
/// <code>Suspend-VSMigrationJob -Id 7 -PassThru</code>
/// Holds one back, and shows it.
/// </example>
[Cmdlet(VerbsLifecycle.Suspend, "VSMigrationJob", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.InputObject)]
[OutputType(typeof(MigrationJob))]
public sealed class SuspendVSMigrationJobCommand : JobActionCommand
{
    private protected override (string Doing, string Do) Words => ("Holding back", "Hold back");

    /// <inheritdoc/>
    protected override Task ActAsync(MigrationJob job, CancellationToken cancellationToken) =>
        ModuleState.Registry.RequestStateChangeAsync(job, JobEvent.Suspend);
}
