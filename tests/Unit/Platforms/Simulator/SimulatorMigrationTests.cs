using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Tests.Contracts;
using Xunit;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class SimulatorMigrationTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task The_numbers_of_a_live_migration_are_the_models()
    {
        var fixture = new SimulatorFixture();
        var system = fixture.World.Read().Find("db01");
        var guest = new PreCopyGuest
        {
            Memory = system.Memory,
            DirtyBytesPerSecond = system.DirtyBytesPerSecond,
            WritableWorkingSet = system.WritableWorkingSet,
        };
        var rounds = PreCopyModel.Rounds(guest, new PreCopySettings(), fixture.World.Bandwidth("sim-a", "sim-b")).ToList();
        var log = new ProgressLog();

        using var actions = await fixture.OpenAsync("db01", MigrationType.Live);
        await actions.TransferAsync(log, None);

        var last = log.Reports[^1];
        Assert.InRange((double)last.BytesTransferred, rounds.Sum(round => round.Bytes) * (1 - 1e-6), rounds.Sum(round => round.Bytes) * (1 + 1e-6));
        Assert.Equal(rounds.Count - 1, last.Iterations);
        Assert.Equal(rounds[^1].Duration.TotalSeconds, last.Downtime!.Value.TotalSeconds, 0.002);
        Assert.Equal(rounds.Sum(round => round.Duration.TotalSeconds), fixture.World.Clock.Elapsed.TotalSeconds, 0.1);
        Assert.Contains(log.Reports, report => report.DirtyBytesPerSecond < system.DirtyBytesPerSecond && report.DirtyBytesPerSecond > 0);
    }

    [Fact]
    public async Task Reports_come_four_times_a_second_and_the_percentage_only_grows()
    {
        var fixture = new SimulatorFixture();
        var log = new ProgressLog();

        using var actions = await fixture.OpenAsync("db01", MigrationType.Live);
        await actions.TransferAsync(log, None);

        double perSecond = log.Reports.Count / fixture.World.Clock.Elapsed.TotalSeconds;
        Assert.InRange(perSecond, 3.9, 6);
        Assert.Equal(log.Reports.Select(report => report.PercentComplete), log.Reports.Select(report => report.PercentComplete).OrderBy(percent => percent));
        Assert.All(log.Reports.SkipLast(1), report => Assert.InRange(report.PercentComplete, 0, 99));
    }

    [Fact]
    public async Task The_first_example_takes_two_to_five_seconds()
    {
        var fixture = new SimulatorFixture();

        using var actions = await fixture.OpenAsync("web01", MigrationType.Live);
        await actions.TransferAsync(new ProgressLog(), None);

        Assert.InRange(fixture.World.Clock.Elapsed.TotalSeconds, 2, 5);
    }

    [Fact]
    [Clause("7.3.3-1")]
    public async Task The_bandwidth_asked_for_is_kept()
    {
        var fixture = new SimulatorFixture();
        var source = await fixture.FactsAsync("web01");
        var order = fixture.Order(MigrationType.Live) with { BytesPerSecond = 100_000_000 };
        var facts = await fixture.Destination.GetDestinationFactsAsync(source, fixture.Source, order, None);
        var log = new ProgressLog();

        using var actions = await fixture.Source.OpenMigrationAsync(source, order, fixture.Destination, facts, None);
        await actions.TransferAsync(log, None);

        Assert.All(log.Reports, report => Assert.InRange(report.BytesPerSecond, 0UL, 100_000_000UL));
        Assert.True(fixture.World.Clock.Elapsed.TotalSeconds > 21);
    }

    [Fact]
    public async Task Two_transfers_share_the_link()
    {
        var fixture = new SimulatorFixture();
        var rates = new ProgressLog();
        using var first = await fixture.OpenAsync("web01", MigrationType.Live);
        using var second = await fixture.OpenAsync("cache01", MigrationType.Live);
        var seen = new ProgressLog();
        double alone = fixture.World.Bandwidth("sim-a", "sim-b");

        fixture.World.CountTransfer("sim-a", "sim-b", +1);
        await second.TransferAsync(seen, None);
        fixture.World.CountTransfer("sim-a", "sim-b", -1);
        await first.TransferAsync(rates, None);

        Assert.Equal(alone / 2, seen.Reports[0].BytesPerSecond, 0);
        Assert.Equal(alone, rates.Reports[0].BytesPerSecond, 0);
    }

    [Fact]
    public async Task A_guest_that_is_paused_during_the_transfer_dirties_no_more_and_its_downtime_counts_from_there()
    {
        var fixture = new SimulatorFixture();
        using var actions = await fixture.OpenAsync("db01", MigrationType.Live);
        TimeSpan? paused = null;
        var log = new ProgressLog(report =>
        {
            if (report.PercentComplete >= 50 && paused is null)
            {
                paused = fixture.World.Clock.Elapsed;
                Task.Run(() => actions.PauseAsync(None)).Wait();
            }
        });

        await actions.TransferAsync(log, None);

        var last = log.Reports[^1];
        Assert.Equal(2, last.Iterations);
        Assert.Equal((fixture.World.Clock.Elapsed - paused!.Value).TotalSeconds, last.Downtime!.Value.TotalSeconds, 0.002);
        Assert.Equal(0UL, log.Reports[^2].DirtyBytesPerSecond);
        Assert.Equal(VirtualSystemState.Paused, fixture.World.Read().Find("db01").State);
    }

    [Fact]
    public async Task Post_copy_moves_the_guest_at_once_and_cannot_be_cancelled()
    {
        var fixture = new SimulatorFixture();
        string id = fixture.World.Read().Find("db01").Id;
        using var cancel = new CancellationTokenSource();
        using var actions = await fixture.OpenAsync("db01", MigrationType.Live);
        int reports = 0;
        var log = new ProgressLog(_ =>
        {
            if (++reports == 4)
            {
                Task.Run(() => actions.SwitchToPostCopyAsync(None)).Wait();
                Assert.Equal(VirtualSystemState.Active, fixture.World.Read().StateAt("sim-b", id));
                Assert.Null(fixture.World.Read().StateAt("sim-a", id));
                cancel.Cancel();
            }
        });

        await actions.TransferAsync(log, cancel.Token);

        Assert.Equal(100, log.Reports[^1].PercentComplete);
        Assert.Equal(TimeSpan.FromMilliseconds(5), log.Reports[^1].Downtime);
        Assert.Equal(1, log.Reports[^1].Iterations);
        Assert.Equal(1, fixture.World.Read().Instances(id));
    }

    [Fact]
    public async Task A_failure_during_post_copy_leaves_the_guest_still_at_the_destination_and_nothing_is_undone()
    {
        var fixture = new SimulatorFixture();
        string id = fixture.World.Read().Find("db01").Id;
        fixture.World.Script(new SimulatorFault { Action = SimulatorAction.Transfer, AtPercent = 60 });
        using var actions = await fixture.OpenAsync("db01", MigrationType.Live);
        int reports = 0;

        await Assert.ThrowsAsync<MigrationException>(() => actions.TransferAsync(
            new ProgressLog(_ => { if (++reports == 4) { Task.Run(() => actions.SwitchToPostCopyAsync(None)).Wait(); } }), None));
        var error = await Assert.ThrowsAsync<MigrationException>(actions.AbandonTransferAsync);

        Assert.Equal(MigrationErrorKind.InvalidState, error.Kind);
        Assert.Equal(VirtualSystemState.Paused, fixture.World.Read().StateAt("sim-b", id));
        Assert.Null(fixture.World.Read().StateAt("sim-a", id));
    }

    [Theory]
    [InlineData("sim-a")]
    [InlineData("sim-b")]
    public async Task Post_copy_needs_both_hosts(string host)
    {
        var world = Worlds.Create(state => state.ChangeHost(host, other => other with { CanPostCopy = false }));
        var fixture = new SimulatorFixture(world);
        var source = await fixture.FactsAsync("web01");

        var facts = await fixture.Destination.GetDestinationFactsAsync(source, fixture.Source, fixture.Order(MigrationType.Live), None);
        using var actions = await fixture.OpenAsync("web01", MigrationType.Live);
        var error = await Assert.ThrowsAsync<MigrationException>(() => actions.SwitchToPostCopyAsync(None));

        Assert.False(facts.CanPostCopy);
        Assert.Contains(host, facts.PostCopyObstacle, StringComparison.Ordinal);
        Assert.Equal(MigrationErrorKind.InvalidState, error.Kind);
    }

    [Fact]
    public async Task Post_copy_without_a_transfer_is_an_invalid_state()
    {
        var fixture = new SimulatorFixture();
        using var actions = await fixture.OpenAsync("web01", MigrationType.Live);

        var before = await Assert.ThrowsAsync<MigrationException>(() => actions.SwitchToPostCopyAsync(None));
        await actions.TransferAsync(new ProgressLog(), None);
        var after = await Assert.ThrowsAsync<MigrationException>(() => actions.SwitchToPostCopyAsync(None));
        var pause = await Assert.ThrowsAsync<MigrationException>(() => actions.PauseAsync(None));

        Assert.Equal(MigrationErrorKind.InvalidState, before.Kind);
        Assert.Equal(MigrationErrorKind.InvalidState, after.Kind);
        Assert.Equal(MigrationErrorKind.InvalidState, pause.Kind);
    }

    [Fact]
    public async Task A_guest_shuts_down_in_its_own_time()
    {
        var fixture = new SimulatorFixture();
        using var actions = await fixture.OpenAsync("db01", MigrationType.Restart);

        await actions.ShutDownAsync(None);

        Assert.InRange(fixture.World.Clock.Elapsed.TotalSeconds, 20, 20.5);
    }

    [Fact]
    public async Task A_guest_that_is_too_slow_is_a_timeout_and_may_still_go_down()
    {
        var fixture = new SimulatorFixture();
        string id = fixture.World.Read().Find("db01").Id;
        using var actions = await OpenAsync(fixture, "db01", TimeSpan.FromSeconds(5), turnOff: false);

        var error = await Assert.ThrowsAsync<MigrationException>(() => actions.ShutDownAsync(None));
        await actions.RestoreSourceAsync();

        Assert.Equal(MigrationErrorKind.Timeout, error.Kind);
        Assert.Equal("VSM0007", error.Errors[0].MessageId);
        Assert.Equal(VirtualSystemState.Active, fixture.World.Read().StateAt("sim-a", id));
        await fixture.World.Clock.DelayAsync(TimeSpan.FromSeconds(16), None);
        Assert.Equal(VirtualSystemState.Defined, fixture.World.Read().StateAt("sim-a", id));
    }

    [Fact]
    public async Task A_guest_that_does_not_listen_is_powered_off_only_if_the_order_says_so()
    {
        var fixture = new SimulatorFixture(Worlds.Create(state => state.Change("web01", system => system with { ShutdownTime = null })));
        using (var polite = await OpenAsync(fixture, "web01", TimeSpan.FromSeconds(5), turnOff: false))
        {
            await Assert.ThrowsAsync<MigrationException>(() => polite.ShutDownAsync(None));
        }

        using var firm = await OpenAsync(fixture, "web01", TimeSpan.FromSeconds(5), turnOff: true);
        await firm.ShutDownAsync(None);

        Assert.Equal(10, fixture.World.Clock.Elapsed.TotalSeconds, 0.002);
        Assert.Equal(VirtualSystemState.Defined, fixture.World.Read().Find("web01").State);
    }

    [Fact]
    public async Task A_guest_that_shuts_down_during_its_transfer_ends_it_and_lives_nowhere_else()
    {
        var fixture = new SimulatorFixture();
        var system = fixture.World.Read().Find("db01");
        fixture.World.Update(state => state.Change("db01", guest => guest with { GoesDownAt = fixture.World.Clock.UtcNow + TimeSpan.FromSeconds(3) }));
        using var actions = await fixture.OpenAsync("db01", MigrationType.Live);

        await Assert.ThrowsAsync<MigrationException>(() => actions.TransferAsync(new ProgressLog(), None));
        await actions.AbandonTransferAsync();

        Assert.Null(fixture.World.Read().System("sim-b", system.Id));
        Assert.Equal(1, fixture.World.Read().Instances(system.Id));
    }

    [Fact]
    [Clause("6.2.1-7")]
    public async Task Local_disks_move_along()
    {
        var fixture = new SimulatorFixture();
        string path = fixture.World.Read().Find("build01").Disks[0].Path;
        fixture.World.Update(state => state.Change("build01", system => system with { State = VirtualSystemState.Active }));
        var log = new ProgressLog();

        using var actions = await fixture.OpenAsync("build01", MigrationType.Live);
        await actions.PrepareStorageAsync(None);
        await actions.TransferAsync(log, None);

        Assert.Contains(fixture.World.Read().PoolOf("sim-b", path)!.Volumes, volume => volume.Path == path);
        Assert.True(log.Reports[^1].BytesTransferred >= 8 * Worlds.GiB);
        Assert.Equal(8 * Worlds.GiB, log.Reports[^1].BytesTotal);
    }

    [Fact]
    public async Task Discarding_storage_removes_what_was_created_and_leaves_what_was_there()
    {
        var fixture = new SimulatorFixture();
        string path = fixture.World.Read().Find("build01").Disks[0].Path;
        using (var first = await fixture.OpenAsync("build01", MigrationType.Live))
        {
            await first.PrepareStorageAsync(None);
            await first.DiscardStorageAsync();
            Assert.Empty(fixture.World.Read().PoolOf("sim-b", path)!.Volumes);
        }

        fixture.World.Update(state => state.With("sim-b", new SimulatedVolume { Path = path, Capacity = 4 * Worlds.GiB }));
        using var second = await fixture.OpenAsync("build01", MigrationType.Live);
        await second.PrepareStorageAsync(None);
        await second.DiscardStorageAsync();
        Assert.Single(fixture.World.Read().PoolOf("sim-b", path)!.Volumes);
    }

    [Fact]
    public async Task Autostart_is_carried_over_and_not_before()
    {
        var fixture = new SimulatorFixture();
        string id = fixture.World.Read().Find("web01").Id;
        using var actions = await fixture.OpenAsync("web01", MigrationType.Live);

        await actions.TransferAsync(new ProgressLog(), None);
        Assert.False(fixture.World.Read().System("sim-b", id)!.Autostart);
        await actions.CarryOverAsync(None);

        Assert.True(fixture.World.Read().System("sim-b", id)!.Autostart);
    }

    [Fact]
    public async Task A_system_is_migrated_once_at_a_time()
    {
        var fixture = new SimulatorFixture();
        using (await fixture.OpenAsync("web01", MigrationType.Live))
        {
            Assert.True((await fixture.FactsAsync("web01")).IsBusy);
            var error = await Assert.ThrowsAsync<MigrationException>(() => fixture.OpenAsync("web01", MigrationType.Live));
            Assert.Equal(MigrationErrorKind.MigrationRunning, error.Kind);
        }

        Assert.False((await fixture.FactsAsync("web01")).IsBusy);
    }

    [Fact]
    public async Task Nothing_comes_to_life_twice()
    {
        var fixture = new SimulatorFixture();
        using var actions = await fixture.OpenAsync("web01", MigrationType.Restart);
        await actions.DefineAtDestinationAsync(None);

        var started = await Assert.ThrowsAsync<MigrationException>(() => actions.StartAtDestinationAsync(None));
        var released = await Assert.ThrowsAsync<MigrationException>(() => actions.ReleaseSourceAsync(None));

        Assert.Equal(MigrationErrorKind.InvalidState, started.Kind);
        Assert.Equal(MigrationErrorKind.InvalidState, released.Kind);

        await actions.ShutDownAsync(None);
        await actions.StartAtDestinationAsync(None);
        var restored = await Assert.ThrowsAsync<MigrationException>(actions.RestoreSourceAsync);
        Assert.Equal(MigrationErrorKind.InvalidState, restored.Kind);
    }

    [Fact]
    [Clause("6.2-1", "7.5.1-2")]
    public async Task Twenty_migrations_there_and_back_leave_the_world_as_it_was()
    {
        var fixture = new SimulatorFixture();
        string before = Text(fixture.World.Read().Find("web01"));
        string id = fixture.World.Read().Find("web01").Id;
        for (int i = 0; i < 20; i++)
        {
            var (from, to) = i % 2 == 0 ? (fixture.Source, fixture.Destination) : (fixture.Destination, fixture.Source);
            var order = fixture.Order(MigrationType.Live);
            var source = await from.GetSourceFactsAsync(id, None);
            var destination = await to.GetDestinationFactsAsync(source, from, order, None);
            using var actions = await from.OpenMigrationAsync(source, order, to, destination, None);
            await actions.TransferAsync(new ProgressLog(), None);
            await actions.CarryOverAsync(None);
            await actions.VerifyDestinationAsync(None);
            await actions.VerifySourceReleasedAsync(None);
        }

        Assert.Equal(before, Text(fixture.World.Read().Find("web01")));
        Assert.NotNull(fixture.World.Read().System("sim-a", id));
    }

    private static string Text(SimulatedSystem system) => JsonSerializer.Serialize(system);

    private static async Task<IMigrationActions> OpenAsync(SimulatorFixture fixture, string name, TimeSpan limit, bool turnOff)
    {
        var source = await fixture.FactsAsync(name);
        var order = fixture.Order(MigrationType.Restart) with { TimeLimit = limit, TurnOff = turnOff };
        var facts = await fixture.Destination.GetDestinationFactsAsync(source, fixture.Source, order, None);
        return await fixture.Source.OpenMigrationAsync(source, order, fixture.Destination, facts, None);
    }
}
