using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CsCheck;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Service;
using VsMigration.Tests.Contracts;
using Xunit;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class SimulatorFaultTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_fault_happens_at_its_percentage_and_keeps_its_code_and_text()
    {
        var fixture = new SimulatorFixture();
        fixture.World.Script(new SimulatorFault { Action = SimulatorAction.Transfer, System = "web01", AtPercent = 60, Code = "simulator 38", Message = "Broken pipe" });
        var log = new ProgressLog();
        using var actions = await fixture.OpenAsync("web01", MigrationType.Live);

        var error = await Assert.ThrowsAsync<MigrationException>(() => actions.TransferAsync(log, None));
        await actions.AbandonTransferAsync();

        Assert.Equal("SVPC8041", error.Errors[0].MessageId);
        Assert.Equal("simulator 38", error.Errors[0].PeerCode);
        Assert.Equal("Broken pipe", error.Errors[0].PeerMessage);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.InRange(log.Reports[^1].PercentComplete, 45, 59);
    }

    [Fact]
    public async Task A_fault_happens_as_often_as_it_is_scripted_and_only_to_its_system()
    {
        var fixture = new SimulatorFixture();
        fixture.World.Script(new SimulatorFault { Action = SimulatorAction.Pause, System = "web01", Times = 2, Kind = MigrationErrorKind.PeerFailed });
        using var other = await fixture.OpenAsync("db01", MigrationType.Resume);
        using var actions = await fixture.OpenAsync("web01", MigrationType.Resume);

        await other.PauseAsync(None);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(MigrationErrorKind.PeerFailed, (await Assert.ThrowsAsync<MigrationException>(() => actions.PauseAsync(None))).Kind);
        }

        await actions.PauseAsync(None);
        Assert.Empty(fixture.World.Read().Faults);
    }

    [Theory]
    [InlineData("host")]
    [InlineData("link")]
    public async Task A_host_or_a_link_that_fails_in_the_middle_ends_the_transfer(string what)
    {
        var fixture = new SimulatorFixture();
        var before = fixture.World.Read();
        using var actions = await fixture.OpenAsync("web01", MigrationType.Live);
        void Break(MigrationProgress report) => fixture.World.Update(state => what == "host"
            ? state.ChangeHost("sim-b", host => host with { IsOnline = false })
            : state with { Links = state.Links.Select(link => link with { IsUp = false }).ToList() });

        await Assert.ThrowsAsync<MigrationException>(() => actions.TransferAsync(new ProgressLog(Break), None));
        fixture.World.Update(state => state.ChangeHost("sim-b", host => host with { IsOnline = true }) with { Links = before.Links });
        await actions.AbandonTransferAsync();

        Assert.Equal(before.Text(), fixture.World.Read().Text());
    }

    [Fact]
    public async Task A_host_that_is_offline_is_unreachable_to_every_question()
    {
        var fixture = new SimulatorFixture(Worlds.Create(state => state.ChangeHost("sim-b", host => host with { IsOnline = false })));

        var error = await Assert.ThrowsAsync<MigrationException>(() => fixture.Destination.GetSystemsAsync(None));

        Assert.Equal(MigrationErrorKind.HostUnreachable, error.Kind);
    }

    private enum Stop
    {
        Fault,
        Cancel,
        CancelAndSwitch,
    }

    /// <summary>The promise of the whole module, in small: a guest runs exactly once, wherever and however its migration is stopped.</summary>
    [Fact]
    [Clause("6.2.3-9")]
    public async Task Wherever_a_migration_is_stopped_the_guest_exists_exactly_once() => await Gen.Select(
            Gen.OneOf("web01", "db01", "cache01", "build01"),
            Gen.OneOf(MigrationType.Live, MigrationType.Resume, MigrationType.Restart),
            Gen.Int[0, 11],
            Gen.Int[0, 100],
            Gen.Enum<Stop>())
        .SampleAsync(
            async (name, type, step, percent, stop) =>
            {
                var fixture = new SimulatorFixture();
                fixture.World.Update(state => name == "build01" && percent % 2 == 0
                    ? state.Change(name, system => system with { State = VirtualSystemState.Active })
                    : state);
                string id = fixture.World.Read().Find(name).Id;
                bool ran = fixture.World.Read().Find(name).IsInstantiated;
                string before = fixture.World.Read().Text();

                bool committed = await MigrateAsync(fixture, name, type, step, percent, stop);

                var after = fixture.World.Read() with { Faults = Array.Empty<SimulatorFault>() };
                if (committed)
                {
                    Assert.Null(after.System("sim-a", id));
                    Assert.Equal(ran ? 1 : 0, after.Instances(id));
                    Assert.Equal(VirtualSystemState.Defined == after.StateAt("sim-b", id), !ran);
                }
                else
                {
                    Assert.Equal(before, after.Change(name, system => system with { GoesDownAt = null }).Text());
                }
            },
            iter: 600);

    // The runner's rule in a few lines: the undo is registered before a step begins, and done the other way round.
    private static async Task<bool> MigrateAsync(SimulatorFixture fixture, string name, MigrationType type, int stopAt, int percent, Stop stop)
    {
        using var cancel = new CancellationTokenSource();
        var order = fixture.Order(type);
        var source = await fixture.FactsAsync(name);
        var destination = await fixture.Destination.GetDestinationFactsAsync(source, fixture.Source, order, None);
        var context = new MigrationContext { Source = source, Destination = destination, Order = order };
        using var actions = await fixture.Source.OpenMigrationAsync(source, order, fixture.Destination, destination, None);
        var plan = MigrationPlanner.Plan(context);
        using var procedure = ProcedureBuilder.Build(
            plan, context, actions, fixture.World.Clock, token => fixture.Destination.FindSystemAsync(source.System.Id, token));
        if (stop == Stop.Fault && stopAt < plan.Count)
        {
            fixture.World.Script(new SimulatorFault { Action = ActionOf(plan[stopAt]), AtPercent = IsLong(plan[stopAt]) ? percent : 0 });
        }

        var undo = new Stack<Func<Task>>();
        bool committed = false;
        foreach (var (step, index) in procedure.Steps.Select((step, index) => (step, index)))
        {
            bool stopsHere = index == stopAt && stop != Stop.Fault;
            var progress = new ProgressLog(report =>
            {
                if (stopsHere && report.PercentComplete >= percent)
                {
                    TrySwitch(actions, stop);
                    cancel.Cancel();
                }
            });
            if (stopsHere && (!IsLong(step.Name) || percent == 0))
            {
                cancel.Cancel();
            }

            if (step.UndoAsync is not null)
            {
                undo.Push(step.UndoAsync);
            }

            try
            {
                await step.DoAsync(progress, committed ? None : cancel.Token);
            }
            catch (Exception e) when (e is MigrationException or OperationCanceledException)
            {
                if (!committed)
                {
                    break;
                }

                // What fails after the point of no return is done again by the person who reads the job; here at once.
                await step.DoAsync(progress, None);
            }

            committed |= step.Commits;
        }

        while (!committed && undo.Count > 0)
        {
            await undo.Pop()();
        }

        return committed;
    }

    private static void TrySwitch(IMigrationActions actions, Stop stop)
    {
        if (stop == Stop.CancelAndSwitch)
        {
            try
            {
                Task.Run(() => actions.SwitchToPostCopyAsync(None)).Wait();
            }
            catch (AggregateException e) when (e.InnerException is MigrationException)
            {
                // Copying volumes, or over already: there is nothing to switch.
            }
        }
    }

    private static bool IsLong(MigrationStepName step) => step is MigrationStepName.Transfer or MigrationStepName.CopyVolumes;

    private static SimulatorAction ActionOf(MigrationStepName step) => step == MigrationStepName.VerifySource
        ? SimulatorAction.VerifySourceReleased
        : Enum.Parse<SimulatorAction>(step.ToString());
}
