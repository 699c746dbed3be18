using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;
using VsMigration.Service;

namespace VsMigration.PowerShell.Commands;

/// <summary>Checks whether virtual systems can be migrated, and says everything that speaks against it at once. Changes nothing.</summary>
/// <remarks>
/// One report per virtual system: IsMigratable, and every finding at once, each with its severity (Error blocks, Warning does not),
/// the DMTF's message id, the message and what to do. A destination that cannot be reached is a finding among the others. Steps lists
/// what Start-VSMigration would do. Conditions may change before a migration starts.
/// </remarks>
/// <example>
/// <code>Test-VSMigration web01 -DestinationHost kvm7</code>
/// What speaks against it.
/// </example>
/// <example>
/// <code>Get-VSMigrationSystem | Test-VSMigration -DestinationHost kvm7 | Where-Object IsMigratable -eq $false</code>
/// Those that could not move.
/// </example>
/// <example>
/// <code>if (Test-VSMigration web01 kvm7 -Quiet) { Start-VSMigration web01 kvm7 -Wait }</code>
/// In a script.
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "VSMigration")]
[OutputType(typeof(MigrationReport), typeof(bool))]
public sealed class TestVSMigrationCommand : MigrationCommand
{
    /// <summary>Writes true or false instead of a report.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessSystemAsync(
        MigrationSession session, VirtualSystem system, PipelineSink pipeline, CancellationToken cancellationToken)
    {
        var request = await RequestForAsync(session, system, cancellationToken);
        var report = await session.Service.CheckAsync(request, cancellationToken);
        pipeline.WriteObject(Quiet ? report.IsMigratable : report);
    }
}
