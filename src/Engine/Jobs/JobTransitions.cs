using VsMigration.Profile;

namespace VsMigration.Jobs;

/// <summary>The life of a job as a pure function.</summary>
/// <remarks>
/// New → Starting → Running → Completed is the straight way. Whatever stops a job that has begun leads through ShuttingDown, where it
/// is undone. A job that could not be stopped in time is Completed. One that waits in the queue can be held back, and goes back into
/// the queue from there: it has never been started. End states have no way out.
/// </remarks>
[Clause("T20-1")]
public static class JobTransitions
{
    /// <summary>The state after an event; null where the state does not allow it (RequestStateChange then answers 4097).</summary>
    public static JobState? Next(JobState state, JobEvent happened) => (state, happened) switch
    {
        (JobState.New, JobEvent.Begin) => JobState.Starting,
        (JobState.New, JobEvent.Suspend) => JobState.Suspended,
        (JobState.New, JobEvent.Terminate) => JobState.Terminated,
        (JobState.New, JobEvent.Kill) => JobState.Killed,

        (JobState.Suspended, JobEvent.Start) => JobState.New,
        (JobState.Suspended, JobEvent.Terminate) => JobState.Terminated,
        (JobState.Suspended, JobEvent.Kill) => JobState.Killed,

        (JobState.Starting, JobEvent.Run) => JobState.Running,
        (JobState.Starting or JobState.Running, JobEvent.Terminate or JobEvent.Kill or JobEvent.Fail) => JobState.ShuttingDown,
        (JobState.Running, JobEvent.Complete) => JobState.Completed,

        (JobState.ShuttingDown, JobEvent.Kill) => JobState.ShuttingDown,
        (JobState.ShuttingDown, JobEvent.Fail) => JobState.ShuttingDown,
        (JobState.ShuttingDown, JobEvent.Complete) => JobState.Completed,
        (JobState.ShuttingDown, JobEvent.EndTerminated) => JobState.Terminated,
        (JobState.ShuttingDown, JobEvent.EndKilled) => JobState.Killed,
        (JobState.ShuttingDown, JobEvent.EndFailed) => JobState.Exception,

        _ => null,
    };

    /// <summary>Whether nothing more will happen to a job in this state.</summary>
    [Clause("9.2.1-9")]
    public static bool IsFinal(JobState state) =>
        state is JobState.Completed or JobState.Terminated or JobState.Killed or JobState.Exception or JobState.Interrupted;
}
