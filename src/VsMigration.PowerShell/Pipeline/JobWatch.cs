using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>Waits for jobs, with a progress bar for each that runs.</summary>
internal static class JobWatch
{
    private static readonly TimeSpan s_refresh = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits until every job has ended and hands each over as it ends.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="pipeline">Where the bars are shown.</param>
    /// <param name="ended">Takes each job at its end.</param>
    /// <param name="cancellationToken">Ends the waiting; the jobs go on.</param>
    public static async Task WaitAsync(
        IEnumerable<MigrationJob> jobs, PipelineSink pipeline, Action<MigrationJob> ended, CancellationToken cancellationToken)
    {
        var open = jobs.ToList();
        try
        {
            while (true)
            {
                foreach (var job in open.Where(job => job.IsFinished).ToList())
                {
                    open.Remove(job);
                    Hide(job, pipeline);
                    ended(job);
                }

                if (open.Count == 0)
                {
                    return;
                }

                var queue = Queue(open);
                open.ForEach(job => Show(job, queue, pipeline));
                await Task.WhenAny(open.Select(job => (Task)job.WhenFinishedAsync()).Append(Task.Delay(s_refresh, cancellationToken)));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            open.ForEach(job => Hide(job, pipeline));
        }
    }

    // The jobs of this process that wait for their turn, in the order of their turns; not asked for while none of ours waits.
    private static List<MigrationJob> Queue(List<MigrationJob> open) => open.Exists(job => job.JobState == JobState.New)
        ? ModuleState.Registry.GetJobs((_, _) => { }).Where(job => job.IsLocal && job.JobState == JobState.New)
            .OrderBy(job => job.Priority).ThenBy(job => job.TimeSubmitted).ToList()
        : new List<MigrationJob>();

    private static void Show(MigrationJob job, List<MigrationJob> queue, PipelineSink pipeline) => pipeline.WriteProgress(new ProgressRecord(job.Id, Activity(job), Figures(job, queue))
    {
        PercentComplete = job.PercentComplete,
        CurrentOperation = job.JobStatus,
    });

    private static void Hide(MigrationJob job, PipelineSink pipeline) =>
        pipeline.WriteProgress(new ProgressRecord(job.Id, Activity(job), job.JobState.ToString()) { RecordType = ProgressRecordType.Completed });

    private static string Activity(MigrationJob job) => $"{job.VirtualSystem.Name}: {job.SourceHost} to {job.DestinationHost}";

    private static string Figures(MigrationJob job, List<MigrationJob> queue)
    {
        if (job.JobState is JobState.New or JobState.Suspended)
        {
            int ahead = queue.IndexOf(job);
            return job.JobState == JobState.Suspended ? "held back: Resume-VSMigrationJob lets it go"
                : ahead > 0 ? FormattableString.Invariant($"waiting: {ahead} ahead")
                : "waiting for its turn";
        }

        var parts = new List<string> { job.PercentComplete + " %" };
        if (job.BytesTotal > 0)
        {
            parts.Add(HumanUnits.Bytes(job.BytesRemaining) + " left");
            parts.Add(HumanUnits.Rate(job.BytesPerSecond));
        }

        if (job.ExpectedDowntime is { } downtime)
        {
            parts.Add("expected downtime " + HumanUnits.Time(downtime));
        }

        if (job.BytesTotal == 0 && job.JobStatus.Length > 0)
        {
            parts.Add(job.JobStatus);
        }

        return string.Join(", ", parts);
    }
}
