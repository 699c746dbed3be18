using System;
using VsMigration.Platforms;
using VsMigration.Platforms.Libvirt;
using VsMigration.Profile.Implementation;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

public sealed class ConnectionUrisTests
{
    [Theory]
    [InlineData("qemu:///system", "kvm7", null, "qemu+tcp://kvm7/system")]
    [InlineData("qemu:///system", "kvm7", TransportType.SSH, "qemu+ssh://kvm7/system")]
    [InlineData("qemu:///system", "kvm7", TransportType.TLS, "qemu+tls://kvm7/system")]
    [InlineData("qemu:///system", "kvm7", TransportType.TLSStrict, "qemu+tls://kvm7/system")]
    [InlineData("qemu+unix:///session?socket=/tmp/s", "10.0.0.7", TransportType.TCP, "qemu+tcp://10.0.0.7/session")]
    [InlineData("qemu+ssh://kvm1/system", "fd00::7", TransportType.SSH, "qemu+ssh://[fd00::7]/system")]
    [InlineData("qemu+ssh://kvm1", "kvm7", TransportType.IPC, "qemu+tcp://kvm7/system")]
    public void A_host_is_reached_as_its_memory_travels(string source, string host, TransportType? transport, string expected) =>
        Assert.Equal(expected, ConnectionUris.ForHost(new Uri(source), host, transport).OriginalString);

    [Theory]
    [InlineData("qemu+ssh://kvm7/system", "qemu+ssh://kvm7/system?no_tty=1")]
    [InlineData("qemu+ssh://kvm7/system?keyfile=k", "qemu+ssh://kvm7/system?keyfile=k&no_tty=1")]
    [InlineData("qemu+ssh://kvm7/system?no_tty=0", "qemu+ssh://kvm7/system?no_tty=0")]
    [InlineData("qemu+tcp://kvm7/system", "qemu+tcp://kvm7/system")]
    public void A_secure_shell_asks_nobody(string uri, string expected) => Assert.Equal(expected, ConnectionUris.WithoutPrompts(new Uri(uri)));

    [Theory]
    [InlineData("qemu+tcp://kvm7/system", null, false)]
    [InlineData("qemu+tcp://127.0.0.1/system", null, true)]
    [InlineData("qemu+tcp://[::1]/system", null, true)]
    [InlineData("qemu+tcp://localhost:16602/system", null, true)]
    [InlineData("qemu+unix:///session?socket=/tmp/s", null, true)]
    [InlineData("qemu+unix:///session?socket=/tmp/s", "tcp://10.0.0.7", false)]
    [InlineData("qemu+tcp://kvm7/system", "tcp://127.0.0.1:49200", true)]
    [InlineData("qemu+tcp://kvm7/system", "unix:///run/m.sock", true)]
    public void Loopback_is_where_the_memory_goes(string control, string? migration, bool expected) =>
        Assert.Equal(expected, ConnectionUris.IsLoopback(Host(control, migration)));

    [Theory]
    [InlineData(TransportType.TCP, "tcp://10.0.0.7", "tcp://10.0.0.7")]
    [InlineData(TransportType.TCP, null, null)]
    [InlineData(TransportType.SSH, "tcp://10.0.0.7", null)]
    [InlineData(TransportType.IPC, "unix:///run/m.sock", "unix:///run/m.sock")]
    [InlineData(TransportType.IPC, "unix:///run/", "unix:///run/1-2.sock")]
    public void Each_migration_through_a_directory_has_its_own_socket(TransportType transport, string? migration, string? expected) =>
        Assert.Equal(
            expected,
            ConnectionUris.MigrationUri(new MigrationOrder { TransportType = transport, Destination = Host("qemu+tcp://kvm7/system", migration) }, "1-2"));

    private static MigrationHost Host(string control, string? migration) => new()
    {
        ConnectionUri = new Uri(control),
        MigrationUri = migration is null ? null : new Uri(migration),
    };
}
