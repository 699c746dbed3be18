using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Commands;

/// <summary>Waits until jobs have ended, and writes each when it has. Ctrl-C ends the waiting only.</summary>
/// <remarks>
/// There is a progress bar for each job. When the time is used up, that is one error for each job that has not ended; the jobs go on.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationJob -State Running | Wait-VSMigrationJob</code>
/// Waits for everything that runs here.
/// </example>
/// <example>
/// <code>$job | Wait-VSMigrationJob -TimeoutSec 60</code>
/// Waits for at most a minute.
/// </example>
[Cmdlet(VerbsLifecycle.Wait, "VSMigrationJob", DefaultParameterSetName = ParameterSets.InputObject)]
[OutputType(typeof(MigrationJob))]
public sealed class WaitVSMigrationJobCommand : JobCommand
{
    private readonly List<MigrationJob> _jobs = new();

    /// <summary>The longest time to wait, in seconds; 0 = no limit. The jobs go on afterwards.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue / 1000)]
    public int TimeoutSec { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessJobAsync(MigrationJob job, PipelineSink pipeline)
    {
        if (!job.IsFinished && !job.IsLocal)
        {
            throw new MigrationException(
                MigrationErrorKind.InvalidState,
                $"The job '{job.Name}' cannot be waited for here. {job.JobStatus}",
                "Wait for it in that process, or look again with Get-VSMigrationJob: it is not listed any more when it has ended.");
        }

        _jobs.Add(job);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (TimeoutSec > 0)
        {
            limit.CancelAfter(TimeSpan.FromSeconds(TimeoutSec));
        }

        var open = new HashSet<MigrationJob>(_jobs);
        try
        {
            await JobWatch.WaitAsync(open.ToList(), pipeline, job =>
            {
                open.Remove(job);
                pipeline.WriteObject(job);
            }, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            foreach (var job in open)
            {
                pipeline.WriteError(ErrorRecords.From(StillRunning(job), job));
            }
        }
    }

    private MigrationException StillRunning(MigrationJob job) => new(
        MigrationErrorKind.Timeout,
        $"The job '{job.Name}' did not end within {TimeoutSec} seconds; it goes on.",
        $"Wait again (Wait-VSMigrationJob -Id {job.Id}) or stop it (Stop-VSMigrationJob -Id {job.Id}).");
}
