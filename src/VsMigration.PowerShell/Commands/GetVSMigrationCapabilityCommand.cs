using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Implementation;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows what a host can do as the source of migrations.</summary>
/// <remarks>
/// Migration types, transports, methods, the forms in which a destination may be named, the ranges of bandwidth and priority that are
/// admissible, and what applies where a request leaves something out (DSP1081 clauses 7.2 and 7.4). Settings has the setting data that
/// define all of this, one by one.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationCapability</code>
/// What this machine can do.
/// </example>
/// <example>
/// <code>Get-VSMigrationCapability -Session qemu+ssh://kvm3/system</code>
/// What another host can do.
/// </example>
/// <example>
/// <code>(Get-VSMigrationCapability).DefaultSetting | New-VSMigrationSetting -Bandwidth 400</code>
/// A setting made from the host's defaults.
/// </example>
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
