using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;
using VsMigration.Service;

namespace VsMigration.PowerShell.Commands;

/// <summary>Checks whether virtual systems can be migrated, and says everything that speaks against it at once. Changes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "VSMigration", DefaultParameterSetName = ParameterSets.InputObject)]
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
        var report = await session.Service.CheckAsync(RequestFor(session, system), cancellationToken);
        pipeline.WriteObject(Quiet ? report.IsMigratable : report);
    }
}
