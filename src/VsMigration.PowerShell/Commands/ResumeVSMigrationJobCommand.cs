using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Commands;

/// <summary>Lets jobs go that Suspend-VSMigrationJob has held back.</summary>
/// <remarks>
/// They go back into the queue and begin when their turn comes. It is RequestStateChange 2 (Start) of CIM_ConcreteJob.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationJob -State Suspended | Resume-VSMigrationJob</code>
/// Lets all of them go.
/// </example>
/// <example>
/// <code>Resume-VSMigrationJob -Id 7 -PassThru | Wait-VSMigrationJob</code>
/// Lets one go, and waits for its end.
/// </example>
[Cmdlet(VerbsLifecycle.Resume, "VSMigrationJob", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.InputObject)]
[OutputType(typeof(MigrationJob))]
public sealed class ResumeVSMigrationJobCommand : JobActionCommand
{
    private protected override (string Doing, string Do) Words => ("Letting go", "Let go");

    /// <inheritdoc/>
    protected override Task ActAsync(MigrationJob job, CancellationToken cancellationToken) =>
        ModuleState.Registry.RequestStateChangeAsync(job, JobEvent.Start);
}
