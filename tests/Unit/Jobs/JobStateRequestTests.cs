using System;
using System.Linq;
using VsMigration.Jobs;
using Xunit;

namespace VsMigration.Tests.Jobs;

public sealed class JobStateRequestTests
{
    [Theory]
    [InlineData(JobState.Suspended, 2, JobEvent.Start, 4096u)]
    [InlineData(JobState.New, 3, JobEvent.Suspend, 0u)]
    [InlineData(JobState.New, 4, JobEvent.Terminate, 0u)]
    [InlineData(JobState.Running, 4, JobEvent.Terminate, 4096u)]
    [InlineData(JobState.Suspended, 5, JobEvent.Kill, 0u)]
    [InlineData(JobState.ShuttingDown, 5, JobEvent.Kill, 4096u)]
    [InlineData(JobState.New, 2, null, 4097u)]
    [InlineData(JobState.Running, 2, null, 4097u)]
    [InlineData(JobState.Running, 3, null, 4097u)]
    [InlineData(JobState.Completed, 4, null, 4097u)]
    [InlineData(JobState.Running, 6, null, 1u)]
    [InlineData(JobState.Running, 0, null, 5u)]
    [InlineData(JobState.Running, 7, null, 5u)]
    [InlineData(JobState.Running, 32768, null, 5u)]
    public void Answers_by_the_schemas_map(JobState state, ushort requested, JobEvent? request, uint code) =>
        Assert.Equal((request, code), JobStateRequest.Read(state, requested, null));

    [Fact]
    public void A_time_limit_is_not_supported_and_none_is_none()
    {
        Assert.Equal((null, 4098u), JobStateRequest.Read(JobState.Running, 4, TimeSpan.FromSeconds(1)));
        Assert.Equal((JobEvent.Terminate, 4096u), JobStateRequest.Read(JobState.Running, 4, TimeSpan.Zero));
    }

    [Fact]
    public void What_is_promised_is_what_the_state_allows() => Assert.All(
        from state in Enum.GetValues<JobState>() from requested in Enumerable.Range(2, 4) select (state, (ushort)requested),
        pair =>
        {
            var (request, code) = JobStateRequest.Read(pair.state, pair.Item2, null);
            Assert.Equal(code is 0 or 4096, request is { } asked && JobTransitions.Next(pair.state, asked) is not null);
        });
}
