using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows migration jobs: those of this process, and those that other processes run or left unfinished.</summary>
/// <remarks>
/// A job object lives: its properties show the present. Jobs of another process are listed by their records; one whose process has
/// ended in the middle is Interrupted, and its Errors say what was done and what to do. Nothing is touched by looking.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationJob</code>
/// All jobs.
/// </example>
/// <example>
/// <code>Get-VSMigrationJob -State Interrupted | Select-Object -ExpandProperty Errors</code>
/// What a crash left, and what to do about it.
/// </example>
[Cmdlet(VerbsCommon.Get, "VSMigrationJob", DefaultParameterSetName = ParameterSets.Name)]
[OutputType(typeof(MigrationJob))]
public sealed class GetVSMigrationJobCommand : SessionCommand
{
    /// <summary>Names of virtual systems; wildcards are allowed; left out = all.</summary>
    [Parameter(Position = 0, ParameterSetName = ParameterSets.Name)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Name { get; set; } = { "*" };

    /// <summary>Numbers of jobs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.Id)]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public int[] Id { get; set; } = Array.Empty<int>();

    /// <summary>States; left out = all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public JobState[] State { get; set; } = Array.Empty<JobState>();

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        var jobs = Lookup.AllJobs(pipeline);
        if (Session is not null)
        {
            var session = await GetSessionAsync(cancellationToken);
            jobs = jobs.Where(job => job.SessionId == session.InstanceId).ToList();
        }

        var found = new HashSet<MigrationJob>();
        if (ParameterSetName == ParameterSets.Id)
        {
            foreach (int id in Id)
            {
                Try(pipeline, id, () => found.Add(Lookup.Job(jobs, id)));
            }
        }
        else
        {
            foreach (string name in Name)
            {
                Try(pipeline, name, () => found.UnionWith(Lookup.Jobs(jobs, name)));
            }
        }

        pipeline.WriteObjects(jobs.Where(job => found.Contains(job) && (State.Length == 0 || State.Contains(job.JobState))));
    }
}
