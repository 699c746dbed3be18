using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows virtual systems.</summary>
/// <remarks>
/// Names are those that people use; identifiers are the platform's (on libvirt the UUID). A wildcard that matches nothing is no
/// output, and equal names are all shown.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationSystem</code>
/// The virtual systems of this machine.
/// </example>
/// <example>
/// <code>Get-VSMigrationSystem web* -Session qemu+ssh://kvm3/system | Start-VSMigration -DestinationHost kvm7</code>
/// Migrates some of another host's; each object remembers its session.
/// </example>
[Cmdlet(VerbsCommon.Get, "VSMigrationSystem", DefaultParameterSetName = ParameterSets.Name)]
[OutputType(typeof(VirtualSystem))]
public sealed class GetVSMigrationSystemCommand : SessionCommand
{
    /// <summary>Names of virtual systems; wildcards are allowed; left out = all.</summary>
    [Parameter(Position = 0, ParameterSetName = ParameterSets.Name)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SystemCompleter))]
    public string[] Name { get; set; } = { "*" };

    /// <summary>Identifiers of virtual systems.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.Id)]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = Array.Empty<string>();

    /// <inheritdoc/>
    [Parameter(ValueFromPipeline = true)]
    [Alias("CimSession", "ConnectionUri")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override SessionReference? Session { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken) =>
        TryAsync(pipeline, Session?.ToString(), async () =>
        {
            var session = await GetSessionAsync(cancellationToken);
            var all = await session.Service.GetSystemsAsync(cancellationToken);
            if (ParameterSetName == ParameterSets.Id)
            {
                foreach (string id in Id)
                {
                    Try(pipeline, id, () => pipeline.WriteObject(SystemFilter.ById(all, id, session)));
                }

                return;
            }

            foreach (string name in Name)
            {
                Try(pipeline, name, () => pipeline.WriteObjects(SystemFilter.Show(all, name, session)));
            }
        }, cancellationToken);
}
