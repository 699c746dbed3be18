using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Commands;

/// <summary>Closes sessions. Their jobs go on.</summary>
/// <remarks>
/// A session's connections close when its jobs have ended.
/// </remarks>
/// <example>
/// <code>Remove-VSMigrationSession kvm3</code>
/// Closes one.
/// </example>
/// <example>
/// <code>Get-VSMigrationSession | Remove-VSMigrationSession</code>
/// Closes all.
/// </example>
[Cmdlet(VerbsCommon.Remove, "VSMigrationSession", SupportsShouldProcess = true, DefaultParameterSetName = ParameterSets.Name)]
public sealed class RemoveVSMigrationSessionCommand : AsyncCommand
{
    /// <summary>Names of sessions; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ParameterSets.Name)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public string[] Name { get; set; } = Array.Empty<string>();

    /// <summary>Numbers of sessions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.Id)]
    public int[] Id { get; set; } = Array.Empty<int>();

    /// <summary>Sessions from Get-VSMigrationSession or New-VSMigrationSession.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.InputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public MigrationSession[] InputObject { get; set; } = Array.Empty<MigrationSession>();

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        foreach (var session in Chosen(pipeline))
        {
            if (await pipeline.ShouldProcessAsync(
                $"Closing the session {session.Name} to {session.ConnectionUri}",
                $"Close the session {session.Name} to {session.ConnectionUri}?",
                "Remove-VSMigrationSession"))
            {
                ModuleState.Registry.Remove(session);
            }
        }
    }

    private HashSet<MigrationSession> Chosen(PipelineSink pipeline)
    {
        var chosen = new HashSet<MigrationSession>(InputObject);
        foreach (int id in Id)
        {
            Try(pipeline, id, () => chosen.Add(Lookup.Session(id)));
        }

        foreach (string name in Name)
        {
            Try(pipeline, name, () => chosen.UnionWith(Lookup.Sessions(name)));
        }

        return chosen;
    }
}
