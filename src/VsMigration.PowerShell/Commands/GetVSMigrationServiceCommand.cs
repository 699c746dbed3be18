using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows migration services: host, platform, methods, how many jobs are in which state, and the limits.</summary>
/// <remarks>
/// There is one service (CIM_VirtualSystemMigrationService) behind each session. The limits are the same for all of them and are
/// changed by Set-VSMigrationService.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationService</code>
/// That of this machine.
/// </example>
/// <example>
/// <code>Get-VSMigrationSession | Get-VSMigrationService</code>
/// Those of all open sessions.
/// </example>
[Cmdlet(VerbsCommon.Get, "VSMigrationService")]
[OutputType(typeof(MigrationServiceState))]
public sealed class GetVSMigrationServiceCommand : SessionCommand
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
            var capability = await session.Service.GetCapabilityAsync(cancellationToken);
            pipeline.WriteObject(new MigrationServiceState(session, capability, ModuleState.Registry.Limits));
        }, cancellationToken);
}
