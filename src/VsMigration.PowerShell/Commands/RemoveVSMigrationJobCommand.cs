using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Commands;

/// <summary>Removes jobs that have ended.</summary>
/// <remarks>
/// A job that Start-VSMigration has made stays until it is removed, or until vsm or PowerShell ends; Set-VSMigrationJob
/// -DeleteOnCompletion $true lets it go by itself some time after its end. Of an Interrupted job its record is deleted: do what its
/// Errors say first. A job that has not ended is stopped by Stop-VSMigrationJob.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationJob -State Completed | Remove-VSMigrationJob</code>
/// Clears the list of what went well.
/// </example>
/// <example>
/// <code>Get-VSMigrationJob -State Interrupted | Remove-VSMigrationJob -Confirm</code>
/// Asks for each record that a crash has left.
/// </example>
[Cmdlet(VerbsCommon.Remove, "VSMigrationJob", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.InputObject)]
[OutputType(typeof(MigrationJob))]
public sealed class RemoveVSMigrationJobCommand : JobActionCommand
{
    private protected override (string Doing, string Do) Words => ("Removing", "Remove");

    /// <inheritdoc/>
    protected override Task ActAsync(MigrationJob job, CancellationToken cancellationToken)
    {
        ModuleState.Registry.RemoveJob(job);
        return Task.CompletedTask;
    }
}
