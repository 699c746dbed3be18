using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Service;

public sealed class LocalMigrationServiceTests : IDisposable
{
    private readonly SimulatedEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    [Fact]
    [Clause("6.2-1", "6.2.3-2")]
    public async Task A_live_migration_moves_the_system_and_shows_figures()
    {
        var job = await _estate.MigrateAsync("web01");

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Null(await _estate.FindAsync("sim-a", "web01"));
        Assert.Equal(VirtualSystemState.Active, (await _estate.FindAsync("sim-b", "web01"))!.State);
        Assert.True(job.BytesTransferred >= 2UL << 30);
        Assert.InRange(job.Downtime!.Value, TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(300));
        Assert.True(job.Iterations > 1);
        Assert.True(job.ElapsedTime > TimeSpan.FromSeconds(1));
        Assert.Equal(("sim-a", "sim-b"), (job.SourceHost, job.DestinationHost));
        Assert.False(Directory.EnumerateFiles(_estate.Configuration.JobsFolder).Any());
    }

    [Theory]
    [InlineData("cache01", MigrationType.Live, VirtualSystemState.Paused)]
    [InlineData("web01", MigrationType.Resume, VirtualSystemState.Active)]
    [InlineData("web01", MigrationType.Restart, VirtualSystemState.Active)]
    [InlineData("build01", MigrationType.Live, VirtualSystemState.Defined)]
    [InlineData("build01", MigrationType.Restart, VirtualSystemState.Defined)]
    [Clause("6.2-1", "6.2-2", "6.2.1-1", "6.2.2-2", "6.2.3-1", "6.2.3-3")]
    public async Task Every_type_leaves_the_system_in_the_state_it_had(string name, MigrationType type, VirtualSystemState state)
    {
        var job = await _estate.MigrateAsync(name, new MigrationSetting { MigrationType = type });

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Null(await _estate.FindAsync("sim-a", name));
        Assert.Equal(state, (await _estate.FindAsync("sim-b", name))!.State);
    }

    [Theory]
    [InlineData(MigrationType.Live)]
    [InlineData(MigrationType.Resume)]
    [Clause("6.2.2-4", "6.2.3-4")]
    public async Task A_suspended_system_moves_with_its_saved_state(MigrationType type)
    {
        await _estate.SuspendCacheAsync();
        var job = await _estate.MigrateAsync("cache01", new MigrationSetting { MigrationType = type });

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.True(job.BytesTransferred > 0);
        Assert.Null(await _estate.FindAsync("sim-a", "cache01"));
        Assert.Equal(VirtualSystemState.Suspended, (await _estate.FindAsync("sim-b", "cache01"))!.State);
    }

    [Fact]
    [Clause("6.2.3-9")]
    public async Task A_suspended_system_whose_transfer_fails_is_suspended_as_before()
    {
        await _estate.SuspendCacheAsync();
        await _estate.FaultAsync("Transfer", "the line broke");
        var job = await _estate.MigrateAsync("cache01");

        Assert.Equal(JobState.Exception, job.JobState);
        Assert.Null(await _estate.FindAsync("sim-b", "cache01"));
        Assert.Equal(VirtualSystemState.Suspended, (await _estate.FindAsync("sim-a", "cache01"))!.State);
    }

    [Fact]
    [Clause("9.1.3-3")]
    public async Task A_check_names_every_blocker_and_changes_nothing()
    {
        var service = await _estate.ConnectAsync();
        var request = await _estate.RequestAsync("gpu01");
        string before = File.ReadAllText(_estate.WorldFile);

        var report = await service.CheckAsync(request, CancellationToken.None);

        Assert.False(report.IsMigratable);
        Assert.True(report.Findings.Count(finding => finding.Severity == ErrorSeverity.Error) >= 5, string.Join('\n', report.Findings));
        Assert.Empty(report.Steps);
        Assert.Equal(before, File.ReadAllText(_estate.WorldFile));
    }

    [Fact]
    public async Task A_check_of_what_can_move_says_how()
    {
        var service = await _estate.ConnectAsync();
        var report = await service.CheckAsync(await _estate.RequestAsync("web01"), CancellationToken.None);

        Assert.True(report.IsMigratable);
        Assert.Equal(new[] { MigrationStepName.Transfer, MigrationStepName.CarryOver, MigrationStepName.VerifyDestination, MigrationStepName.VerifySource }, report.Steps);
        Assert.Equal(service.Id, report.SessionId);
    }

    [Fact]
    public async Task A_destination_that_cannot_be_asked_is_a_finding_beside_the_others()
    {
        var service = await _estate.ConnectAsync();
        var request = await _estate.RequestAsync("gpu01") with { Destination = SimulatedEstate.Nowhere() };

        var report = await service.CheckAsync(request, CancellationToken.None);

        Assert.Contains(report.Findings, finding => finding.MessageId == "SVPC8020" && finding.Message.Contains("nowhere", StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.MessageId == "SVPC0006");
    }

    [Fact]
    public async Task What_is_blocked_does_not_start_and_says_all_of_it()
    {
        var service = await _estate.ConnectAsync();
        var request = await _estate.RequestAsync("gpu01");

        var refused = await Assert.ThrowsAsync<MigrationException>(() => service.StartAsync(request, CancellationToken.None));

        Assert.Equal(MigrationErrorKind.NotMigratable, refused.Kind);
        Assert.True(refused.Errors.Count >= 5);
        Assert.Empty(service.Jobs);
    }

    [Fact]
    [Clause("6.2.3-9", "9.1.3-4", "9.2.1-2")]
    public async Task A_fault_is_undone_and_the_peers_own_words_are_kept()
    {
        await _estate.FaultAsync("Transfer", "the cable was pulled");
        var job = await _estate.MigrateAsync("web01");

        Assert.Equal(JobState.Exception, job.JobState);
        Assert.Contains(job.Errors, error => error.PeerCode == "simulator 7" && error.PeerMessage.Contains("the cable was pulled", StringComparison.Ordinal));
        Assert.Equal(VirtualSystemState.Active, (await _estate.FindAsync("sim-a", "web01"))!.State);
        Assert.Null(await _estate.FindAsync("sim-b", "web01"));
    }

    [Fact]
    public async Task A_transfer_over_its_limit_is_aborted_and_says_so()
    {
        var job = await _estate.MigrateAsync("db01", new MigrationSetting { TimeLimit = TimeSpan.FromSeconds(5), Bandwidth = 100 });

        Assert.Equal(JobState.Exception, job.JobState);
        Assert.Equal("SVPC8042", job.Errors[0].MessageId);
        Assert.Equal(VirtualSystemState.Active, (await _estate.FindAsync("sim-a", "db01"))!.State);
        Assert.Null(await _estate.FindAsync("sim-b", "db01"));
    }

    [Theory]
    [InlineData(TimeoutAction.Suspend)]
    [InlineData(TimeoutAction.PostCopy)]
    public async Task A_transfer_over_its_limit_ends_by_what_was_asked(TimeoutAction action)
    {
        var job = await _estate.MigrateAsync("db01", new MigrationSetting { TimeLimit = TimeSpan.FromSeconds(30), Bandwidth = 200, OnTimeout = action });

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Equal(VirtualSystemState.Active, (await _estate.FindAsync("sim-b", "db01"))!.State);
        Assert.True(job.ElapsedTime > TimeSpan.FromSeconds(30));
        Assert.Equal(action == TimeoutAction.Suspend, job.Downtime > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_unknown_system_is_said_to_be_unknown()
    {
        var service = await _estate.ConnectAsync();
        var request = await _estate.RequestAsync("web01") with { SystemId = "no-such-id" };

        var error = await Assert.ThrowsAsync<MigrationException>(() => service.CheckAsync(request, CancellationToken.None));
        Assert.Equal(MigrationErrorKind.SystemNotFound, error.Kind);
    }

    [Fact]
    public async Task Objects_remember_the_session_they_were_read_through()
    {
        var service = await _estate.ConnectAsync();
        Assert.Equal(service.Id, (await service.GetCapabilityAsync(CancellationToken.None)).SessionId);
        Assert.All(await service.GetSystemsAsync(CancellationToken.None), system => Assert.Equal(service.Id, system.SessionId));
        Assert.Same(service, _estate.Registry.Find(service.Id).Service);
    }

    [Fact]
    [Clause("6.2-1")]
    public async Task There_and_back_again_leaves_one_of_each()
    {
        await _estate.MigrateAsync("web01");
        var back = await (await _estate.ConnectAsync("sim-b")).StartAsync(
            new MigrationRequest
            {
                SystemId = (await _estate.FindAsync("sim-b", "web01"))!.Id,
                Destination = _estate.Registry.Destinations.Resolve("sim-a", _estate.UriOf("sim-b"), null),
            },
            CancellationToken.None);

        Assert.Equal(JobState.Completed, await back.WhenFinishedAsync());
        Assert.NotNull(await _estate.FindAsync("sim-a", "web01"));
        Assert.Null(await _estate.FindAsync("sim-b", "web01"));
    }
}
