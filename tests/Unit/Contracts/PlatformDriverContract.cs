using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using Xunit;

namespace VsMigration.Tests.Contracts;

/// <summary>What every driver must do, whatever stands behind it. A subclass brings the fixture.</summary>
public abstract class PlatformDriverContract : IAsyncLifetime
{
    private DriverFixture? _fixture;

    protected DriverFixture Fixture => _fixture ?? throw new InvalidOperationException("The fixture is not open.");

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => _fixture = await CreateFixtureAsync();

    public async Task DisposeAsync()
    {
        if (_fixture is not null)
        {
            await _fixture.DisposeAsync();
        }
    }

    protected abstract Task<DriverFixture> CreateFixtureAsync();

    [Fact]
    public async Task Capability_names_the_host_and_the_three_migration_types()
    {
        var capability = await Fixture.Source.GetCapabilityAsync(None);

        Assert.Equal(Fixture.Source.HostName, capability.HostName);
        Assert.Equal(new[] { MigrationType.Live, MigrationType.Resume, MigrationType.Restart }, capability.MigrationTypes.OrderBy(type => type));
        Assert.NotEmpty(capability.TransportTypes);
        Assert.NotEmpty(capability.Platform);
        Assert.DoesNotContain(MigrationMethod.CheckVirtualSystemIsMigratableToHost, capability.AsynchronousMethodsSupported);
    }

    [Fact]
    [Clause("7.5.2-1", "7.5.3-1")]
    public async Task Systems_are_listed_with_state_memory_and_identifiers()
    {
        var active = await Fixture.FindAsync(Fixture.Source, Fixture.ActiveSystem);
        var paused = await Fixture.FindAsync(Fixture.Source, Fixture.PausedSystem);
        var defined = await Fixture.FindAsync(Fixture.Source, Fixture.DefinedSystem);

        Assert.Equal(VirtualSystemState.Active, active!.State);
        Assert.Equal(VirtualSystemState.Paused, paused!.State);
        Assert.Equal(VirtualSystemState.Defined, defined!.State);
        Assert.Equal(Fixture.Source.HostName, active.HostName);
        Assert.True(active.Memory > 0);
        Assert.True(active.ProcessorCount > 0);
        Assert.Contains("CIM:GUID", active.IdentifyingDescriptions);
        Assert.Equal(active.IdentifyingDescriptions.Count, active.OtherIdentifyingInfo.Count);
    }

    [Fact]
    public async Task A_system_is_found_by_its_identifier_as_it_is_listed()
    {
        var listed = await Fixture.FindAsync(Fixture.Source, Fixture.ActiveSystem);

        var found = await Fixture.Source.FindSystemAsync(listed!.Id, None);

        Assert.Equal(
            (listed.Name, listed.Id, listed.State, listed.Memory, listed.HostName), (found!.Name, found.Id, found.State, found.Memory, found.HostName));
        Assert.Equal(Correlation.PairsOf(listed), Correlation.PairsOf(found));
        Assert.Null(await Fixture.Destination.FindSystemAsync(listed.Id, None));
        Assert.Null(await Fixture.Source.FindSystemAsync("neither a UUID nor a name", None));
    }

    [Fact]
    [Clause("9.2.2-2")]
    public async Task A_definition_is_shown_with_every_resource()
    {
        var system = await Fixture.FindAsync(Fixture.Source, Fixture.DefinedSystem);

        var definition = await Fixture.Source.GetDefinitionAsync(system!.Id, None);

        Assert.Equal((system.Name, system.Id), (definition!.Setting.ElementName, definition.Setting.VirtualSystemIdentifier));
        var memory = Assert.Single(definition.Resources, resource => resource.ResourceType == ResourceType.Memory);
        Assert.Equal((system.Memory >> 20, "byte*2^20"), (memory.VirtualQuantity, memory.VirtualQuantityUnits));
        Assert.Equal((ulong)system.ProcessorCount, Assert.Single(definition.Resources, resource => resource.ResourceType == ResourceType.Processor).VirtualQuantity);
        var disk = Assert.Single(definition.Resources, resource => resource.ResourceType == ResourceType.LogicalDisk);
        Assert.Equal("vda", disk.Address);
        Assert.StartsWith("/", Assert.Single(disk.HostResource!), StringComparison.Ordinal);
        Assert.All(definition.Resources, resource => Assert.StartsWith(definition.Setting.InstanceID + "/", resource.InstanceID, StringComparison.Ordinal));
        Assert.Equal(definition.Resources.Count, definition.Resources.Select(resource => resource.InstanceID).Distinct().Count());
        Assert.Contains(Fixture.Source.HostName, definition.Setting.InstanceID!, StringComparison.Ordinal);
        Assert.Null(await Fixture.Destination.GetDefinitionAsync(system.Id, None));
    }

    [Fact]
    public async Task Source_facts_are_of_the_system_and_the_host()
    {
        var system = await Fixture.FindAsync(Fixture.Source, Fixture.ActiveSystem);

        var facts = await Fixture.FactsAsync(Fixture.ActiveSystem);

        Assert.Equal(system!.Id, facts.System.Id);
        Assert.Equal(system.Memory, facts.System.Memory);
        Assert.Equal(Fixture.Source.HostName, facts.HostName);
        Assert.NotEmpty(facts.HostId);
        Assert.NotEqual(new Version(0, 0), facts.HypervisorVersion);
        Assert.NotEmpty(facts.MachineType);
        Assert.NotEmpty(facts.Definition);
        Assert.Equal((await Fixture.Source.GetDefinitionAsync(system.Id, None))!.Resources.Select(Text), facts.SettingData.Resources.Select(Text));
        Assert.False(facts.IsBusy);
    }

    [Fact]
    public async Task Destination_facts_tell_the_hosts_apart_and_place_every_disk()
    {
        var source = await Fixture.FactsAsync(Fixture.ActiveSystem);

        var there = await Fixture.Destination.GetDestinationFactsAsync(source, Fixture.Source, Fixture.Order(MigrationType.Live), None);
        var here = await Fixture.Source.GetDestinationFactsAsync(source, Fixture.Source, Fixture.Order(MigrationType.Live), None);

        Assert.NotEqual(source.HostId, there.HostId);
        Assert.Equal(source.HostId, here.HostId);
        Assert.Null(there.SameName);
        Assert.Null(there.SameId);
        Assert.Equal(source.System.Id, here.SameId?.Id);
        Assert.True(there.FreeMemory > 0);
        Assert.Equal(source.Disks.Select(disk => disk.Path), there.Disks.Select(place => place.Path));
    }

    [Fact]
    public async Task An_unknown_system_is_not_found()
    {
        var error = await Assert.ThrowsAsync<MigrationException>(
            () => Fixture.Source.GetSourceFactsAsync("00000000-0000-4000-8000-000000000000", None));

        Assert.Equal(MigrationErrorKind.SystemNotFound, error.Kind);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    [Clause("6.2.3-2", "6.2.3-5")]
    public async Task A_live_migration_leaves_the_system_running_at_the_destination_only()
    {
        var log = new ProgressLog();
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.TransferAsync(log, None);
            await actions.CarryOverAsync(None);
            await actions.VerifyDestinationAsync(None);
            await actions.VerifySourceReleasedAsync(None);
        }

        await RequireAsync(Fixture.ActiveSystem, here: null, there: VirtualSystemState.Active);
        Assert.NotEmpty(log.Reports);
        var last = log.Reports[log.Reports.Count - 1];
        Assert.Equal(100, last.PercentComplete);
        Assert.Equal(0UL, last.BytesRemaining);
        Assert.True(last.BytesTransferred > 0);
        Assert.True(last.Downtime >= TimeSpan.Zero);
        Assert.True(last.Iterations > 0);
    }

    [Fact]
    public async Task A_cancelled_transfer_is_undone()
    {
        using var cancel = new CancellationTokenSource();
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => actions.TransferAsync(new ProgressLog(_ => cancel.Cancel()), cancel.Token));
            await actions.AbandonTransferAsync();
            await actions.DiscardStorageAsync();
        }

        await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Active, there: null);
        Assert.False((await Fixture.FactsAsync(Fixture.ActiveSystem)).IsBusy);
    }

    [Fact]
    public async Task A_cancelled_migration_can_be_started_again()
    {
        await A_cancelled_transfer_is_undone();
        await A_live_migration_leaves_the_system_running_at_the_destination_only();
    }

    [Fact]
    [Clause("6.2.3-3")]
    public async Task A_paused_system_moves_and_stays_paused()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.PausedSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.TransferAsync(new ProgressLog(), None);
            await actions.VerifyDestinationAsync(None);
            await actions.VerifySourceReleasedAsync(None);
        }

        await RequireAsync(Fixture.PausedSystem, here: null, there: VirtualSystemState.Paused);
    }

    [Fact]
    [Clause("6.2.2-2", "6.2.2-5", "6.2.2-6", "6.2.2-8")]
    public async Task Resume_pauses_moves_and_resumes()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Resume))
        {
            await actions.PrepareStorageAsync(None);
            await actions.PauseAsync(None);
            await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Paused, there: null);
            await actions.TransferAsync(new ProgressLog(), None);
            await RequireAsync(Fixture.ActiveSystem, here: null, there: VirtualSystemState.Paused);
            await actions.ResumeAtDestinationAsync(None);
            await actions.VerifyDestinationAsync(None);
        }

        await RequireAsync(Fixture.ActiveSystem, here: null, there: VirtualSystemState.Active);
    }

    [Fact]
    public async Task Pausing_is_undone_by_restoring_the_source()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Resume))
        {
            await actions.PauseAsync(None);
            await actions.PauseAsync(None);
            await actions.RestoreSourceAsync();
        }

        await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Active, there: null);
    }

    [Fact]
    [Clause("6.2.1-1", "6.2.1-5", "6.2.1-8", "6.2.3-1")]
    public async Task A_definition_moves_without_being_started()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.DefinedSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.CopyVolumesAsync(new ProgressLog(), None);
            await actions.DefineAtDestinationAsync(None);
            await RequireAsync(Fixture.DefinedSystem, here: VirtualSystemState.Defined, there: VirtualSystemState.Defined);
            await actions.VerifyDestinationAsync(None);
            await actions.ReleaseSourceAsync(None);
            await actions.VerifySourceReleasedAsync(None);
        }

        await RequireAsync(Fixture.DefinedSystem, here: null, there: VirtualSystemState.Defined);
    }

    [Fact]
    public async Task Defining_is_undone_by_undefining()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.DefinedSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.DefineAtDestinationAsync(None);
            await actions.UndefineAtDestinationAsync();
            await actions.DiscardStorageAsync();
        }

        await RequireAsync(Fixture.DefinedSystem, here: VirtualSystemState.Defined, there: null);
    }

    [Fact]
    [Clause("6.2.1-5", "6.2.1-8")]
    public async Task Restart_shuts_down_moves_the_definition_and_starts()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Restart))
        {
            await actions.ShutDownAsync(None);
            await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Defined, there: null);
            await actions.PrepareStorageAsync(None);
            await actions.CopyVolumesAsync(new ProgressLog(), None);
            await actions.DefineAtDestinationAsync(None);
            await actions.StartAtDestinationAsync(None);
            await actions.VerifyDestinationAsync(None);
            await actions.ReleaseSourceAsync(None);
            await actions.VerifySourceReleasedAsync(None);
        }

        await RequireAsync(Fixture.ActiveSystem, here: null, there: VirtualSystemState.Active);
    }

    [Fact]
    public async Task A_restart_that_has_started_is_undone_step_by_step()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Restart))
        {
            await actions.ShutDownAsync(None);
            await actions.PrepareStorageAsync(None);
            await actions.DefineAtDestinationAsync(None);
            await actions.StartAtDestinationAsync(None);
            await actions.StopAtDestinationAsync();
            await actions.UndefineAtDestinationAsync();
            await actions.DiscardStorageAsync();
            await actions.RestoreSourceAsync();
        }

        await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Active, there: null);
    }

    [Fact]
    public async Task Undoing_what_was_not_done_changes_nothing()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await actions.StopAtDestinationAsync();
            await actions.UndefineAtDestinationAsync();
            await actions.AbandonTransferAsync();
            await actions.DiscardStorageAsync();
            await actions.RestoreSourceAsync();
        }

        await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Active, there: null);
    }

    [Fact]
    public async Task A_transfer_that_has_arrived_is_not_abandoned()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.TransferAsync(new ProgressLog(), None);
            var error = await Assert.ThrowsAsync<MigrationException>(actions.AbandonTransferAsync);
            Assert.Equal(MigrationErrorKind.InvalidState, error.Kind);
        }

        await RequireAsync(Fixture.ActiveSystem, here: null, there: VirtualSystemState.Active);
    }

    [Fact]
    public async Task Verification_looks_and_does_not_believe()
    {
        using var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live);

        var destination = await Assert.ThrowsAsync<MigrationException>(() => actions.VerifyDestinationAsync(None));
        var source = await Assert.ThrowsAsync<MigrationException>(() => actions.VerifySourceReleasedAsync(None));

        Assert.Equal(MigrationErrorKind.MigrationFailed, destination.Kind);
        Assert.Equal(MigrationErrorKind.MigrationFailed, source.Kind);
    }

    [Fact]
    [Clause("9.2.2-7")]
    public async Task A_definition_arrives_with_everything_that_was_to_be_different()
    {
        var change = Everything(Fixture.NewName(Fixture.DefinedSystem));
        var before = await Fixture.FindAsync(Fixture.Source, Fixture.DefinedSystem);
        using (var actions = await Fixture.OpenAsync(Fixture.DefinedSystem, MigrationType.Restart, change))
        {
            await actions.PrepareStorageAsync(None);
            await actions.CopyVolumesAsync(new ProgressLog(), None);
            await actions.DefineAtDestinationAsync(None);
            await actions.VerifyDestinationAsync(None);
            await actions.ReleaseSourceAsync(None);
            await actions.VerifySourceReleasedAsync(None);
        }

        await RequireAsync(Fixture.DefinedSystem, here: null, there: null);
        await RequireAsync(change.Name!, here: null, there: VirtualSystemState.Defined);
        var after = await Fixture.FindAsync(Fixture.Destination, change.Name!);
        Assert.Equal((before!.Id, 96UL << 20, 3), (after!.Id, after.Memory, after.ProcessorCount));
        var definition = await Fixture.Destination.GetDefinitionAsync(after.Id, None);
        Assert.Equal(("A caption", "A description"), (definition!.Setting.Caption, definition.Setting.Description));
        Assert.Equal(new[] { "first", "second" }, definition.Setting.Notes);
        var adapter = Assert.Single(definition.Resources, resource => resource.Address == "52:54:00:0a:0b:0c");
        Assert.Equal(("network", "default"), (adapter.ResourceSubType, Assert.Single(adapter.Connection!)));
    }

    [Fact]
    public async Task A_changed_definition_is_undone_under_its_new_name()
    {
        var change = Everything(Fixture.NewName(Fixture.DefinedSystem));
        using (var actions = await Fixture.OpenAsync(Fixture.DefinedSystem, MigrationType.Live, change))
        {
            await actions.PrepareStorageAsync(None);
            await actions.DefineAtDestinationAsync(None);
            await RequireAsync(change.Name!, here: null, there: VirtualSystemState.Defined);
            await actions.UndefineAtDestinationAsync();
            await actions.DiscardStorageAsync();
        }

        await RequireAsync(change.Name!, here: null, there: null);
        await RequireAsync(Fixture.DefinedSystem, here: VirtualSystemState.Defined, there: null);
    }

    [Fact]
    [Clause("7.5.1-2", "T21-1")]
    public async Task A_running_system_arrives_under_its_new_name_and_is_the_same_one()
    {
        var change = new DefinitionChange { Name = Fixture.NewName(Fixture.ActiveSystem), Caption = "A caption", Notes = new[] { "first" } };
        var before = await Fixture.FindAsync(Fixture.Source, Fixture.ActiveSystem);
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live, change))
        {
            await actions.PrepareStorageAsync(None);
            await actions.TransferAsync(new ProgressLog(), None);
            await actions.VerifyDestinationAsync(None);
            await actions.VerifySourceReleasedAsync(None);
        }

        await RequireAsync(Fixture.ActiveSystem, here: null, there: null);
        await RequireAsync(change.Name!, here: null, there: VirtualSystemState.Active);
        var after = await Fixture.FindAsync(Fixture.Destination, change.Name!);
        Assert.Contains(new IdentifyingPair(Correlation.Guid, before!.Id), Correlation.Match(before, after!));
        Assert.Equal(new[] { "first" }, (await Fixture.Destination.GetDefinitionAsync(after!.Id, None))!.Setting.Notes);
    }

    [Fact]
    public async Task A_cancelled_transfer_leaves_nothing_of_the_new_name()
    {
        string name = Fixture.NewName(Fixture.ActiveSystem);
        using var cancel = new CancellationTokenSource();
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live, new DefinitionChange { Name = name }))
        {
            await actions.PrepareStorageAsync(None);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => actions.TransferAsync(new ProgressLog(_ => cancel.Cancel()), cancel.Token));
            await actions.AbandonTransferAsync();
            await actions.DiscardStorageAsync();
        }

        await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Active, there: null);
        await RequireAsync(name, here: null, there: null);
    }

    [Fact]
    [Clause("9.2.2-7")]
    public async Task A_restart_starts_with_the_new_size()
    {
        var change = new DefinitionChange { Resources = new ResourceChange[] { new MemoryChange { Bytes = 96UL << 20 }, new ProcessorChange { Count = 3 } } };
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Restart, change))
        {
            await actions.ShutDownAsync(None);
            await actions.PrepareStorageAsync(None);
            await actions.CopyVolumesAsync(new ProgressLog(), None);
            await actions.DefineAtDestinationAsync(None);
            await actions.StartAtDestinationAsync(None);
            await actions.VerifyDestinationAsync(None);
            await actions.ReleaseSourceAsync(None);
        }

        var after = await Fixture.FindAsync(Fixture.Destination, Fixture.ActiveSystem);
        Assert.Equal((VirtualSystemState.Active, 96UL << 20, 3), (after!.State, after.Memory, after.ProcessorCount));
    }

    [Fact]
    public async Task Verification_sees_what_did_not_change()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.DefinedSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.DefineAtDestinationAsync(None);
        }

        using (var actions = await Fixture.OpenAsync(Fixture.DefinedSystem, MigrationType.Live, Everything("another-name")))
        {
            var error = await Assert.ThrowsAsync<MigrationException>(() => actions.VerifyDestinationAsync(None));

            Assert.Equal(MigrationErrorKind.MigrationFailed, error.Kind);
            foreach (string what in new[] { "another-name", "caption", "description", "notes", "bytes of memory", "processors", "52:54:00:0a:0b:0c" })
            {
                Assert.Contains(what, error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_destination_is_asked_for_the_new_name()
    {
        var source = await Fixture.FactsAsync(Fixture.ActiveSystem);
        var order = Fixture.Order(MigrationType.Live) with { Change = new DefinitionChange { Name = Fixture.DefinedSystem } };

        var facts = await Fixture.Source.GetDestinationFactsAsync(source, Fixture.Source, order, None);

        Assert.Equal(Fixture.DefinedSystem, facts.SameName?.Name);
        Assert.True(facts.MaximumProcessorCount > 1);
    }

    [Fact]
    public async Task Opening_a_migration_changes_nothing()
    {
        using (await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Active, there: null);
        }
    }

    [Fact]
    public async Task An_action_whose_token_is_cancelled_does_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => actions.PauseAsync(cancelled.Token));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => actions.TransferAsync(new ProgressLog(), cancelled.Token));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => actions.DefineAtDestinationAsync(cancelled.Token));
        }

        await RequireAsync(Fixture.ActiveSystem, here: VirtualSystemState.Active, there: null);
    }

    private static DefinitionChange Everything(string name) => new()
    {
        Name = name,
        Caption = "A caption",
        Description = "A description",
        Notes = new[] { "first", "second" },
        Resources = new ResourceChange[]
        {
            new MemoryChange { Bytes = 96UL << 20 },
            new ProcessorChange { Count = 3 },
            new AdapterChange { Mac = "52:54:00:0a:0b:0c", Network = new NetworkFacts { Kind = "network", Name = "default" }, IsNew = true },
        },
    };

    // Lists in records compare by reference.
    private static string Text(ResourceAllocationSettingData resource) => string.Join(
        " ",
        resource.InstanceID,
        resource.VirtualQuantity,
        resource.VirtualQuantityUnits,
        resource.Reservation,
        string.Join(",", resource.Connection ?? Array.Empty<string>()),
        string.Join(",", resource.HostResource ?? Array.Empty<string>()));

    [Fact]
    public async Task A_limit_of_the_bandwidth_holds_from_the_beginning_and_can_be_lifted_on_the_way()
    {
        const ulong limit = 2 << 20;
        var before = new List<ulong>();
        var after = new List<ulong>();
        bool lifted = false;
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.SetBandwidthAsync(limit, None);
            Task lifting = Task.CompletedTask;
            await actions.TransferAsync(
                new ProgressLog(report =>
                {
                    // Before anything moves there is no rate to look at.
                    if (report.BytesPerSecond > 0)
                    {
                        (lifted ? after : before).Add(report.BytesPerSecond);
                    }

                    if (before.Count == 8 && !lifted)
                    {
                        lifted = true;
                        lifting = Task.Run(() => actions.SetBandwidthAsync(null, None));
                    }
                }),
                None);
            await lifting;
            await actions.SetBandwidthAsync(limit, None);
            await actions.VerifyDestinationAsync(None);
        }

        Assert.Equal(8, before.Count);
        Assert.InRange(before.Max(), 1UL, limit * 3 / 2);
        Assert.True(after.Max() > limit * 3, $"{after.Max()} bytes a second after the limit was lifted");
        await RequireAsync(Fixture.ActiveSystem, here: null, there: VirtualSystemState.Active);
    }

    [Fact]
    public async Task A_limit_that_was_set_on_the_way_does_not_outlive_a_transfer_that_was_cancelled()
    {
        using (var cancel = new CancellationTokenSource())
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.SetBandwidthAsync(2 << 20, None);
            int reports = 0;
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => actions.TransferAsync(
                new ProgressLog(report =>
                {
                    if (++reports == 4)
                    {
                        _ = Task.Run(async () =>
                        {
                            await actions.SetBandwidthAsync(1 << 20, None);
                            await cancel.CancelAsync();
                        });
                    }
                }),
                cancel.Token));
            await actions.AbandonTransferAsync();
            await actions.DiscardStorageAsync();
        }

        var log = new ProgressLog();
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.TransferAsync(log, None);
        }

        Assert.True(log.Reports.Max(report => report.BytesPerSecond) > 4 << 20);
    }

    [Fact]
    public async Task A_downtime_can_be_set_before_during_and_after_a_transfer()
    {
        using (var actions = await Fixture.OpenAsync(Fixture.ActiveSystem, MigrationType.Live))
        {
            await actions.PrepareStorageAsync(None);
            await actions.SetMaxDowntimeAsync(TimeSpan.FromMilliseconds(500), None);
            await actions.SetBandwidthAsync(16 << 20, None); // slow enough to be changed on the way, faster than the guest dirties
            Task setting = Task.CompletedTask;
            await actions.TransferAsync(
                new ProgressLog(report => setting = setting.IsCompleted ? Task.Run(() => actions.SetMaxDowntimeAsync(TimeSpan.FromSeconds(2), None)) : setting),
                None);
            await setting;
            await actions.SetMaxDowntimeAsync(TimeSpan.FromSeconds(1), None);
        }

        await RequireAsync(Fixture.ActiveSystem, here: null, there: VirtualSystemState.Active);
    }

    /// <summary>The state of a virtual system at both hosts; null = it is not there.</summary>
    protected async Task RequireAsync(string name, VirtualSystemState? here, VirtualSystemState? there)
    {
        Assert.Equal(here, (await Fixture.FindAsync(Fixture.Source, name))?.State);
        Assert.Equal(there, (await Fixture.FindAsync(Fixture.Destination, name))?.State);
    }
}
