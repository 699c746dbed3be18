using System.Linq;
using CsCheck;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using Xunit;
using static VsMigration.Jobs.MigrationStepName;
using static VsMigration.Tests.Service.Facts;

namespace VsMigration.Tests.Service;

public sealed class MigrationPlannerPlanTests
{
    [Theory]
    [InlineData(VirtualSystemState.Active, MigrationType.Live, new[] { Transfer, VerifyDestination, VerifySource })]
    [InlineData(VirtualSystemState.Paused, MigrationType.Live, new[] { Transfer, VerifyDestination, VerifySource })]
    [InlineData(VirtualSystemState.Active, MigrationType.Resume, new[] { Pause, Transfer, ResumeAtDestination, VerifyDestination, VerifySource })]
    [InlineData(VirtualSystemState.Paused, MigrationType.Resume, new[] { Transfer, VerifyDestination, VerifySource })]
    [InlineData(VirtualSystemState.Suspended, MigrationType.Live, new[] { LoadSavedState, Transfer, SuspendAtDestination, VerifyDestination, VerifySource })]
    [InlineData(VirtualSystemState.Suspended, MigrationType.Resume, new[] { LoadSavedState, Transfer, SuspendAtDestination, VerifyDestination, VerifySource })]
    [InlineData(VirtualSystemState.Active, MigrationType.Restart, new[] { ShutDown, DefineAtDestination, StartAtDestination, VerifyDestination, ReleaseSource, VerifySource })]
    [InlineData(VirtualSystemState.Defined, MigrationType.Live, new[] { DefineAtDestination, VerifyDestination, ReleaseSource, VerifySource })]
    [InlineData(VirtualSystemState.Defined, MigrationType.Restart, new[] { DefineAtDestination, VerifyDestination, ReleaseSource, VerifySource })]
    [Clause("6.2-2", "6.2.1-5", "6.2.1-8", "6.2.2-6", "6.2.2-10")]
    public void Has_these_steps(VirtualSystemState state, MigrationType type, MigrationStepName[] steps) =>
        Assert.Equal(steps, MigrationPlanner.Plan(Context.With(state, type)));

    [Fact]
    [Clause("6.2.1-7")]
    public void Prepares_targets_before_the_transfer_and_copies_before_the_definition()
    {
        var disk = Context.WithDisk(Disk, Place);
        Assert.Equal(PrepareStorage, MigrationPlanner.Plan(disk)[0]);
        Assert.Equal(
            new[] { ShutDown, PrepareStorage, CopyVolumes, DefineAtDestination },
            MigrationPlanner.Plan(disk.With(VirtualSystemState.Active, MigrationType.Restart)).Take(4));
    }

    [Fact]
    public void Carries_autostart_over() =>
        Assert.Contains(CarryOver, MigrationPlanner.Plan(Context.WithSource(source => source with { Autostart = true })));

    [Fact]
    public void Whatever_is_asked_the_source_is_released_only_after_the_destination_was_seen() =>
        Gen.Select(Gen.Enum<VirtualSystemState>(), Gen.Enum<MigrationType>(), Gen.Enum<TimeoutAction>(), Gen.Bool, Gen.Bool).Sample(
            (state, type, timeout, disk, autostart) =>
            {
                var context = Context.With(state, type).WithSource(source => source with { Autostart = autostart });
                context = disk ? context.WithDisk(Disk, Place) : context;
                var plan = MigrationPlanner.Plan(context with { Order = context.Order with { OnTimeout = timeout } }).ToList();

                Assert.Equal(plan.Distinct(), plan);
                Assert.Equal(VerifySource, plan[^1]);
                Assert.True(plan.IndexOf(VerifyDestination) > plan.IndexOf(plan.Contains(Transfer) ? Transfer : DefineAtDestination));
                Assert.True(!plan.Contains(ReleaseSource) || plan.IndexOf(ReleaseSource) > plan.IndexOf(VerifyDestination));
                Assert.True(plan.Contains(Transfer) != plan.Contains(ReleaseSource));
            });
}
