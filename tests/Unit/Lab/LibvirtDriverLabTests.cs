using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.Platforms.Libvirt;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Tests.Contracts;
using Xunit;
using TransportType = VsMigration.Profile.Implementation.TransportType;

namespace VsMigration.Tests;

/// <summary>What only libvirt's driver has to get right, on real hosts.</summary>
public sealed class LibvirtDriverLabTests(Lab lab) : LabTest(lab)
{
    private static CancellationToken None => CancellationToken.None;

    [LabFact]
    public async Task Connecting_says_what_is_wrong()
    {
        var platform = new LibvirtPlatform();
        async Task<MigrationErrorKind> KindOfAsync(string uri) =>
            (await Assert.ThrowsAsync<MigrationException>(() => platform.ConnectAsync(new Uri(uri), None))).Kind;

        Assert.Equal(MigrationErrorKind.HostUnreachable, await KindOfAsync("qemu+unix:///session?socket=/tmp/there-is-no-such-socket"));
        Assert.Equal(MigrationErrorKind.HostUnreachable, await KindOfAsync("qemu+tcp://127.0.0.1:9/session"));
        Assert.Equal(MigrationErrorKind.UriInvalid, await KindOfAsync(Lab.A.Uri.Replace("/session", "/bogus", StringComparison.Ordinal)));
    }

    [LabFact]
    public async Task A_host_that_accepts_and_says_nothing_is_given_up_within_twenty_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var error = await Assert.ThrowsAsync<MigrationException>(
            () => new LibvirtPlatform().ConnectAsync(new Uri($"qemu+tcp://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/session"), None));

        Assert.Equal(MigrationErrorKind.Timeout, error.Kind);
        Assert.InRange(watch.Elapsed.TotalSeconds, 15, 25);
    }

    [LabFact]
    public async Task A_broken_connection_is_replaced_at_the_next_call()
    {
        using var a = await ConnectAsync(Lab.A);
        await Lab.A.KillDaemonAsync();
        await Assert.ThrowsAsync<MigrationException>(() => a.GetSystemsAsync(None));

        await Lab.EnsureUpAsync();
        await a.GetSystemsAsync(None);
    }

    [LabFact]
    public async Task A_check_leaves_nothing_on_either_host()
    {
        var guest = await Lab.CreateGuestAsync(diskMiB: 1);
        await File.WriteAllBytesAsync(guest.DiskFileOn(Lab.B), new byte[1 << 20]);
        using var a = await ConnectAsync(Lab.A);
        using var b = await ConnectAsync(Lab.B);

        var (_, found) = await LookAsync(a, b, guest, Order(Lab.B) with { OnTimeout = TimeoutAction.PostCopy });

        var disk = Assert.Single(found.Disks, place => place.Path.EndsWith(guest.Name + ".img", StringComparison.Ordinal));
        Assert.Equal((true, false, 1UL << 20), (disk.Exists, disk.IsSame, disk.Capacity));
        foreach (var host in Lab.Hosts)
        {
            Assert.Equal("images", await host.VirshAsync("pool-list", "--all", "--name"));
            Assert.DoesNotContain(await host.GuestsAsync(), name => name.Contains("probe", StringComparison.Ordinal));
            Assert.DoesNotContain(Directory.GetFiles(host.ImagesFolder), file => file.Contains(".vsmigration", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Lab.Folder, "shared")), file => file.Contains(".vsmigration", StringComparison.Ordinal));
    }

    [LabFact]
    public async Task Post_copy_is_tried_and_not_guessed()
    {
        var guest = await Lab.CreateGuestAsync();
        using var a = await ConnectAsync(Lab.A);
        using var b = await ConnectAsync(Lab.B);
        var postCopy = Order(Lab.B) with { OnTimeout = TimeoutAction.PostCopy };

        Assert.Null((await LookAsync(a, b, guest, Order(Lab.B))).Found.CanPostCopy);
        Assert.NotNull((await LookAsync(a, b, guest, postCopy)).Found.CanPostCopy);
        var tunnelled = (await LookAsync(a, b, guest, postCopy with { TransportType = TransportType.SSH })).Found;
        Assert.False(tunnelled.CanPostCopy);
        Assert.NotEmpty(tunnelled.PostCopyObstacle);
    }

    [LabFact]
    public async Task What_another_guest_of_the_destination_uses_is_seen_to_be_used()
    {
        var guest = await Lab.CreateGuestAsync(diskMiB: 1);
        var other = await Lab.CreateGuestAsync(host: Lab.B, off: true);
        await File.WriteAllBytesAsync(guest.DiskFileOn(Lab.B), new byte[1 << 20]);
        string path = Path.Combine(Lab.Folder, "images", guest.Name + ".img");
        await Lab.B.VirshAsync("attach-disk", other.Name, path, "vdc", "--config");
        using var a = await ConnectAsync(Lab.A);
        using var b = await ConnectAsync(Lab.B);

        var (_, found) = await LookAsync(a, b, guest, Order(Lab.B));

        Assert.Equal(other.Name, Assert.Single(found.Disks, place => place.Path == path).UsedBy);
    }

    [LabFact]
    public async Task Many_checks_at_once_do_not_get_in_each_others_way()
    {
        var guest = await Lab.CreateGuestAsync();
        using var a = await ConnectAsync(Lab.A);
        using var b = await ConnectAsync(Lab.B);

        var looks = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => LookAsync(a, b, guest, Order(Lab.B))));

        Assert.All(looks, look => Assert.All(look.Found.Disks, place => Assert.True(place.Exists)));
        Assert.Equal("images", await Lab.B.VirshAsync("pool-list", "--all", "--name"));
    }

    [LabFact]
    public async Task Cancelling_again_and_again_always_ends_where_it_began()
    {
        var guest = await Lab.CreateGuestAsync(pagesPerTick: 256);
        using var a = await ConnectAsync(Lab.A);
        using var b = await ConnectAsync(Lab.B);
        foreach (int delay in new[] { 0, 1, 10, 40, 80, 160, 300 })
        {
            var order = Order(Lab.B) with { BytesPerSecond = 2 << 20, MigrationType = MigrationType.Resume };
            var (source, found) = await LookAsync(a, b, guest, order);
            using var cancel = new CancellationTokenSource();
            using var actions = await a.OpenMigrationAsync(source, order, b, found, None);
            await actions.PauseAsync(None);
            cancel.CancelAfter(delay);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => actions.TransferAsync(new ProgressLog(), cancel.Token));
            await actions.AbandonTransferAsync();
            await actions.RestoreSourceAsync();
            await guest.RunsOnceOnAsync(Lab.A);
            Assert.Null(await Lab.B.StateAsync(guest.Name));
        }

        await guest.ProveAsync();
    }

    [LabFact]
    public async Task A_driver_that_is_closed_does_not_take_its_migrations_along()
    {
        var guest = await Lab.CreateGuestAsync(pagesPerTick: 64);
        var a = await ConnectAsync(Lab.A);
        var b = await ConnectAsync(Lab.B);
        var (source, found) = await LookAsync(a, b, guest, Order(Lab.B));
        using var actions = await a.OpenMigrationAsync(source, Order(Lab.B), b, found, None);
        a.Dispose();
        b.Dispose();

        await actions.TransferAsync(new ProgressLog(), None);
        await actions.VerifyDestinationAsync(None);
        await actions.VerifySourceReleasedAsync(None);
    }

    [LabFact]
    public async Task Memory_and_disks_travel_through_sockets_of_their_own()
    {
        var guest = await Lab.CreateGuestAsync(pagesPerTick: 64, diskMiB: 2);
        using var a = await ConnectAsync(Lab.A);
        using var b = await ConnectAsync(Lab.B);
        var order = Order(Lab.B) with { TransportType = TransportType.IPC };
        order = order with { Destination = order.Destination with { MigrationUri = new Uri("unix://" + Lab.Folder + "/shared/") } };
        var (source, found) = await LookAsync(a, b, guest, order);
        Assert.Empty(found.OtherFindings);
        Assert.True(found.IsLoopback);
        using var actions = await a.OpenMigrationAsync(source, order, b, found, None);

        await actions.PrepareStorageAsync(None);
        await actions.TransferAsync(new ProgressLog(), None);
        await actions.VerifyDestinationAsync(None);

        await guest.RunsOnceOnAsync(Lab.B);
        await guest.ProveAsync();
        Assert.Equal(await File.ReadAllBytesAsync(guest.DiskFileOn(Lab.A)), await File.ReadAllBytesAsync(guest.DiskFileOn(Lab.B)));
    }

    [LabFact]
    public async Task A_host_without_certificates_is_said_to_have_none()
    {
        var guest = await Lab.CreateGuestAsync();
        using var a = await ConnectAsync(Lab.A);
        using var b = await ConnectAsync(Lab.B);
        var order = Order(Lab.B) with { TransportType = TransportType.TLS };
        var (source, found) = await LookAsync(a, b, guest, order);
        using var actions = await a.OpenMigrationAsync(source, order, b, found, None);

        var error = await Assert.ThrowsAsync<MigrationException>(() => actions.TransferAsync(new ProgressLog(), None));
        await actions.AbandonTransferAsync();

        Assert.Contains("TLS", error.Message, StringComparison.Ordinal);
        await guest.RunsOnceOnAsync(Lab.A);
    }

    private static Task<IPlatformDriver> ConnectAsync(LabHost host) => new LibvirtPlatform().ConnectAsync(new Uri(host.Uri), None);

    private static MigrationOrder Order(LabHost host) => new()
    {
        Destination = new MigrationHost { Name = host.Name, ConnectionUri = new Uri(host.Uri), MigrationUri = new Uri("tcp://127.0.0.1") },
    };

    private static async Task<(SourceFacts Source, DestinationFacts Found)> LookAsync(
        IPlatformDriver from, IPlatformDriver to, LabGuest guest, MigrationOrder order)
    {
        var system = (await from.GetSystemsAsync(None)).Single(system => system.Name == guest.Name);
        var source = await from.GetSourceFactsAsync(system.Id, None);
        return (source, await to.GetDestinationFactsAsync(source, from, order, None));
    }
}
