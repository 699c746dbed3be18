using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows the sessions that are open.</summary>
/// <remarks>
/// Sessions are opened by New-VSMigrationSession. Those that a URI given as -Session implies are not among them.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationSession</code>
/// All that are open.
/// </example>
/// <example>
/// <code>Get-VSMigrationSession | Remove-VSMigrationSession</code>
/// Closes them.
/// </example>
[Cmdlet(VerbsCommon.Get, "VSMigrationSession", DefaultParameterSetName = ParameterSets.Name)]
[OutputType(typeof(MigrationSession))]
public sealed class GetVSMigrationSessionCommand : AsyncCommand
{
    /// <summary>Names of sessions; wildcards are allowed; left out = all.</summary>
    [Parameter(Position = 0, ParameterSetName = ParameterSets.Name)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string[] Name { get; set; } = { "*" };

    /// <summary>Numbers of sessions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.Id)]
    public int[] Id { get; set; } = Array.Empty<int>();

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        if (ParameterSetName == ParameterSets.Id)
        {
            foreach (int id in Id)
            {
                Try(pipeline, id, () => pipeline.WriteObject(Lookup.Session(id)));
            }
        }
        else
        {
            foreach (string name in Name)
            {
                Try(pipeline, name, () => pipeline.WriteObjects(Lookup.Sessions(name)));
            }
        }

        return Task.CompletedTask;
    }
}
