using System.Linq;
using System.Xml;
using VsMigration.Platforms.Libvirt;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

public sealed class DomainDefinitionTests
{
    private const string Full = """
        <domain type='kvm' id='3'>
          <name>web</name>
          <uuid>11111111-2222-4333-8444-555555555555</uuid>
          <title>Shop front</title>
          <description>Two lines
        of text</description>
          <metadata>
            <n:notes xmlns:n='urn:vsmigration:notes:1.0'><n:note>ask Ann first</n:note><n:note/></n:notes>
            <o:other xmlns:o='http://example.org/'>what others keep there</o:other>
          </metadata>
          <sysinfo type='smbios'><chassis><entry name='manufacturer'>X</entry><entry name='asset'>A-0042</entry></chassis></sysinfo>
          <memory unit='GiB'>2</memory>
          <vcpu placement='static'>4</vcpu>
          <os firmware='efi'><type arch='x86_64' machine='pc-q35-7.2'>hvm</type><nvram>/var/lib/web.fd</nvram></os>
          <cpu mode='custom' match='exact'><model fallback='forbid'>Skylake-Server</model></cpu>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            <disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/img/web.qcow2'/><backingStore type='file'><source file='/img/base.qcow2'/></backingStore><target dev='vda'/></disk>
            <disk type='file' device='disk'><driver type='raw'/><source file='/img/ro.img'/><backingStore/><target dev='vdb'/><readonly/></disk>
            <disk type='network' device='disk'><driver type='raw'/><source protocol='rbd' name='pool/web'/><target dev='vdc'/></disk>
            <disk type='block' device='disk'><source dev='/dev/vg/web'/><target dev='vdd'/><shareable/></disk>
            <disk type='volume' device='disk'><source pool='images' volume='data.img'/><target dev='vde'/></disk>
            <disk type='file' device='cdrom'><target dev='sda'/></disk>
            <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>
            <interface type='network'><mac address='52:54:00:00:00:02'/><source network='default'/></interface>
            <interface type='bridge'><mac address='52:54:00:00:00:03'/><source bridge='br0'/></interface>
            <interface type='direct'><source dev='eth1' mode='bridge'/></interface>
            <interface type='user'><mac address='52:54:00:00:00:04'/></interface>
            <hostdev mode='subsystem' type='pci'><source><address domain='0x0000' bus='0x3b' slot='0x00' function='0x0'/></source></hostdev>
            <hostdev mode='subsystem' type='usb'><source><vendor id='0x046d'/><product id='0xc52b'/></source></hostdev>
            <tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>
          </devices>
        </domain>
        """;

    private static readonly DomainDefinition s_full = DomainDefinition.Parse(Full);

    [Fact]
    public void Reads_identity_size_and_machine()
    {
        Assert.Equal(
            ("web", "11111111-2222-4333-8444-555555555555", 2UL << 30, 4, "kvm", "x86_64", "pc-q35-7.2", "/usr/bin/qemu-system-x86_64"),
            (s_full.Name, s_full.Uuid, s_full.Memory, s_full.ProcessorCount, s_full.VirtualizationType, s_full.Architecture, s_full.MachineType, s_full.Emulator));
        Assert.Contains("Skylake-Server", s_full.ProcessorXml);
    }

    [Fact]
    public void Reads_disks_with_what_decides_whether_they_move()
    {
        Assert.Equal(["/img/web.qcow2", "/img/ro.img", "", "/dev/vg/web", "", ""], s_full.Disks.Select(disk => disk.Path));
        Assert.Equal([true, false, true, true, true, false], s_full.Disks.Select(disk => disk.IsWritable));
        Assert.Equal([false, false, true, true, false, false], s_full.Disks.Select(disk => disk.IsShared));
        Assert.Equal([true, false, false, false, false, false], s_full.Disks.Select(disk => disk.HasBackingImage));
        Assert.Equal(("images", "data.img"), (s_full.Disks[4].Pool, s_full.Disks[4].Volume));
    }

    [Fact]
    public void Reads_every_adapter_that_has_an_address() => Assert.Equal(
        [("52:54:00:00:00:01", "network default"), ("52:54:00:00:00:02", "network default"), ("52:54:00:00:00:03", "bridge br0"), ("52:54:00:00:00:04", null)],
        s_full.Adapters.Select(adapter => (adapter.Mac, adapter.Network?.ToString())));

    [Fact]
    public void Reads_what_people_wrote_into_it()
    {
        Assert.Equal(("DMTF:KVM", "Shop front", "Two lines\nof text", "A-0042"), (s_full.Texts.VirtualSystemType, s_full.Texts.Caption, s_full.Texts.Description, s_full.AssetTag));
        Assert.Equal(["ask Ann first", ""], s_full.Texts.Notes);
    }

    [Fact]
    public void Reads_nothing_where_nobody_wrote_anything()
    {
        var plain = DomainDefinition.Parse("<domain type='qemu'><name>x</name></domain>");

        Assert.Equal(("libvirt:qemu", "", "", ""), (plain.Texts.VirtualSystemType, plain.Texts.Caption, plain.Texts.Description, plain.AssetTag));
        Assert.Empty(plain.Texts.Notes);
    }

    [Fact]
    public void Reads_what_would_be_left_behind()
    {
        Assert.True(s_full is { HasFirmwareStore: true, HasEmulatedTpm: true });
        Assert.Equal(["pci 0000:3b:00.0", "usb 0x046d:0xc52b"], s_full.HostDevices);
    }

    [Theory]
    [InlineData("<memory>65536</memory>", 64UL << 20)]
    [InlineData("<memory unit='KiB'>65536</memory>", 64UL << 20)]
    [InlineData("<memory unit='MB'>64</memory>", 64_000_000UL)]
    [InlineData("<memory unit='bytes'>7</memory>", 7UL)]
    [InlineData("", 0UL)]
    public void Memory_has_a_unit_and_KiB_where_it_says_none(string memory, ulong bytes) =>
        Assert.Equal(bytes, DomainDefinition.Parse("<domain>" + memory + "</domain>").Memory);

    [Theory]
    [InlineData("<cpu mode='host-passthrough'/>")]
    [InlineData("<cpu mode='host-model'><model>x</model></cpu>")]
    [InlineData("")]
    public void A_processor_that_is_the_hosts_own_cannot_be_compared(string cpu) =>
        Assert.Null(DomainDefinition.Parse("<domain>" + cpu + "</domain>").ProcessorXml);

    [Fact]
    public void An_almost_empty_definition_reads_as_one()
    {
        var empty = DomainDefinition.Parse("<domain/>");
        Assert.Empty(empty.Disks);
        Assert.Empty(empty.HostDevices);
        Assert.False(empty.HasFirmwareStore);
    }

    [Fact]
    public void A_document_type_is_refused() =>
        Assert.ThrowsAny<XmlException>(() => DomainDefinition.Parse("<!DOCTYPE d [<!ENTITY e 'x'>]><domain><name>&e;</name></domain>"));

    [Fact]
    public void A_volume_is_described_by_capacity_format_and_what_it_stands_on()
    {
        Assert.Equal(
            (1048576UL, "qcow2", true),
            StorageVolumes.Parse("<volume><capacity unit='bytes'>1048576</capacity><target><format type='qcow2'/></target><backingStore><path>/b</path></backingStore></volume>"));
        Assert.Equal((0UL, "", false), StorageVolumes.Parse("<volume/>"));
    }

    [Fact]
    public void A_new_volume_keeps_a_name_that_looks_like_markup() =>
        Assert.Equal(5UL, StorageVolumes.Parse(StorageVolumes.Xml("<a&b>", 5, "raw")).Capacity);

    [Fact]
    public void Paths_are_the_hosts_own() =>
        Assert.Equal(("/var/lib", "a.img", ""), (StorageVolumes.Directory("/var/lib/a.img"), StorageVolumes.FileName("/var/lib/a.img"), StorageVolumes.Directory("a.img")));
}
