using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using VsMigration.Jobs;
using VsMigration.Profile;
using Xunit;

namespace VsMigration.Tests.Jobs;

public sealed class JobTransitionsTests
{
    private static readonly JobState[] s_states = Enum.GetValues<JobState>();
    private static readonly JobEvent[] s_events = Enum.GetValues<JobEvent>();

    [Fact]
    [Clause("9.2.1-9")]
    public void Shutting_down_is_no_end()
    {
        Assert.Equal(
            new[] { JobState.Completed, JobState.Terminated, JobState.Killed, JobState.Exception, JobState.Interrupted },
            s_states.Where(JobTransitions.IsFinal));
    }

    public static TheoryData<JobState, JobEvent, JobState> StraightAndStopped => new()
    {
        { JobState.New, JobEvent.Begin, JobState.Starting },
        { JobState.Starting, JobEvent.Run, JobState.Running },
        { JobState.Running, JobEvent.Complete, JobState.Completed },
        { JobState.New, JobEvent.Suspend, JobState.Suspended },
        { JobState.Suspended, JobEvent.Start, JobState.New },
        { JobState.New, JobEvent.Terminate, JobState.Terminated },
        { JobState.Suspended, JobEvent.Kill, JobState.Killed },
        { JobState.Running, JobEvent.Terminate, JobState.ShuttingDown },
        { JobState.Running, JobEvent.Fail, JobState.ShuttingDown },
        { JobState.ShuttingDown, JobEvent.EndTerminated, JobState.Terminated },
        { JobState.ShuttingDown, JobEvent.EndKilled, JobState.Killed },
        { JobState.ShuttingDown, JobEvent.EndFailed, JobState.Exception },
        { JobState.ShuttingDown, JobEvent.Complete, JobState.Completed },
    };

    [Theory]
    [MemberData(nameof(StraightAndStopped))]
    [Clause("T20-1")]
    public void Moves_as_the_schema_describes(JobState from, JobEvent happened, JobState to) =>
        Assert.Equal(to, JobTransitions.Next(from, happened));

    [Fact]
    [Clause("T20-1")]
    public void End_states_have_no_way_out() =>
        Assert.All(
            from state in s_states where JobTransitions.IsFinal(state) from happened in s_events select (state, happened),
            pair => Assert.Null(JobTransitions.Next(pair.state, pair.happened)));

    [Fact]
    public void A_running_job_never_ends_terminated_without_its_undo() =>
        Assert.All(
            from state in new[] { JobState.Starting, JobState.Running } from happened in s_events select JobTransitions.Next(state, happened),
            next => Assert.DoesNotContain(next, new JobState?[] { JobState.Terminated, JobState.Killed, JobState.Exception }));

    [Fact]
    public void Every_walk_that_goes_on_can_reach_an_end() =>
        Gen.Enum<JobEvent>().Array[0, 12].Sample(walk =>
        {
            var state = JobState.New;
            foreach (var happened in walk)
            {
                state = JobTransitions.Next(state, happened) ?? state;
            }

            Assert.True(CanEnd(state, new HashSet<JobState>()));
        });

    [Fact]
    [Clause("T20-1")]
    public void Carries_the_numbers_of_the_schema() =>
        Assert.Equal(
            new[] { 2, 3, 4, 5, 6, 7, 8, 9, 10, 32768 },
            s_states.Select(state => (int)state).Order());

    private static bool CanEnd(JobState state, HashSet<JobState> seen) =>
        JobTransitions.IsFinal(state)
        || (seen.Add(state) && s_events.Any(happened => JobTransitions.Next(state, happened) is { } next && CanEnd(next, seen)));
}
