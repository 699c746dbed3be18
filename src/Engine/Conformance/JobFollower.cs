using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance;

/// <summary>Follows a migration job to its end, and sees to it that none is left running: use case 9.2.1, steps 3 and 4.</summary>
internal sealed class JobFollower
{
    private const int Terminate = 4;
    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_timeToTerminate = TimeSpan.FromMinutes(2);
    private static readonly string[] s_told = { "JobState", "TimeOfLastStateChange", "PercentComplete" };

    private readonly Peer _peer;
    private readonly Walk _walk;

    /// <summary>Makes a follower.</summary>
    /// <param name="peer">The server; another door than the walk's where the walk's is closed already.</param>
    /// <param name="walk">The test.</param>
    public JobFollower(Peer peer, Walk walk)
    {
        _peer = peer;
        _walk = walk;
    }

    /// <summary>Whether a state is an end: Completed, Terminated, Killed or Exception.</summary>
    public static bool IsEnd(long? state) => state is 7 or 8 or 9 or 10;

    /// <summary>Looks at the job, less and less often, until it has ended, is gone, or the time is used up.</summary>
    public async Task FollowAsync(MigrationStory story, TimeSpan limit, CancellationToken cancellationToken)
    {
        var wait = s_firstWait;
        var end = _walk.Clock.Elapsed + limit;
        while (_walk.Clock.Elapsed < end)
        {
            var look = await _peer.GetAsync(story.Job!);
            if (look.Value is { } job)
            {
                Keep(story, job);
                _walk.Tell($"a migration: JobState {Evidence.Of(job["JobState"])}, {Evidence.Of(job["PercentComplete"])} %");
                if (IsEnd(job.Number("JobState")))
                {
                    story.Ended = job;
                    return;
                }
            }
            else if (look.FailedWith(CimStatus.NotFound))
            {
                story.IsGone = true;
                return;
            }

            await LookAtSequenceAsync(story);
            await _walk.Clock.DelayAsync(wait, cancellationToken);
            wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 3 / 2, s_longestWait.Ticks));
        }
    }

    /// <summary>Asks the job to stop, and waits until it has.</summary>
    public async Task StopAsync(MigrationStory story)
    {
        var answer = await _peer.InvokeAsync(story.Job!, "RequestStateChange", new CimProperty("RequestedState", CimType.UInt16, Terminate));
        string told = new MethodAnswer(answer).Told;
        try
        {
            await FollowAsync(story, s_timeToTerminate, CancellationToken.None);
        }
        catch (PeerGoneException e)
        {
            told += "; " + e.Message;
        }

        _walk.Notes.Add(
            story.Ended is { } ended ? $"The job {Evidence.Of(story.Job)} was asked to stop; its JobState is {Evidence.Of(ended["JobState"])}."
            : $"The job {Evidence.Of(story.Job)} {(story.IsGone ? "is gone" : "may still be running: look at it on the server")} ({told}).");
    }

    private static void Keep(MigrationStory story, CimInstance job)
    {
        var last = story.Looks.LastOrDefault();
        if (last is null || s_told.Any(name => CimValue.ToText(last[name]) != CimValue.ToText(job[name])))
        {
            story.Looks.Add(job);
        }
    }

    // The priority of the running migration shows at the service's end.
    private async Task LookAtSequenceAsync(MigrationStory story)
    {
        if (story.Sequence is not null || story.Looks.Count == 0)
        {
            return;
        }

        var links = await _peer.ReferencesAsync(story.Source.Path!, new AssociationFilter { AssocClass = "CIM_ServiceAffectsElement" });
        story.Sequence = links.Value?.Select(link => link.Number("AssignedSequence")).FirstOrDefault(sequence => sequence > 0);
    }
}
