using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Xml;

namespace VsMigration.Platforms.Simulator;

/// <summary>A simulated world as XML: one element for each thing, one attribute for each property, bytes and seconds as plain numbers.</summary>
internal static class SimulatorXml
{
    /// <summary>Writes a world.</summary>
    public static XDocument Write(SimulatorState state) => new(new XElement(
        "simulator",
        state.Hosts.Select(Write),
        state.Pools.Select(Write),
        state.Links.Select(link => Element(
            "link", ("hostA", link.HostA), ("hostB", link.HostB), ("bytesPerSecond", Text(link.BytesPerSecond)), ("up", Text(link.IsUp)))),
        state.Faults.Select(fault => Element(
            "fault",
            ("action", fault.Action.ToString()),
            ("system", fault.System),
            ("atPercent", Text(fault.AtPercent)),
            ("times", Text(fault.Times)),
            ("kind", fault.Kind.ToString()),
            ("code", fault.Code),
            ("message", fault.Message)))));

    /// <summary>Writes a virtual system.</summary>
    public static XElement Write(SimulatedSystem system)
    {
        var element = Element(
            "system",
            ("name", system.Name),
            ("id", system.Id),
            ("caption", system.Caption),
            ("description", system.Description),
            ("tag", system.Tag),
            ("state", system.State.ToString()),
            ("incoming", Text(system.IsIncoming)),
            ("memory", Text(system.Memory)),
            ("processors", Text(system.ProcessorCount)),
            ("persistent", Text(system.IsPersistent)),
            ("autostart", Text(system.Autostart)),
            ("machineType", system.MachineType),
            ("emulator", system.Emulator),
            ("dirtyBytesPerSecond", Text(system.DirtyBytesPerSecond)),
            ("writableWorkingSet", Text(system.WritableWorkingSet)),
            ("shutdownSeconds", system.ShutdownTime is { } time ? time.TotalSeconds.ToString("R", CultureInfo.InvariantCulture) : "never"),
            ("goesDownAt", system.GoesDownAt?.ToString("O", CultureInfo.InvariantCulture) ?? ""),
            ("snapshots", Text(system.SnapshotCount)),
            ("savedState", Text(system.HasSavedState)),
            ("firmwareStore", Text(system.HasFirmwareStore)),
            ("emulatedTpm", Text(system.HasEmulatedTpm)));
        element.Add(Names("processorFeature", system.ProcessorFeatures));
        element.Add(Names("hostDevice", system.HostDevices));
        element.Add(system.Notes.Select(note => new XElement("note", new XAttribute("text", note))));
        element.Add(system.Disks.Select(disk => Element(
            "disk",
            ("target", disk.Target),
            ("path", disk.Path),
            ("writable", Text(disk.IsWritable)),
            ("shared", Text(disk.IsShared)),
            ("capacity", Text(disk.Capacity)),
            ("format", disk.Format),
            ("backingImage", Text(disk.HasBackingImage)))));
        element.Add(system.Adapters.Select(adapter => Element("adapter", ("mac", adapter.Mac), ("kind", adapter.Kind), ("network", adapter.Network))));
        return element;
    }

    /// <summary>Reads a world.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: it is none, with the element and attribute that are wrong.</exception>
    public static SimulatorState Read(XDocument document)
    {
        var root = SimulatorElement.Root(document, "simulator");
        var state = new SimulatorState
        {
            Hosts = root.Children("host", ReadHost),
            Pools = root.Children("pool", ReadPool),
            Links = root.Children("link", element => new SimulatedLink
            {
                HostA = element.Name("hostA"),
                HostB = element.Name("hostB"),
                BytesPerSecond = element.Number("bytesPerSecond", min: 1),
                IsUp = element.Flag("up", true),
            }),
            Faults = root.Children("fault", element => new SimulatorFault
            {
                Action = element.Choice<SimulatorAction>("action"),
                System = element.Text("system", ""),
                AtPercent = element.Count("atPercent", 0, max: 100),
                Times = element.Count("times", 1),
                Kind = element.Choice("kind", MigrationErrorKind.MigrationFailed),
                Code = element.Text("code", "simulator 1"),
                Message = element.Text("message", "A scripted fault happened."),
            }),
        };
        root.End();
        SimulatorStateRules.Require(state);
        return state;
    }

    /// <summary>Reads a virtual system.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid.</exception>
    public static SimulatedSystem ReadSystem(string definition)
    {
        try
        {
            return ReadSystem(SimulatorElement.Root(BoundedXml.Parse(definition), "system"));
        }
        catch (XmlException e)
        {
            throw SimulatorElement.Invalid("The definition of the virtual system is no XML: " + e.Message, e);
        }
    }

    private static XElement Write(SimulatedHost host)
    {
        var element = Element(
            "host",
            ("name", host.Name),
            ("id", host.Id),
            ("hypervisorVersion", host.HypervisorVersion.ToString()),
            ("memory", Text(host.Memory)),
            ("processors", Text(host.ProcessorCount)),
            ("architecture", host.Architecture),
            ("postCopy", Text(host.CanPostCopy)),
            ("online", Text(host.IsOnline)));
        element.Add(Names("emulator", host.Emulators));
        element.Add(Names("machineType", host.MachineTypes));
        element.Add(Names("processorFeature", host.ProcessorFeatures));
        element.Add(host.Networks.Select(network => Element("network", ("kind", network.Kind), ("name", network.Name), ("active", Text(network.IsActive)))));
        element.Add(host.Settings.Select(Write));
        element.Add(host.Systems.Select(Write));
        return element;
    }

    private static XElement Write(CapabilitySetting setting) => Element(
        "setting",
        ("id", setting.InstanceId),
        ("policy", setting.Policy.ToString()),
        ("role", setting.Role.ToString()),
        ("range", setting.Range.ToString()),
        ("migrationType", setting.Setting.MigrationType?.ToString() ?? ""),
        ("priority", setting.Setting.Priority is { } priority ? Text(priority) : ""),
        ("bandwidth", setting.Setting.Bandwidth is { } bandwidth ? Text(bandwidth) : ""),
        ("bandwidthUnit", setting.Setting.BandwidthUnit ?? ""),
        ("transportType", setting.Setting.TransportType?.ToString() ?? ""),
        ("otherTransportType", setting.Setting.OtherTransportType ?? ""));

    private static XElement Write(SimulatedPool pool)
    {
        var element = Element("pool", ("name", pool.Name), ("path", pool.Path), ("capacity", Text(pool.Capacity)));
        element.Add(Names("onHost", pool.Hosts));
        element.Add(pool.Volumes.Select(volume => Element("volume", ("path", volume.Path), ("capacity", Text(volume.Capacity)), ("format", volume.Format))));
        return element;
    }

    private static SimulatedHost ReadHost(SimulatorElement element) => new()
    {
        Name = element.Name("name"),
        Id = element.Name("id"),
        HypervisorVersion = element.Version("hypervisorVersion"),
        Memory = element.Number("memory", min: 1),
        ProcessorCount = element.Count("processors", 1),
        Architecture = element.Text("architecture", "x86_64"),
        CanPostCopy = element.Flag("postCopy", false),
        IsOnline = element.Flag("online", true),
        Emulators = element.Names("emulator"),
        MachineTypes = element.Names("machineType"),
        ProcessorFeatures = element.Names("processorFeature"),
        Networks = element.Children("network", network => new SimulatedNetwork
        {
            Kind = network.Text("kind", "network"),
            Name = network.Name("name"),
            IsActive = network.Flag("active", true),
        }),
        Settings = element.Children("setting", ReadSetting),
        Systems = element.Children("system", ReadSystem),
    };

    private static CapabilitySetting ReadSetting(SimulatorElement element) => new()
    {
        InstanceId = element.Name("id"),
        Policy = element.Choice("policy", PropertyPolicy.Independent),
        Role = element.Choice("role", ValueRole.Supported),
        Range = element.Choice("range", ValueRange.Point),
        Setting = new MigrationSetting
        {
            MigrationType = element.OptionalChoice<MigrationType>("migrationType"),
            Priority = element.OptionalShort("priority"),
            Bandwidth = element.OptionalShort("bandwidth"),
            BandwidthUnit = element.OptionalText("bandwidthUnit"),
            TransportType = element.OptionalChoice<TransportType>("transportType"),
            OtherTransportType = element.OptionalText("otherTransportType"),
        },
    };

    private static SimulatedPool ReadPool(SimulatorElement element) => new()
    {
        Name = element.Name("name"),
        Path = element.Name("path"),
        Capacity = element.Number("capacity"),
        Hosts = element.Names("onHost"),
        Volumes = element.Children("volume", volume => new SimulatedVolume
        {
            Path = volume.Name("path"),
            Capacity = volume.Number("capacity"),
            Format = volume.Text("format", "qcow2"),
        }),
    };

    private static SimulatedSystem ReadSystem(SimulatorElement element) => new()
    {
        Name = element.Name("name"),
        Id = element.Name("id"),
        Caption = element.Text("caption", ""),
        Description = element.Text("description", ""),
        Tag = element.Text("tag", ""),
        Notes = element.Children("note", note => note.Text("text", "")),
        State = element.Choice("state", VirtualSystemState.Defined),
        IsIncoming = element.Flag("incoming", false),
        Memory = element.Number("memory", min: 1),
        ProcessorCount = element.Count("processors", 1),
        IsPersistent = element.Flag("persistent", true),
        Autostart = element.Flag("autostart", false),
        MachineType = element.Text("machineType", ""),
        Emulator = element.Text("emulator", ""),
        DirtyBytesPerSecond = element.Number("dirtyBytesPerSecond"),
        WritableWorkingSet = element.Number("writableWorkingSet"),
        ShutdownTime = element.Seconds("shutdownSeconds", TimeSpan.FromSeconds(3)),
        GoesDownAt = element.Time("goesDownAt"),
        SnapshotCount = element.Count("snapshots", 0),
        HasSavedState = element.Flag("savedState", false),
        HasFirmwareStore = element.Flag("firmwareStore", false),
        HasEmulatedTpm = element.Flag("emulatedTpm", false),
        ProcessorFeatures = element.Names("processorFeature"),
        HostDevices = element.Names("hostDevice"),
        Disks = element.Children("disk", disk => new SimulatedDisk
        {
            Target = disk.Name("target"),
            Path = disk.Text("path", ""),
            IsWritable = disk.Flag("writable", true),
            IsShared = disk.Flag("shared", false),
            Capacity = disk.Number("capacity"),
            Format = disk.Text("format", "qcow2"),
            HasBackingImage = disk.Flag("backingImage", false),
        }),
        Adapters = element.Children("adapter", adapter => new SimulatedAdapter
        {
            Mac = adapter.Name("mac"),
            Kind = adapter.Text("kind", "network"),
            Network = adapter.Name("network"),
        }),
    };

    private static XElement Element(string name, params (string Name, string Value)[] attributes) =>
        new(name, attributes.Where(attribute => attribute.Value.Length > 0).Select(attribute => new XAttribute(attribute.Name, attribute.Value)));

    private static IEnumerable<XElement> Names(string element, IEnumerable<string> names) => names.Select(name => Element(element, ("name", name)));

    private static string Text(bool value) => XmlConvert.ToString(value);

    private static string Text(int value) => XmlConvert.ToString(value);

    private static string Text(ulong value) => XmlConvert.ToString(value);
}
