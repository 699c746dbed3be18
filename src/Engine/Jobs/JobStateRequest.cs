using System;
using VsMigration.Profile;

namespace VsMigration.Jobs;

/// <summary>CIM_ConcreteJob.RequestStateChange as a table: what is asked of a job in some state, and what the answer is.</summary>
[Clause("10.3")]
public static class JobStateRequest
{
    /// <summary>Done.</summary>
    public const uint Completed = 0;

    /// <summary>Not Supported.</summary>
    public const uint NotSupported = 1;

    /// <summary>Invalid Parameter.</summary>
    public const uint InvalidParameter = 5;

    /// <summary>Method Parameters Checked - Transition Started.</summary>
    public const uint TransitionStarted = 4096;

    /// <summary>Invalid State Transition.</summary>
    public const uint InvalidTransition = 4097;

    /// <summary>Use of Timeout Parameter Not Supported.</summary>
    public const uint TimeoutNotSupported = 4098;

    /// <summary>The answer to a request.</summary>
    /// <param name="state">The state that the job is in.</param>
    /// <param name="requestedState">2 Start, 3 Suspend, 4 Terminate, 5 Kill, 6 Service.</param>
    /// <param name="timeoutPeriod">How long the transition may take; null and zero = no matter.</param>
    /// <returns>What is to happen, with <see cref="Completed"/> or <see cref="TransitionStarted"/>; or null, and why not.</returns>
    public static (JobEvent? Request, uint ReturnCode) Read(JobState state, ushort requestedState, TimeSpan? timeoutPeriod)
    {
        var (request, refusal) = requestedState switch
        {
            2 => ((JobEvent?)JobEvent.Start, Completed),
            3 => (JobEvent.Suspend, Completed),
            4 => (JobEvent.Terminate, Completed),
            5 => (JobEvent.Kill, Completed),
            6 => (null, NotSupported),
            _ => (null, InvalidParameter),
        };
        if (request is not { } asked)
        {
            return (null, refusal);
        }

        if (timeoutPeriod is { } period && period != TimeSpan.Zero)
        {
            return (null, TimeoutNotSupported);
        }

        return JobTransitions.Next(state, asked) switch
        {
            null => (null, InvalidTransition),
            JobState.Suspended or JobState.Terminated or JobState.Killed => (asked, Completed),
            _ => (asked, TransitionStarted),
        };
    }
}
