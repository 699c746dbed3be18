using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Jobs.Scheduling;
using VsMigration.Platforms;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Tests.Platforms.Simulator;
using Xunit;

namespace VsMigration.Tests.Service;

public sealed class LocalMigrationServiceTests : IDisposable
{
    private readonly SimulatedEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    private async Task<List<string>> AdaptersAsync(string host, string systemId)
    {
        var definition = await (await _estate.ConnectAsync(host)).GetDefinitionAsync(systemId, CancellationToken.None);
        return definition!.Resources.Where(resource => resource.ResourceType == ResourceType.EthernetAdapter)
            .Select(adapter => adapter.Address + " on " + string.Join(", ", adapter.Connection ?? Array.Empty<string>()))
            .ToList();
    }

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
    [InlineData("build01", MigrationType.Restart)]
    [InlineData("web01", MigrationType.Restart)]
    [InlineData("web01", MigrationType.Resume)]
    [InlineData("web01", MigrationType.Live)]
    [Clause("6.2.1-6", "6.2.2-9")]
    public async Task Its_adapters_are_connected_at_the_destination_as_they_were(string name, MigrationType type)
    {
        var before = await AdaptersAsync("sim-a", (await _estate.FindAsync("sim-a", name))!.Id);
        await _estate.MigrateAsync(name, new MigrationSetting { MigrationType = type });
        var after = await AdaptersAsync("sim-b", (await _estate.FindAsync("sim-b", name))!.Id);

        Assert.NotEmpty(before);
        Assert.Equal(before, after);
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

    [Theory]
    [InlineData("web01", MigrationType.Live)]
    [InlineData("web01", MigrationType.Restart)]
    [InlineData("build01", MigrationType.Live)]
    public async Task The_migrated_system_is_shown_as_the_destination_has_it(string name, MigrationType type)
    {
        var job = await _estate.MigrateAsync(name, new MigrationSetting { MigrationType = type });

        var there = await _estate.FindAsync("sim-b", name);
        Assert.Equal(there!.Id, job.NewSystem!.Id);
        Assert.Equal(("sim-b", there.State), (job.NewSystem.HostName, job.NewSystem.State));
        Assert.Equal("sim-a", job.VirtualSystem.HostName);
    }

    [Fact]
    public async Task A_failed_migration_shows_no_new_system()
    {
        await _estate.FaultAsync("Transfer", "the cable was pulled");
        Assert.Null((await _estate.MigrateAsync("web01")).NewSystem);
    }

    [Fact]
    public async Task A_job_shows_who_asked_for_what()
    {
        var request = await _estate.RequestAsync("web01", new MigrationSetting { Priority = 7, Bandwidth = 900, BandwidthUnit = "bit/second*10^6" }) with
        {
            Owner = "somebody",
            Method = MigrationMethod.MigrateVirtualSystemToSystem,
        };
        var service = await _estate.ConnectAsync();
        var job = await service.StartAsync(request, CancellationToken.None);
        Assert.Same(job, service.FindJob(job.InstanceId));
        Assert.Same(job, Assert.Single(service.Jobs));
        Assert.Null((await _estate.ConnectAsync("sim-b")).FindJob(job.InstanceId));
        Assert.Equal(JobState.Completed, await job.WhenFinishedAsync());

        Assert.Equal(("somebody", request, 7), (job.Owner, job.Request, (int)job.Priority));
        Assert.Equal(MigrationMethod.MigrateVirtualSystemToSystem, job.Method);
        Assert.Equal(((ushort)900, "bit/second*10^6", 112_500_000UL), (job.Bandwidth!.Value, job.BandwidthUnit, job.GrantedBytesPerSecond!.Value));
        Assert.Equal(new[] { OperationalStatus.OK, OperationalStatus.Completed }, job.OperationalStatus);
        Assert.Equal(((ushort?)0, (string?)null, "OK"), (job.ErrorCode, job.ErrorDescription, job.Snapshot.Status));
    }

    [Fact]
    public async Task A_job_takes_the_downtime_that_was_asked_for()
    {
        var usual = await _estate.MigrateAsync("db01");
        using var other = new SimulatedEstate();
        var longer = await other.MigrateAsync("db01", new MigrationSetting { MaxDowntime = TimeSpan.FromSeconds(5) });

        Assert.Equal((JobState.Completed, TimeSpan.FromSeconds(5)), (longer.JobState, longer.MaxDowntime));
        Assert.True(longer.Snapshot.Progress.Iterations < usual.Snapshot.Progress.Iterations);
        Assert.InRange(longer.Snapshot.Progress.Downtime!.Value, TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(5));
    }

    [Fact]
    [Clause("7.3-2", "7.3.4-2", "7.4.5-1", "T33-4", "T33-5")]
    public async Task A_job_that_nothing_was_asked_for_has_the_default_bandwidth_of_its_world()
    {
        await _estate.ConnectAsync();
        SimulatorXml.Write(Figure2.World()).Save(_estate.WorldFile);
        var job = await _estate.MigrateAsync("web01");

        Assert.Equal(
            ((ushort?)10, "bit/second*10^6", (ulong?)1_250_000, (ushort)100, TransportType.SSH),
            (job.Bandwidth, job.BandwidthUnit, job.GrantedBytesPerSecond, job.Priority, job.TransportType));
    }

    [Fact]
    public async Task A_percentage_is_of_what_the_service_may_use_or_else_of_the_way_out()
    {
        var half = new MigrationSetting { Bandwidth = 50, BandwidthUnit = "percent" };
        Assert.Equal(375_000_000UL, (await _estate.MigrateAsync("web01", half)).GrantedBytesPerSecond);

        _estate.Registry.Limits = new JobLimits { BytesPerSecondPerHost = 10_000_000 };
        Assert.Equal(10_000_000UL, (await (await _estate.ConnectAsync()).GetCapabilityAsync(CancellationToken.None)).TotalBytesPerSecond);
        Assert.Equal(5_000_000UL, (await _estate.MigrateAsync("db01", half)).Subject.BytesPerSecond);
    }

    [Fact]
    [Clause("7.4.2-12", "7.4.2-16", "7.4.2-22")]
    public async Task What_the_capabilities_do_not_admit_does_not_start()
    {
        await _estate.ConnectAsync();
        SimulatorXml.Write(Figure2.World()).Save(_estate.WorldFile);
        var service = await _estate.ConnectAsync();
        var fifteen = await _estate.RequestAsync("web01", new MigrationSetting { Bandwidth = 15 });

        Assert.Equal("SVPC8040", Assert.Single((await service.CheckAsync(fifteen, CancellationToken.None)).Findings, finding => finding.Severity == ErrorSeverity.Error).MessageId);
        Assert.Equal(
            MigrationErrorKind.NotMigratable,
            (await Assert.ThrowsAsync<MigrationException>(() => service.StartAsync(fifteen, CancellationToken.None))).Kind);
        Assert.True((await service.CheckAsync(fifteen with { Setting = new MigrationSetting { Bandwidth = 20 } }, CancellationToken.None)).IsMigratable);
    }

    [Fact]
    public async Task One_that_had_to_wait_is_checked_again_and_changes_nothing_where_something_blocks_it_by_then()
    {
        using var estate = new SimulatedEstate("real");
        estate.Registry.Limits = new JobLimits { MaximumMigrations = 1 };
        var service = await estate.ConnectAsync();
        var running = await service.StartAsync(await estate.RequestAsync("web01", new MigrationSetting { Bandwidth = 1 }), CancellationToken.None);
        var waiting = await service.StartAsync(await estate.RequestAsync("build01"), CancellationToken.None);
        Assert.Equal(JobState.New, waiting.JobState);
        await ShowsAsync(running, 1UL << 20); // it writes nothing into the world's file now that would undo the edit

        estate.Edit("build01", "snapshots", "2");
        await service.RequestStateChangeAsync(running, JobEvent.Terminate);

        Assert.Equal(JobState.Terminated, await running.WhenFinishedAsync());
        Assert.Equal(JobState.Exception, await waiting.WhenFinishedAsync());
        Assert.Equal("SVPC0006", Assert.Single(waiting.Errors).MessageId);
        Assert.Null(waiting.CurrentStep);
        Assert.Null(await estate.FindAsync("sim-b", "build01"));
    }

    [Fact]
    [Clause("7.3.2-1", "7.3.3-1")]
    public async Task Migrations_of_one_host_share_its_bandwidth_by_priority_while_they_run()
    {
        using var estate = new SimulatedEstate("real");
        estate.Registry.Limits = new JobLimits { BytesPerSecondPerHost = 40UL << 20 };
        var service = await estate.ConnectAsync();
        var low = await service.StartAsync(await estate.RequestAsync("web01", new MigrationSetting { Priority = 50 }), CancellationToken.None);
        await ShowsAsync(low, 40UL << 20);

        var high = await service.StartAsync(
            await estate.RequestAsync("db01", new MigrationSetting { Priority = 1, Bandwidth = 30 }), CancellationToken.None);
        await ShowsAsync(high, 30UL << 20);
        await ShowsAsync(low, 10UL << 20);

        await service.ModifyJobAsync(low, new JobChange { Priority = 1, Bandwidth = 90 }, CancellationToken.None);
        await ShowsAsync(low, 30UL << 20);
        await ShowsAsync(high, 10UL << 20);

        await service.RequestStateChangeAsync(high, JobEvent.Kill);
        await ShowsAsync(low, 40UL << 20);
        await service.RequestStateChangeAsync(low, JobEvent.Kill);
        await Task.WhenAll(low.WhenFinishedAsync(), high.WhenFinishedAsync());
    }

    // The simulator's figures: what the transfer gets is what it was granted, as soon as it has been told.
    private static async Task ShowsAsync(MigrationJob job, ulong bytesPerSecond)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (job.BytesPerSecond != bytesPerSecond || job.GrantedBytesPerSecond != bytesPerSecond)
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
