using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Completion;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>A cmdlet that takes jobs, collects them, and does its waiting at the end, for all of them together.</summary>
public abstract class JobCommand : AsyncCommand
{
    /// <summary>Jobs from Start-VSMigration or Get-VSMigrationJob.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ParameterSets.InputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public MigrationJob[] InputObject { get; set; } = Array.Empty<MigrationJob>();

    /// <summary>Numbers of jobs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.Id)]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public int[] Id { get; set; } = Array.Empty<int>();

    /// <inheritdoc/>
    protected sealed override async Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        var jobs = new List<MigrationJob>(InputObject);
        if (Id.Length > 0)
        {
            var all = Lookup.AllJobs(pipeline);
            foreach (int id in Id)
            {
                Try(pipeline, id, () => jobs.Add(Lookup.Job(all, id)));
            }
        }

        foreach (var job in jobs.Distinct())
        {
            await TryAsync(pipeline, job, () => ProcessJobAsync(job, pipeline), cancellationToken);
        }
    }

    /// <summary>Does the work of one job, short of waiting for it.</summary>
    /// <exception cref="Profile.Methods.MigrationException">It cannot be done; becomes one error with the job as its target.</exception>
    protected abstract Task ProcessJobAsync(MigrationJob job, PipelineSink pipeline);

    /// <summary>A job as a question names it.</summary>
    private protected static string Describe(MigrationJob job) =>
        $"job {job.Id}, the migration of {job.VirtualSystem.Name} from {job.SourceHost} to {job.DestinationHost}";
}
