using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Commands;

/// <summary>Forgets hosts that were added by name. Nothing happens to the hosts themselves.</summary>
/// <remarks>
/// Jobs that run go on.
/// </remarks>
/// <example>
/// <code>Remove-VSMigrationHost kvm7</code>
/// Forgets one.
/// </example>
/// <example>
/// <code>Get-VSMigrationHost lab-* | Remove-VSMigrationHost -Confirm</code>
/// Asks for each.
/// </example>
[Cmdlet(VerbsCommon.Remove, "VSMigrationHost", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Name)]
[OutputType(typeof(MigrationHost))]
public sealed class RemoveVSMigrationHostCommand : AsyncCommand
{
    /// <summary>Names of hosts; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ParameterSets.Name)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownHostCompleter))]
    public string[] Name { get; set; } = Array.Empty<string>();

    /// <summary>Hosts from Get-VSMigrationHost.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.InputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public MigrationHost[] InputObject { get; set; } = Array.Empty<MigrationHost>();

    /// <summary>Writes the hosts that were removed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        foreach (string name in InputObject.Select(host => WildcardPattern.Escape(host.Name)).Concat(Name))
        {
            IReadOnlyList<MigrationHost> found = Array.Empty<MigrationHost>();
            Try(pipeline, name, () => found = Lookup.Hosts(name));
            foreach (var host in found)
            {
                await TryAsync(pipeline, host, () => RemoveAsync(host, pipeline), cancellationToken);
            }
        }
    }

    private async Task RemoveAsync(MigrationHost host, PipelineSink pipeline)
    {
        if (await pipeline.ShouldProcessAsync(
            $"Removing the host {host.Name} from the known hosts", $"Remove the host {host.Name} from the known hosts?", "Remove-VSMigrationHost")
            && ModuleState.Registry.Hosts.Remove(host.Name) && PassThru)
        {
            pipeline.WriteObject(host);
        }
    }
}
