using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CsCheck;
using VsMigration.Clock;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Xml;
using Xunit;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class SimulatorStateFileTests : IDisposable
{
    private static readonly Gen<string> s_text = Gen.String[Gen.Char["abcXYZ019 -._/:<>&\"'\t\näß漢"], 0, 12];
    private static readonly Gen<string> s_name = s_text.Where(text => text.Length > 0);
    private static readonly Gen<ulong> s_bytes = Gen.ULong[1, SimulatorElement.MaxNumber];
    private static readonly Gen<int> s_count = Gen.Int[0, 1_000_000];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_default_world_is_written_and_read_as_it_is() =>
        Assert.Equal(DefaultWorld.Create().Text(), SimulatorXml.Read(Reparsed(SimulatorXml.Write(DefaultWorld.Create()))).Text());

    [Fact]
    public void Any_world_is_written_and_read_as_it_is() => States().Sample(state =>
        Assert.Equal(state.Text(), SimulatorXml.Read(Reparsed(SimulatorXml.Write(state))).Text()));

    [Fact]
    public void A_missing_file_is_created_with_the_default_world()
    {
        var world = Open();

        Assert.Equal(DefaultWorld.Create().Text(), world.Read().Text());
        Assert.Equal(new[] { "world.xml" }, Directory.GetFiles(Path.GetDirectoryName(File())!).Select(Path.GetFileName));
    }

    [Fact]
    public void One_process_sees_what_another_wrote()
    {
        var one = Open();
        var other = Open();

        one.Update(state => state.Change("web01", system => system with { State = VirtualSystemState.Paused }));
        Assert.Equal(VirtualSystemState.Paused, other.Read().Find("web01").State);
        other.Update(state => state.Change("db01", system => system with { State = VirtualSystemState.Paused }));

        Assert.Equal(VirtualSystemState.Paused, one.Read().Find("web01").State);
        Assert.Equal(VirtualSystemState.Paused, one.Read().Find("db01").State);
    }

    [Fact]
    public void A_process_that_begins_finds_no_half_made_instance()
    {
        var crashed = Open();
        var web = crashed.Read().Find("web01");
        crashed.Update(state => state.With("sim-b", web with { IsIncoming = true, State = VirtualSystemState.Paused }));

        Assert.Null(Open().Read().System("sim-b", web.Id));
        Assert.Equal(VirtualSystemState.Active, Open().Read().StateAt("sim-a", web.Id));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_the_world_as_it_was()
    {
        string folder = Directory.CreateDirectory(_folder.File("gone")).FullName;
        string file = Path.Combine(folder, "world.xml");
        var world = new SimulatorWorld(new VirtualClock(DateTimeOffset.UnixEpoch), new SimulatorStateFile(file));
        Directory.Delete(folder, recursive: true);

        var error = Assert.Throws<MigrationException>(() => world.Update(state => state.Without("sim-a", state.Find("web01").Id)));

        Assert.Equal(MigrationErrorKind.ConfigurationInvalid, error.Kind);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Theory]
    [InlineData("", "no XML")]
    [InlineData("<simulator", "no XML")]
    [InlineData("<!DOCTYPE simulator [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><simulator>&x;</simulator>", "DTD")]
    [InlineData("<world/>", "root element")]
    [InlineData("<simulator/>", "no host")]
    [InlineData("<simulator><guest/></simulator>", "guest")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9' onlin='true'/></simulator>", "onlin")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='-1'/></simulator>", "memory")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='99999999999999999999'/></simulator>", "memory")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9' processors='2147483648'/></simulator>", "processors")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='seven' memory='9'/></simulator>", "hypervisorVersion")]
    [InlineData("<simulator><host id='1' hypervisorVersion='7.2' memory='9'/></simulator>", "name")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9' online='yes'/></simulator>", "online")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'/><host name='A' id='2' hypervisorVersion='7.2' memory='9'/></simulator>", "two hosts")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'><system name='x' id='u' memory='1' state='2'/></host></simulator>", "state")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'><system name='x' id='u' memory='1' state='ShuttingDown'/></host></simulator>", "state")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'><system name='x' id='u' memory='1' shutdownSeconds='1e9'/></host></simulator>", "shutdownSeconds")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'><system name='x' id='u' memory='1' shutdownSeconds='NaN'/></host></simulator>", "shutdownSeconds")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'><system name='x' id='u' memory='1' goesDownAt='tomorrow'/></host></simulator>", "goesDownAt")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'/><link hostA='a' hostB='b' bytesPerSecond='1'/></simulator>", "host b")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'/><link hostA='a' hostB='a' bytesPerSecond='0'/></simulator>", "bytesPerSecond")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'/><fault action='Explode'/></simulator>", "Explode")]
    [InlineData("<simulator><host name='a' id='1' hypervisorVersion='7.2' memory='9'/><fault action='Transfer' atPercent='101'/></simulator>", "atPercent")]
    public void What_is_wrong_with_a_file_is_said(string text, string expected)
    {
        System.IO.File.WriteAllText(File(), text);

        var error = Assert.Throws<MigrationException>(Open);

        Assert.Equal(MigrationErrorKind.ConfigurationInvalid, error.Kind);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
        Assert.InRange(error.Message.Length, 1, 1000);
    }

    [Fact]
    public void A_guest_that_already_runs_twice_is_no_world()
    {
        var state = DefaultWorld.Create();
        state = state.With("sim-b", state.Find("web01"));

        var error = Assert.Throws<MigrationException>(() => SimulatorXml.Read(SimulatorXml.Write(state)));

        Assert.Contains("running instances", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_refused_or_read_and_nothing_else_happens()
    {
        string text = SimulatorXml.Write(DefaultWorld.Create()).ToString();
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 40], Gen.String[0, 20]).Sample((at, length, put) =>
        {
            string damaged = text.Substring(0, at) + put + text.Substring(Math.Min(text.Length, at + length));
            try
            {
                SimulatorXml.Read(BoundedXml.Parse(damaged));
            }
            catch (Exception e) when (e is MigrationException { Kind: MigrationErrorKind.ConfigurationInvalid } or System.Xml.XmlException)
            {
                // Both are what the file's door turns into one error.
            }
        });
    }

    [Fact]
    public void A_failed_change_leaves_the_world_and_the_file_as_they_were()
    {
        var world = Open();
        string before = System.IO.File.ReadAllText(File());

        Assert.Throws<InvalidOperationException>(() => world.Update(_ => throw new InvalidOperationException()));

        Assert.Equal(before, System.IO.File.ReadAllText(File()));
        Assert.Equal(DefaultWorld.Create().Text(), world.Read().Text());
    }

    private static XDocument Reparsed(XDocument document) => BoundedXml.Parse(document.ToString());

    private static Gen<IReadOnlyList<T>> List<T>(Gen<T> gen) => gen.Array[0, 3].Select(items => (IReadOnlyList<T>)items);

    private static Gen<SimulatorState> States()
    {
        var disks = Gen.Select(s_name, s_text, Gen.Bool, s_bytes, (target, path, flag, bytes) => new SimulatedDisk
        {
            Target = target, Path = path, IsWritable = flag, IsShared = !flag, Capacity = bytes, Format = "raw", HasBackingImage = flag,
        });
        var adapters = Gen.Select(s_name, s_name, s_name, (mac, kind, network) => new SimulatedAdapter { Mac = mac, Kind = kind, Network = network });
        var states = Gen.OneOf(VirtualSystemState.Active, VirtualSystemState.Paused, VirtualSystemState.Defined, VirtualSystemState.Suspended);
        var times = Gen.OneOf(
            Gen.Const((TimeSpan?)null), Gen.Long[0, TimeSpan.TicksPerDay].Select(ticks => (TimeSpan?)TimeSpan.FromTicks(ticks)));
        var downAt = Gen.OneOf(
            Gen.Const((DateTimeOffset?)null), Gen.Long[0, TimeSpan.TicksPerDay].Select(ticks => (DateTimeOffset?)DateTimeOffset.UnixEpoch.AddTicks(ticks)));
        var systems = Gen.Select(
            Gen.Select(s_name, states, s_bytes, s_count, Gen.Bool, Gen.Bool),
            Gen.Select(times, downAt, List(s_name), List(disks), List(adapters)),
            (plain, rest) => new SimulatedSystem
            {
                Name = plain.Item1, State = plain.Item2, Memory = plain.Item3, ProcessorCount = plain.Item4,
                IsIncoming = plain.Item5, IsPersistent = plain.Item6, Autostart = plain.Item5, MachineType = plain.Item1, Emulator = "",
                DirtyBytesPerSecond = plain.Item3 / 2, WritableWorkingSet = plain.Item3 / 3, ShutdownTime = rest.Item1, GoesDownAt = rest.Item2,
                SnapshotCount = plain.Item4 / 2, HasSavedState = plain.Item6, HasFirmwareStore = plain.Item5, HasEmulatedTpm = plain.Item6,
                Caption = plain.Item1, Description = plain.Item1, Tag = plain.Item1, Notes = rest.Item3,
                ProcessorFeatures = rest.Item3, HostDevices = rest.Item3, Disks = rest.Item4, Adapters = rest.Item5,
            });
        var hosts = Gen.Select(s_name, s_bytes, s_count, Gen.Bool, List(s_name), List(systems), (name, memory, count, flag, names, guests) => new SimulatedHost
        {
            HypervisorVersion = new Version(count, 2, 1), Memory = memory, ProcessorCount = count, Architecture = name, CanPostCopy = flag, IsOnline = !flag,
            Emulators = names, MachineTypes = names, ProcessorFeatures = names,
            Networks = names.Select(other => new SimulatedNetwork { Kind = name, Name = other, IsActive = flag }).ToArray(), Systems = guests,
        });
        var faults = Gen.Select(Gen.Enum<SimulatorAction>(), Gen.Enum<MigrationErrorKind>(), Gen.Int[0, 100], s_count, s_text, s_name, (action, kind, percent, times, system, text) =>
            new SimulatorFault { Action = action, System = system, AtPercent = percent, Times = times, Kind = kind, Code = text, Message = text });
        return Gen.Select(hosts.Array[1, 3], List(faults), s_bytes, Gen.Bool, Consistent);
    }

    // Names and identifiers that must differ are numbered; everything else is as generated.
    private static SimulatorState Consistent(SimulatedHost[] hosts, IReadOnlyList<SimulatorFault> faults, ulong bytes, bool flag) => new()
    {
        Hosts = hosts.Select((host, h) => host with
        {
            Name = "host " + h,
            Id = "id <" + h + ">",
            Systems = host.Systems.Select((system, s) => system with { Id = $"{h}/{s}" }).ToArray(),
        }).ToArray(),
        Pools = hosts.Select((host, h) => new SimulatedPool
        {
            Name = "pool " + h,
            Path = "/pool/" + h,
            Capacity = bytes,
            Hosts = new[] { "host " + h },
            Volumes = host.Emulators.Select(name => new SimulatedVolume { Path = "/pool/" + h + "/" + name, Capacity = bytes / 2, Format = name }).ToArray(),
        }).ToArray(),
        Links = hosts.Select((_, h) => new SimulatedLink { HostA = "host 0", HostB = "host " + h, BytesPerSecond = bytes, IsUp = flag }).ToArray(),
        Faults = faults,
    };

    private string File() => _folder.File("world.xml");

    private SimulatorWorld Open() => new(new VirtualClock(DateTimeOffset.UnixEpoch), new SimulatorStateFile(File()));
}
