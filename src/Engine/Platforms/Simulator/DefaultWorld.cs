using System;
using System.Linq;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>The world out of the box: two hosts of one make, shared and local storage, and guests that show each outcome.</summary>
internal static class DefaultWorld
{
    private const ulong MiB = 1UL << 20;
    private const ulong GiB = 1UL << 30;
    private const string Emulator = "/usr/bin/qemu-system-x86_64";
    private const string Machine = "pc-q35-7.2";

    /// <summary>What one stream of guest memory gets out of a link of 10 Gbit/s: 6 Gbit/s.</summary>
    private const ulong StreamBytesPerSecond = 750_000_000;

    private static readonly string[] BothHosts = { "sim-a", "sim-b" };
    private static readonly string[] Machines = { Machine, "pc-q35-7.1", "pc-i440fx-7.2" };
    private static readonly string[] Features = { "sse4.2", "aes", "avx", "avx2", "pcid" };

    /// <summary>Makes it.</summary>
    public static SimulatorState Create() => new()
    {
        Hosts = new[]
        {
            Host("sim-a", "8d5f7c0e-4b1a-4c7e-9d3e-5a0c1f2b6a01", 96 * GiB, 32) with
            {
                ProcessorFeatures = Features.Append("avx512f").ToList(),
                MachineTypes = Machines.Append("pc-i440fx-2.11").ToList(),
                Networks = new[]
                {
                    new SimulatedNetwork { Name = "default" },
                    new SimulatedNetwork { Kind = "bridge", Name = "br0" },
                    new SimulatedNetwork { Kind = "bridge", Name = "br-storage" },
                },
                Systems = new[] { Web(), Database(), Build(), Cache(), Graphics() },
            },
            Host("sim-b", "c2a91b64-70f3-4e0d-8b52-e6d94f8c3b02", 48 * GiB, 16) with
            {
                Networks = new[] { new SimulatedNetwork { Name = "default" }, new SimulatedNetwork { Kind = "bridge", Name = "br0" } },
                Systems = new[] { Mail() },
            },
        },
        Pools = new[]
        {
            new SimulatedPool
            {
                Name = "shared",
                Path = "/srv/vm",
                Capacity = 2048 * GiB,
                Hosts = BothHosts,
                Volumes = new[] { Volume("/srv/vm/web01.qcow2", 20), Volume("/srv/vm/db01.qcow2", 80), Volume("/srv/vm/cache01.qcow2", 10), Volume("/srv/vm/mail01.qcow2", 40) },
            },
            new SimulatedPool
            {
                Name = "local-a",
                Path = "/var/lib/libvirt/images",
                Capacity = 512 * GiB,
                Hosts = new[] { "sim-a" },
                Volumes = new[] { Volume("/var/lib/libvirt/images/build01.qcow2", 4), Volume("/var/lib/libvirt/images/gpu01.qcow2", 200) },
            },
            new SimulatedPool { Name = "local-b", Path = "/var/lib/libvirt/images", Capacity = 128 * GiB, Hosts = new[] { "sim-b" } },
        },
        Links = new[] { new SimulatedLink { HostA = "sim-a", HostB = "sim-b", BytesPerSecond = StreamBytesPerSecond } },
    };

    private static SimulatedHost Host(string name, string id, ulong memory, int processors) => new()
    {
        Name = name,
        Id = id,
        Memory = memory,
        ProcessorCount = processors,
        CanPostCopy = true,
        Emulators = new[] { Emulator },
        MachineTypes = Machines,
        ProcessorFeatures = Features,
    };

    private static SimulatedSystem Web() => System("web01", "3f0e6b1c-2d47-4a58-9c1e-7b6a5d4c3e21", 2 * GiB, 2, "/srv/vm/web01.qcow2", 20) with
    {
        State = VirtualSystemState.Active,
        Autostart = true,
        DirtyBytesPerSecond = 96 * MiB,
        WritableWorkingSet = 512 * MiB,
        ShutdownTime = TimeSpan.FromSeconds(3),
        Adapters = Adapter("52:54:00:3a:9f:01", "default"),
    };

    private static SimulatedSystem Database() => System("db01", "a94d2f70-58c3-4be1-8e0f-1c2b3a4d5e62", 8 * GiB, 4, "/srv/vm/db01.qcow2", 80) with
    {
        State = VirtualSystemState.Active,
        Autostart = true,
        DirtyBytesPerSecond = 900 * MiB,
        WritableWorkingSet = 3 * GiB,
        ShutdownTime = TimeSpan.FromSeconds(20),
        Adapters = Adapter("52:54:00:3a:9f:02", "default"),
    };

    private static SimulatedSystem Build() =>
        System("build01", "6b7c8d9e-0f1a-4b2c-9d3e-4f5a6b7c8d93", 4 * GiB, 8, "/var/lib/libvirt/images/build01.qcow2", 4) with
        {
            DirtyBytesPerSecond = 200 * MiB,
            WritableWorkingSet = 2 * GiB,
            Adapters = Adapter("52:54:00:3a:9f:03", "default"),
        };

    private static SimulatedSystem Cache() => System("cache01", "d1e2f3a4-b5c6-47d8-a9eb-0c1d2e3f4a54", 1 * GiB, 1, "/srv/vm/cache01.qcow2", 10) with
    {
        State = VirtualSystemState.Paused,
        DirtyBytesPerSecond = 300 * MiB,
        WritableWorkingSet = 768 * MiB,
        ShutdownTime = null,
        Adapters = Adapter("52:54:00:3a:9f:04", "default"),
    };

    /// <summary>The one that cannot move: each of its properties is a finding at sim-b.</summary>
    private static SimulatedSystem Graphics() =>
        System("gpu01", "0a1b2c3d-4e5f-4061-8273-8495a6b7c8d5", 48 * GiB, 24, "/var/lib/libvirt/images/gpu01.qcow2", 200) with
        {
            State = VirtualSystemState.Active,
            MachineType = "pc-i440fx-2.11",
            ProcessorFeatures = new[] { "avx2", "avx512f" },
            DirtyBytesPerSecond = 400 * MiB,
            WritableWorkingSet = 8 * GiB,
            ShutdownTime = null,
            SnapshotCount = 2,
            HasEmulatedTpm = true,
            HostDevices = new[] { "pci 0000:3b:00.0" },
            Adapters = Adapter("52:54:00:3a:9f:05", "default")
                .Append(new SimulatedAdapter { Mac = "52:54:00:3a:9f:15", Kind = "bridge", Network = "br-storage" }).ToList(),
        };

    private static SimulatedSystem Mail() => System("mail01", "e5f6a7b8-c9d0-4e1f-8a2b-3c4d5e6f7a86", 4 * GiB, 2, "/srv/vm/mail01.qcow2", 40) with
    {
        State = VirtualSystemState.Active,
        DirtyBytesPerSecond = 48 * MiB,
        WritableWorkingSet = 1 * GiB,
        ShutdownTime = TimeSpan.FromSeconds(8),
        Adapters = Adapter("52:54:00:3a:9f:06", "default"),
    };

    private static SimulatedSystem System(string name, string id, ulong memory, int processors, string path, ulong gibibytes) => new()
    {
        Name = name,
        Id = id,
        Memory = memory,
        ProcessorCount = processors,
        MachineType = Machine,
        Emulator = Emulator,
        ProcessorFeatures = new[] { "avx2" },
        Disks = new[] { new SimulatedDisk { Target = "vda", Path = path, Capacity = gibibytes * GiB } },
    };

    private static SimulatedAdapter[] Adapter(string mac, string network) => new[] { new SimulatedAdapter { Mac = mac, Network = network } };

    private static SimulatedVolume Volume(string path, ulong gibibytes) => new() { Path = path, Capacity = gibibytes * GiB };
}
