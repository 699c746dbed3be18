using System;
using System.Linq;
using System.Xml.Linq;
using VsMigration.Platforms;
using VsMigration.Platforms.Libvirt;
using Xunit;

namespace VsMigration.Tests.Platforms.Libvirt;

public sealed class DestinationXmlTests
{
    private const string Full = """
        <domain type='kvm'>
          <name>web</name>
          <uuid>11111111-2222-4333-8444-555555555555</uuid>
          <title>Shop</title>
          <metadata><o:other xmlns:o='http://example.org/'>kept</o:other></metadata>
          <memory unit='KiB' dumpCore='off'>2097152</memory>
          <currentMemory unit='KiB'>1048576</currentMemory>
          <vcpu placement='static' cpuset='0-7' current='2'>4</vcpu>
          <vcpus><vcpu id='0' enabled='yes'/></vcpus>
          <cputune><vcpupin vcpu='0' cpuset='0'/><vcpupin vcpu='3' cpuset='3'/></cputune>
          <cpu mode='custom'><model>Skylake-Server</model><topology sockets='2' cores='2' threads='1'/></cpu>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            <disk type='file' device='disk'><driver name='qemu' type='qcow2' cache='none'/><source file='/img/web.qcow2' index='1'><seclabel model='dac' relabel='no'/></source><backingStore type='file'><source file='/img/base'/></backingStore><target dev='vda' bus='virtio'/><serial>S1</serial></disk>
            <disk type='volume' device='disk'><source pool='images' volume='data.img'/><backingStore/><target dev='vdb'/></disk>
            <interface type='network'><mac address='52:54:00:00:00:0A'/><source network='default' portid='x' bridge='virbr0'/><virtualport><parameters interfaceid='y'/></virtualport><target dev='vnet3'/><model type='e1000'/></interface>
            <graphics type='vnc' passwd='secret'/>
          </devices>
          <qemu:commandline xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><qemu:arg value='-x'/></qemu:commandline>
        </domain>
        """;

    [Fact]
    public void What_nobody_changed_stays_letter_by_letter() =>
        Assert.True(XNode.DeepEquals(XElement.Parse(Full), XElement.Parse(DestinationXml.Define(Full, DefinitionChange.None, []))));

    [Fact]
    public void The_name_is_changed_where_it_is_defined_and_not_where_an_instance_arrives()
    {
        var change = new DefinitionChange { Name = "shop" };

        Assert.Equal("shop", (string?)Define(change).Element("name"));
        Assert.Equal("web", (string?)XElement.Parse(DestinationXml.Arrive(Full, change)).Element("name"));
    }

    [Fact]
    public void Texts_are_set_added_and_removed()
    {
        var domain = Define(new DefinitionChange { Caption = "", Description = "a <b> & c", Notes = ["one", "two"] });
        var read = DomainDefinition.Parse(domain.ToString());

        Assert.Null(domain.Element("title"));
        Assert.Equal("a <b> & c", read.Texts.Description);
        Assert.Equal(["one", "two"], read.Texts.Notes);
        Assert.Equal("kept", domain.Element("metadata")!.Elements().First().Value);
    }

    [Fact]
    public void Notes_are_replaced_and_removed()
    {
        string first = DestinationXml.Define(Full, new DefinitionChange { Notes = ["one"] }, []);

        Assert.Equal(["two"], DomainDefinition.Parse(DestinationXml.Define(first, new DefinitionChange { Notes = ["two"] }, [])).Texts.Notes);
        Assert.True(XNode.DeepEquals(XElement.Parse(Full), XElement.Parse(DestinationXml.Define(first, new DefinitionChange { Notes = [] }, []))));
    }

    [Fact]
    public void Memory_is_all_the_guests_and_keeps_what_else_is_said_of_it()
    {
        var domain = Define(Change(new MemoryChange { Bytes = 5_000_000_000 }));

        Assert.Equal("""<memory unit="b" dumpCore="off">5000000000</memory>""", domain.Element("memory")!.ToString());
        Assert.Null(domain.Element("currentMemory"));
        Assert.Equal(5_000_000_000UL, DomainDefinition.Parse(domain.ToString()).Memory);
    }

    [Fact]
    public void Processors_change_with_their_topology_and_their_pins()
    {
        var domain = Define(Change(new ProcessorChange { Count = 2 }));

        Assert.Equal("""<vcpu placement="static" cpuset="0-7">2</vcpu>""", domain.Element("vcpu")!.ToString());
        Assert.Null(domain.Element("vcpus"));
        Assert.Equal("0", domain.Element("cputune")!.Elements().Single().Attribute("vcpu")!.Value);
        Assert.Equal(("1", "2"), ((string?)domain.Element("cpu")!.Element("topology")!.Attribute("sockets"), (string?)domain.Element("cpu")!.Element("topology")!.Attribute("cores")));
    }

    [Theory]
    [InlineData("network", "other", """<source network="other" />""")]
    [InlineData("bridge", "br0", """<source bridge="br0" />""")]
    [InlineData("direct", "eth0", """<source dev="eth0" mode="bridge" />""")]
    public void An_adapter_is_plugged_into_something_else_and_stays_the_same_device(string kind, string name, string source)
    {
        var domain = Define(Change(new AdapterChange { Mac = "52:54:00:00:00:0a", Network = new NetworkFacts { Kind = kind, Name = name } }));
        var adapter = domain.Element("devices")!.Elements("interface").Single();

        Assert.Equal(kind, (string?)adapter.Attribute("type"));
        Assert.Equal(["mac", "target", "model", "source"], adapter.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(source, adapter.Element("source")!.ToString());
        Assert.Equal("e1000", (string?)adapter.Element("model")!.Attribute("type"));
    }

    [Fact]
    public void A_disk_lies_elsewhere_and_stays_the_same_device()
    {
        var disk = Disk(Define(Change(new DiskChange { Target = "vda", Path = "/pool/web.qcow2" })), "vda");

        Assert.Equal("""<source file="/pool/web.qcow2"><seclabel model="dac" relabel="no" /></source>""", disk.Element("source")!.ToString(SaveOptions.DisableFormatting));
        Assert.Null(disk.Element("backingStore"));
        Assert.Equal(("file", "none", "S1"), ((string?)disk.Attribute("type"), (string?)disk.Element("driver")!.Attribute("cache"), (string?)disk.Element("serial")));
    }

    [Fact]
    public void A_volume_becomes_a_device_where_its_path_is_one()
    {
        var disk = Disk(Define(Change(new DiskChange { Target = "vdb", Path = "/dev/vg/data" })), "vdb");

        Assert.Equal(("block", """<source dev="/dev/vg/data" />"""), ((string?)disk.Attribute("type"), disk.Element("source")!.ToString()));
        Assert.NotNull(disk.Element("backingStore"));
    }

    [Theory]
    [InlineData("qcow2", "raw", "qcow2")]
    [InlineData("", "qcow2", "qcow2")]
    [InlineData("", "", "raw")]
    public void A_new_disk_has_the_format_that_was_asked_for_or_else_seen(string asked, string seen, string format)
    {
        var change = Change(new DiskChange { Target = "sdb", Path = "/pool/new", Format = asked, IsNew = true });

        var disk = Disk(XElement.Parse(DestinationXml.Define(Full, change, [new DiskPlacement { Path = "/pool/new", Format = seen }])), "sdb");

        Assert.Equal((format, "/pool/new", "scsi"), ((string?)disk.Element("driver")!.Attribute("type"), (string?)disk.Element("source")!.Attribute("file"), (string?)disk.Element("target")!.Attribute("bus")));
    }

    [Fact]
    public void What_only_the_running_instance_has_is_not_put_into_the_lasting_definition() => Assert.True(XNode.DeepEquals(
        XElement.Parse(Full),
        Define(new DefinitionChange { Resources = [new AdapterChange { Mac = "52:54:00:00:00:99" }, new DiskChange { Target = "vdz", Path = "/pool/z" }] })));

    [Fact]
    public void A_new_adapter_is_one_more()
    {
        var domain = Define(Change(new AdapterChange { Mac = "52:54:00:00:00:0b", Network = new NetworkFacts { Kind = "bridge", Name = "br0" }, IsNew = true }));

        Assert.Equal(
            [("52:54:00:00:00:0A", "network default"), ("52:54:00:00:00:0b", "bridge br0")],
            DomainDefinition.Parse(domain.ToString()).Adapters.Select(adapter => (adapter.Mac, adapter.Network!.ToString())));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, "topology")]
    public void A_number_that_the_topology_cannot_have_stands_in_the_way(int count, string? word) => Obstructs(word, Full, new ProcessorChange { Count = count });

    [Fact]
    public void Nodes_and_tuned_groups_stand_in_the_way()
    {
        string nodes = Full.Replace("<topology", "<numa><cell id='0' cpus='0-3' memory='2097152'/></numa><topology", StringComparison.Ordinal);
        Obstructs("NUMA", nodes, new MemoryChange { Bytes = 1 });
        Obstructs("NUMA", nodes, new ProcessorChange { Count = 4 });
        Obstructs("cputune", Full.Replace("<cputune>", "<cputune><vcpusched vcpus='0-3' scheduler='fifo'/>", StringComparison.Ordinal), new ProcessorChange { Count = 4 });
        Obstructs(null, nodes, new DiskChange { Target = "vda", Path = "/pool/a" });
    }

    private static void Obstructs(string? word, string xml, ResourceChange resource)
    {
        var obstacles = DestinationXml.Obstacles(xml, Change(resource)).ToList();
        if (word is null)
        {
            Assert.Empty(obstacles);
        }
        else
        {
            Assert.Contains(word, Assert.Single(obstacles).Obstacle, StringComparison.Ordinal);
        }
    }

    private static DefinitionChange Change(ResourceChange resource) => new() { Resources = [resource] };

    private static XElement Define(DefinitionChange change) => XElement.Parse(DestinationXml.Define(Full, change, []));

    private static XElement Disk(XElement domain, string target) =>
        domain.Element("devices")!.Elements("disk").Single(disk => (string?)disk.Element("target")!.Attribute("dev") == target);
}
