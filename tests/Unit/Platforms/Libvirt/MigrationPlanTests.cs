using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Platforms.Libvirt;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

public sealed class MigrationPlanTests
{
    private static readonly DiskFacts s_disk = new() { Target = "vda", Path = "/img/a", IsWritable = true, Capacity = 5 };

    private static readonly Version s_version = new(7, 2);

    private const MigrateFlags Always = MigrateFlags.PeerToPeer | MigrateFlags.AbortOnError | MigrateFlags.PersistDestination | MigrateFlags.UndefineSource;

    [Fact]
    public void A_running_guest_is_sent_live_and_slowed_down_if_need_be() =>
        Assert.Equal(Always | MigrateFlags.Live | MigrateFlags.AutoConverge, Plan().TransferFlags(isRunning: true));

    [Fact]
    public void A_paused_guest_is_sent_in_one_go() => Assert.Equal(Always, Plan().TransferFlags(isRunning: false));

    [Fact]
    public void What_is_not_defined_is_not_defined_by_being_moved() =>
        Assert.Equal(
            MigrateFlags.PeerToPeer | MigrateFlags.AbortOnError,
            Plan(source: new SourceFacts { IsPersistent = false }).TransferFlags(isRunning: false));

    [Theory]
    [InlineData(TransportType.TCP, MigrateFlags.None)]
    [InlineData(TransportType.IPC, MigrateFlags.None)]
    [InlineData(TransportType.TLS, MigrateFlags.Tls)]
    [InlineData(TransportType.TLSStrict, MigrateFlags.Tls)]
    [InlineData(TransportType.SSH, MigrateFlags.Tunnelled)]
    internal void The_transport_has_its_flag(TransportType transport, MigrateFlags flag) =>
        Assert.Equal(Always | flag, Plan(new MigrationOrder { TransportType = transport }).TransferFlags(isRunning: false));

    [Theory]
    [InlineData(TimeoutAction.Abort, false)]
    [InlineData(TimeoutAction.Suspend, false)]
    [InlineData(TimeoutAction.PostCopy, true)]
    public void Post_copy_is_allowed_only_where_it_is_asked_for(TimeoutAction action, bool allowed) =>
        Assert.Equal(allowed, Plan(new MigrationOrder { OnTimeout = action }).TransferFlags(isRunning: true).HasFlag(MigrateFlags.PostCopy));

    [Fact]
    public void A_local_disk_is_copied_and_named()
    {
        var plan = Plan(source: new SourceFacts { Disks = [s_disk] }, placement: new DiskPlacement { Path = "/img/a" });

        Assert.True(plan.TransferFlags(isRunning: true).HasFlag(MigrateFlags.NonSharedDisk));
        Assert.False(plan.TransferFlags(isRunning: true).HasFlag(MigrateFlags.Unsafe));
        Assert.Equal("vda", Read(plan)["migrate_disks"]);
    }

    [Fact]
    public void The_very_same_file_is_never_copied()
    {
        var plan = Plan(source: new SourceFacts { Disks = [s_disk] }, placement: new DiskPlacement { Path = "/img/a", Exists = true, IsSame = true });

        Assert.Empty(plan.DisksToCopy);
        Assert.False(plan.TransferFlags(isRunning: true).HasFlag(MigrateFlags.NonSharedDisk));
        Assert.True(plan.TransferFlags(isRunning: true).HasFlag(MigrateFlags.Unsafe));
    }

    [Theory]
    [InlineData(false, false, "/img/a")]
    [InlineData(true, true, "/img/a")]
    [InlineData(true, false, "")]
    public void Read_only_shared_and_pathless_disks_are_left_alone(bool isWritable, bool isShared, string path)
    {
        var plan = Plan(
            source: new SourceFacts { Disks = [s_disk with { IsWritable = isWritable, IsShared = isShared, Path = path }] },
            placement: new DiskPlacement { Path = path });

        Assert.Empty(plan.DisksToCopy);
        Assert.Equal(Always, plan.TransferFlags(isRunning: false));
    }

    [Theory]
    [InlineData(1UL, 1UL)]
    [InlineData(1UL << 20, 1UL)]
    [InlineData(30UL << 20, 30UL)]
    public void Bandwidth_is_in_MiB_and_never_nothing(ulong bytes, ulong mebibytes) =>
        Assert.Equal(mebibytes, Read(Plan(new MigrationOrder { BytesPerSecond = bytes }))["bandwidth"]);

    [Fact]
    public void Post_copy_that_is_allowed_has_its_flag() =>
        Assert.True(Plan(new MigrationOrder { PostCopy = true }).TransferFlags(isRunning: true).HasFlag(MigrateFlags.PostCopy));

    [Fact]
    public void A_guest_that_may_not_be_slowed_down_is_not() =>
        Assert.Equal(Always | MigrateFlags.Live, Plan(new MigrationOrder { AutoConverge = false }).TransferFlags(isRunning: true));

    [Fact]
    public void Parallel_connections_are_counted_and_one_is_none()
    {
        var four = Plan(new MigrationOrder { ParallelConnections = 4 });

        Assert.Equal(Always | MigrateFlags.Parallel, four.TransferFlags(isRunning: false));
        Assert.Equal(4, Read(four)["parallel.connections"]);
        Assert.Equal(Always, Plan(new MigrationOrder { ParallelConnections = 1 }).TransferFlags(isRunning: false));
    }

    [Fact]
    public void Compression_is_named()
    {
        var plan = Plan(new MigrationOrder { Compression = "xbzrle" });

        Assert.Equal(Always | MigrateFlags.Compressed, plan.TransferFlags(isRunning: false));
        Assert.Equal("xbzrle", Read(plan)["compression"]);
    }

    [Fact]
    public void Nothing_is_said_that_was_not_asked_for() => Assert.Empty(Read(Plan()));

    [Theory]
    [InlineData(TransportType.SSH, "qemu+tcp://kvm7/system", null, 1)]
    [InlineData(TransportType.SSH, "qemu+ssh://kvm7/system", null, 0)]
    [InlineData(TransportType.IPC, "qemu+tcp://kvm7/system", null, 1)]
    [InlineData(TransportType.IPC, "qemu+tcp://kvm7/system", "unix:///run/", 0)]
    [InlineData(TransportType.TCP, "qemu+tcp://kvm7/system", "unix:///run/", 1)]
    [InlineData(TransportType.TLS, "qemu+tcp://kvm7/system", "tcp://10.0.0.7", 0)]
    [InlineData(TransportType.Other, "qemu+tcp://kvm7/system", null, 1)]
    public void A_transport_that_the_host_cannot_carry_is_found_before_the_start(TransportType transport, string control, string? migration, int findings)
    {
        var order = new MigrationOrder
        {
            TransportType = transport,
            Destination = new MigrationHost { ConnectionUri = new Uri(control), MigrationUri = migration is null ? null : new Uri(migration) },
        };

        Assert.Equal(findings, TransportRules.Check(Running(), order, s_version).Count);
        Assert.Empty(TransportRules.Check(Running(), order with { MigrationType = MigrationType.Restart }, s_version));
    }

    [Theory]
    [InlineData(TransportType.SSH, false, 1)]
    [InlineData(TransportType.SSH, true, 0)]
    [InlineData(TransportType.TLS, false, 0)]
    public void A_disk_that_a_tunnel_would_have_to_carry_is_found_before_the_start(TransportType transport, bool shared, int findings)
    {
        var source = Running() with { Disks = [s_disk] };
        var plan = Plan(new MigrationOrder { TransportType = transport }, source, new DiskPlacement { Path = "/img/a", IsSame = shared });

        Assert.Equal(findings, TransportRules.CheckDisks(plan).Count);
    }

    [Theory]
    [InlineData(VirtualSystemState.Paused, "9.2", MigrationType.Live, 1)]
    [InlineData(VirtualSystemState.Paused, "10.0", MigrationType.Live, 0)]
    [InlineData(VirtualSystemState.Active, "7.2", MigrationType.Resume, 0)]
    public void A_guest_that_an_older_QEMU_loses_at_its_next_migration_is_warned_of(VirtualSystemState state, string version, MigrationType type, int warnings)
    {
        var plan = Plan(new MigrationOrder { MigrationType = type }, new SourceFacts { System = new VirtualSystem { State = state } });
        plan = plan with { Destination = plan.Destination with { HypervisorVersion = Version.Parse(version) } };

        Assert.Equal(warnings, PausedArrival.Check(plan).Count(finding => finding.Severity == ErrorSeverity.Warning));
    }

    private static SourceFacts Running() => new() { HypervisorVersion = s_version, System = new VirtualSystem { State = VirtualSystemState.Active } };

    private static MigrationPlan Plan(MigrationOrder? order = null, SourceFacts? source = null, DiskPlacement? placement = null) =>
        new(source ?? new SourceFacts(), order ?? new MigrationOrder(), new DestinationFacts { Disks = placement is null ? [] : [placement] });

    private static unsafe IReadOnlyDictionary<string, object> Read(MigrationPlan plan)
    {
        using var parameters = plan.TransferParameters();
        var array = parameters.ToArray();
        fixed (VirTypedParameter* first = array)
        {
            return TypedParameters.Read(first, array.Length);
        }
    }
}
