using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows virtual systems.</summary>
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
