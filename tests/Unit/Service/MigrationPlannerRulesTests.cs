using System;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using Xunit;
using static VsMigration.Tests.Service.Facts;

namespace VsMigration.Tests.Service;

public sealed class MigrationPlannerRulesTests
{
    [Fact]
    public void Finds_nothing_where_nothing_is_wrong() => Assert.Empty(MigrationPlanner.Check(Context));

    [Fact]
    [Clause("6.2-3", "6.2.1-2", "6.2.1-3", "6.2.1-4")]
    public void Finds_everything_at_once()
    {
        var everything = Context
            .WithSource(source => source with
            {
                IsBusy = true,
                SnapshotCount = 2,
                HostDevices = new[] { "pci 0000:3b:00.0" },
            })
            .WithDestination(destination => destination with
            {
                HypervisorVersion = new Version(6, 2),
                SameName = new VirtualSystem { Name = "web01", Id = "another" },
                HasEmulator = false,
                ProcessorCompatible = false,
                ProcessorDifference = "avx512f",
                FreeMemory = 1,
                IsLoopback = false,
                MissingNetworks = new[] { new NetworkFacts { Kind = "network", Name = "backup" } },
            })
            .WithDisk(Disk, Place with { CanBeCreated = false });

        var findings = MigrationPlanner.Check(everything with { Order = everything.Order with { OnTimeout = TimeoutAction.PostCopy } });

        Assert.Equal(
            new[] { "SVPC0006", "SVPC0006", "SVPC0006", "SVPC8020", "SVPC8020", "SVPC8021", "SVPC8030", "SVPC8030", "SVPC8030", "SVPC8030", "SVPC8030", "VSM0001" },
            findings.Select(finding => finding.MessageId).Order(StringComparer.Ordinal));
        Assert.All(findings, finding => Assert.NotEmpty(finding.RecommendedAction));
        Assert.Equal("VSM0001", findings[^1].MessageId);
        Assert.Equal(ErrorSeverity.Warning, findings[^1].Severity);
    }

    [Theory]
    [InlineData(VirtualSystemState.Active, MigrationType.Live, true)]
    [InlineData(VirtualSystemState.Paused, MigrationType.Live, true)]
    [InlineData(VirtualSystemState.Defined, MigrationType.Live, true)]
    [InlineData(VirtualSystemState.ShuttingDown, MigrationType.Live, false)]
    [InlineData(VirtualSystemState.Unknown, MigrationType.Live, false)]
    [InlineData(VirtualSystemState.Paused, MigrationType.Resume, true)]
    [InlineData(VirtualSystemState.Defined, MigrationType.Resume, true)]
    [InlineData(VirtualSystemState.Suspended, MigrationType.Live, true)]
    [InlineData(VirtualSystemState.Suspended, MigrationType.Resume, true)]
    [InlineData(VirtualSystemState.Suspended, MigrationType.Restart, false)]
    [InlineData(VirtualSystemState.Active, MigrationType.Restart, true)]
    [InlineData(VirtualSystemState.Defined, MigrationType.Restart, true)]
    [InlineData(VirtualSystemState.Paused, MigrationType.Restart, false)]
    [Clause("6.2.1-1", "6.2.2-1", "6.2.2-3", "6.2.2-4", "6.2.3-1", "6.2.3-2", "6.2.3-3", "6.2.3-4", "9.2.1-1")]
    public void Holds_the_state_against_the_migration_type(VirtualSystemState state, MigrationType type, bool migratable) =>
        Assert.Equal(migratable ? Array.Empty<string>() : new[] { "SVPC0004" }, Ids(Context.With(state, type)));

    [Fact]
    public void A_saved_state_beside_another_state_blocks() => Blocks("SVPC0006", Context.WithSource(source => source with { HasSavedState = true }));

    [Fact]
    public void A_suspended_system_needs_memory_at_the_destination_on_the_way() =>
        Blocks("SVPC8030", Context.With(VirtualSystemState.Suspended).WithDestination(destination => destination with { FreeMemory = 0 }));

    [Fact]
    public void The_same_host_blocks() => Blocks("SVPC8020", Context.WithDestination(destination => destination with { HostId = "host-a" }));

    [Fact]
    [Clause("6.2.1-2")]
    public void An_older_hypervisor_blocks_an_instance_and_warns_for_a_definition()
    {
        var older = Context.WithDestination(destination => destination with { HypervisorVersion = new Version(7, 1) });
        Blocks("SVPC8020", older);
        Warns("SVPC8020", older.With(VirtualSystemState.Defined));
    }

    [Fact]
    public void A_definition_of_the_same_name_and_identifier_at_the_destination_blocks_though_libvirt_would_not() =>
        Blocks("SVPC8021", Context.WithDestination(destination => destination with
        {
            SameName = Source.System with { State = VirtualSystemState.Defined },
            SameId = Source.System with { State = VirtualSystemState.Defined },
        }));

    [Fact]
    public void The_same_identifier_under_another_name_blocks() =>
        Blocks("SVPC8021", Context.WithDestination(destination => destination with { SameId = Source.System with { Name = "other" } }));

    [Fact]
    public void Too_little_memory_blocks_what_runs_and_warns_for_what_does_not()
    {
        var small = Context.WithDestination(destination => destination with { FreeMemory = GiB });
        Blocks("SVPC8030", small);
        Warns("SVPC8030", small.With(VirtualSystemState.Defined));
    }

    [Fact]
    [Clause("6.2.1-2")]
    public void A_machine_type_that_is_not_there_blocks() =>
        Blocks("SVPC8030", Context.WithDestination(destination => destination with { HasMachineType = false }));

    [Fact]
    public void A_processor_that_the_platform_cannot_judge_does_not_block() =>
        Assert.Empty(Ids(Context.WithDestination(destination => destination with { ProcessorCompatible = null })));

    [Fact]
    public void Firmware_store_and_TPM_block_only_where_the_instance_does_not_travel()
    {
        var firmware = Context.WithSource(source => source with { HasFirmwareStore = true, HasEmulatedTpm = true });
        Assert.Empty(Ids(firmware));
        Assert.Equal(new[] { "SVPC0006", "SVPC0006" }, Ids(firmware.With(VirtualSystemState.Active, MigrationType.Restart)));
    }

    [Fact]
    public void A_transient_system_cannot_be_restarted_elsewhere() =>
        Blocks("SVPC0006", Context.With(VirtualSystemState.Active, MigrationType.Restart).WithSource(source => source with { IsPersistent = false }));

    [Fact]
    public void Memory_in_the_clear_is_told_and_does_not_block()
    {
        var network = Context.WithDestination(destination => destination with { IsLoopback = false });
        Warns("VSM0001", network);
        Assert.Empty(Ids(network with { Order = network.Order with { TransportType = TransportType.TLS } }));
        Assert.Empty(Ids(network.With(VirtualSystemState.Defined)));
    }

    [Fact]
    public void Post_copy_that_cannot_be_is_found_before_the_start()
    {
        var order = Context with { Order = Context.Order with { OnTimeout = TimeoutAction.PostCopy } };
        Blocks("SVPC8020", order.WithDestination(destination => destination with { CanPostCopy = false, PostCopyObstacle = "Postcopy is not supported" }));
        Assert.Empty(Ids(order.WithDestination(destination => destination with { CanPostCopy = true })));
    }

    [Fact]
    public void What_only_the_platform_can_find_is_found() =>
        Blocks("X1", Context.WithDestination(destination => destination with { OtherFindings = new[] { new MigrationError { MessageId = "X1" } } }));

    [Fact]
    public void Without_the_destination_the_source_is_checked_all_the_same() =>
        Blocks("SVPC0006", Context.WithSource(source => source with { SnapshotCount = 1 }) with { Destination = null });

    [Fact]
    public void A_disk_that_can_be_made_there_is_no_finding() => Assert.Empty(Ids(Context.WithDisk(Disk, Place)));

    [Fact]
    [Clause("6.2.1-4")]
    public void A_disk_without_a_pool_blocks() => Blocks("SVPC8030", Context.WithDisk(Disk, Place with { CanBeCreated = false }));

    [Fact]
    public void A_pool_without_room_blocks() => Blocks("SVPC8030", Context.WithDisk(Disk, Place with { FreeSpace = 1 }));

    [Fact]
    public void A_target_of_the_same_size_warns_and_of_another_size_blocks()
    {
        Warns("VSM0006", Context.WithDisk(Disk, Place with { Exists = true, Capacity = Disk.Capacity }));
        Blocks("SVPC0101", Context.WithDisk(Disk, Place with { Exists = true, Capacity = Disk.Capacity - 512 }));
    }

    [Fact]
    [Clause("6.2.1-4")]
    public void A_target_that_another_system_uses_blocks() =>
        Blocks("SVPC0101", Context.WithDisk(Disk, Place with { Exists = true, Capacity = Disk.Capacity, UsedBy = "db01" }));

    [Fact]
    public void A_disk_on_another_image_blocks() => Blocks("SVPC0006", Context.WithDisk(Disk with { HasBackingImage = true }, Place));

    [Fact]
    public void A_shared_disk_is_neither_copied_nor_found()
    {
        Assert.Empty(Ids(Context.WithDisk(Disk, Place with { IsSame = true, Exists = true })));
        Assert.Empty(Ids(Context.WithDisk(Disk with { IsShared = true }, Place with { CanBeCreated = false })));
    }

    [Fact]
    [Clause("6.2.1-4")]
    public void A_read_only_disk_must_be_there_and_is_warned_of_where_nobody_can_tell()
    {
        var readOnly = Disk with { IsWritable = false };
        Blocks("SVPC0101", Context.WithDisk(readOnly, Place));
        Warns("SVPC0101", Context.WithDisk(readOnly, Place with { Exists = null }));
        Assert.Empty(Ids(Context.WithDisk(readOnly, Place with { Exists = true })));
    }

    private static string[] Ids(MigrationContext context) => MigrationPlanner.Check(context).Select(finding => finding.MessageId).ToArray();

    /// <summary>What static migration looks at is looked at for the other types as well.</summary>
    [Theory]
    [InlineData(MigrationType.Live)]
    [InlineData(MigrationType.Resume)]
    [Clause("6.2.2-7", "6.2.3-7")]
    public void Every_type_checks_what_a_static_migration_checks(MigrationType type)
    {
        var active = Context.With(VirtualSystemState.Active, type);
        Blocks("SVPC8020", active.WithDestination(destination => destination with { HostId = "host-a" }));
        Blocks("SVPC8030", active.WithDestination(destination => destination with { HasMachineType = false }));
        Blocks("SVPC8030", active.WithDestination(destination => destination with { MissingNetworks = new[] { new NetworkFacts { Kind = "bridge", Name = "br0" } } }));
        Blocks("SVPC8021", active.WithDestination(destination => destination with { SameName = new VirtualSystem { Name = "web01", Id = "other" } }));
        Blocks("SVPC8030", active.WithDisk(Disk, Place with { CanBeCreated = false }));
    }

    private static void Blocks(string id, MigrationContext context) => Is(id, ErrorSeverity.Error, context);

    private static void Warns(string id, MigrationContext context) => Is(id, ErrorSeverity.Warning, context);

    private static void Is(string id, ErrorSeverity severity, MigrationContext context)
    {
        var finding = Assert.Single(MigrationPlanner.Check(context));
        Assert.Equal((id, severity), (finding.MessageId, finding.Severity));
        Assert.NotNull(finding.RecommendedAction);
    }
}
