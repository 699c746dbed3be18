using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Completion;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>A cmdlet that takes virtual systems, one after another.</summary>
/// <remarks>
/// No parameter set is the default: PowerShell binds the pipeline to a default set first, so that either a virtual system would be taken
/// by its name only, or a row with the columns Name and DestinationHost not at all.
/// </remarks>
public abstract class SystemCommand : SessionCommand
{
    /// <summary>Names of virtual systems; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ParameterSets.Name, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SystemCompleter))]
    public string[] Name { get; set; } = Array.Empty<string>();

    /// <summary>Identifiers of virtual systems.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.Id)]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = Array.Empty<string>();

    /// <summary>Virtual systems from Get-VSMigrationSystem; each remembers its session.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.InputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public VirtualSystem[] InputObject { get; set; } = Array.Empty<VirtualSystem>();

    /// <inheritdoc/>
    protected sealed override async Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        if (ParameterSetName == ParameterSets.InputObject)
        {
            foreach (var system in InputObject)
            {
                await TryAsync(pipeline, system, async () =>
                {
                    var session = Session is null ? ModuleState.Registry.Find(system.SessionId) : await GetSessionAsync(cancellationToken);
                    await ProcessSystemAsync(session, system, pipeline, cancellationToken);
                }, cancellationToken);
            }

            return;
        }

        bool byName = ParameterSetName == ParameterSets.Name;
        string[] given = byName ? Name : Id;
        await TryAsync(pipeline, (object?)Session?.ToString() ?? given, async () =>
        {
            var session = await GetSessionAsync(cancellationToken);
            var all = await session.Service.GetSystemsAsync(cancellationToken);
            await ProcessNamesAsync(session, all, given, byName, pipeline, cancellationToken);
        }, cancellationToken);
    }

    /// <summary>Does the work of one virtual system.</summary>
    /// <exception cref="MigrationException">It cannot be done; becomes one error with the virtual system as its target.</exception>
    protected abstract Task ProcessSystemAsync(
        MigrationSession session, VirtualSystem system, PipelineSink pipeline, CancellationToken cancellationToken);

    private async Task ProcessNamesAsync(
        MigrationSession session, IReadOnlyList<VirtualSystem> all, string[] given, bool byName, PipelineSink pipeline, CancellationToken cancellationToken)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (string text in given)
        {
            var found = Enumerable.Empty<VirtualSystem>();
            Try(pipeline, text, () => found = byName
                ? SystemFilter.Demand(all, text, session)
                : new[] { SystemFilter.ById(all, text, session) });
            foreach (var system in found.Where(system => done.Add(system.Id)))
            {
                await TryAsync(pipeline, system, () => ProcessSystemAsync(session, system, pipeline, cancellationToken), cancellationToken);
            }
        }
    }
}
