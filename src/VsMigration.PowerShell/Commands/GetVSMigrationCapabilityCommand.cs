using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Implementation;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows what a host can do as the source of migrations.</summary>
[Cmdlet(VerbsCommon.Get, "VSMigrationCapability")]
[OutputType(typeof(MigrationCapability))]
public sealed class GetVSMigrationCapabilityCommand : SessionCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("CimSession", "ConnectionUri")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override SessionReference? Session { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken) =>
        TryAsync(pipeline, Session?.ToString(), async () =>
        {
            var session = await GetSessionAsync(cancellationToken);
            pipeline.WriteObject(await session.Service.GetCapabilityAsync(cancellationToken));
        }, cancellationToken);
}
