using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.PowerShell.Pipeline;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.PowerShell.Commands;

/// <summary>Stops jobs and waits until what they had done is undone.</summary>
/// <remarks>
/// Stopping is RequestStateChange 4 (Terminate) of CIM_ConcreteJob, with -Force 5 (Kill). A job that has passed the point of no
/// return cannot be stopped and ends as Completed.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationJob -State Running | Stop-VSMigrationJob</code>
/// Stops everything that runs here, and waits for the undo.
/// </example>
/// <example>
/// <code>Stop-VSMigrationJob -Id 3 -Force -PassThru</code>
/// Kills one, and shows how it ended.
/// </example>
[Cmdlet(VerbsLifecycle.Stop, "VSMigrationJob", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ParameterSets.InputObject)]
[OutputType(typeof(MigrationJob))]
public sealed class StopVSMigrationJobCommand : JobCommand
{
    private readonly HashSet<MigrationJob> _asked = new();

    /// <summary>Kills the job: each undo gets ten seconds only, and something may be left to clean up.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes each job when it has ended.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessJobAsync(MigrationJob job, PipelineSink pipeline)
    {
        string what = Describe(job);
        string verb = Force ? "Kill" : "Stop";
        if (await pipeline.ShouldProcessAsync($"{(Force ? "Killing" : "Stopping")} {what}", $"{verb} {what}?", "Stop-VSMigrationJob"))
        {
            await ModuleState.Registry.RequestStateChangeAsync(job, Force ? JobEvent.Kill : JobEvent.Terminate);
            _asked.Add(job);
        }
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(PipelineSink pipeline, CancellationToken cancellationToken) =>
        JobWatch.WaitAsync(_asked.ToList(), pipeline, job =>
        {
            if (PassThru)
            {
                pipeline.WriteObject(job);
            }

            if (job.JobState == JobState.Completed)
            {
                pipeline.WriteWarning($"The job '{job.Name}' completed before it could be stopped.");
            }
            else if (job.JobState == JobState.Exception)
            {
                pipeline.WriteError(ErrorRecords.From(job));
            }
        }, cancellationToken);
}
