using System;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;

namespace VsMigration.Tests.Service;

/// <summary>A virtual system that can be migrated, from which each test takes something away.</summary>
internal static class Facts
{
    public const ulong GiB = 1024UL * 1024 * 1024;

    public static SourceFacts Source { get; } = new()
    {
        System = new VirtualSystem { Name = "web01", Id = "id-1", State = VirtualSystemState.Active, Memory = 2 * GiB, ProcessorCount = 2 },
        HostId = "host-a",
        HostName = "a",
        HypervisorVersion = new Version(7, 2),
        Emulator = "/usr/bin/qemu-system-x86_64",
        Architecture = "x86_64",
        MachineType = "pc-i440fx-7.2",
    };

    public static DestinationFacts Destination { get; } = new()
    {
        HostId = "host-b",
        HostName = "b",
        HypervisorVersion = new Version(7, 2),
        FreeMemory = 16 * GiB,
        ProcessorCount = 8,
        ProcessorCompatible = true,
        IsLoopback = true,
    };

    public static DiskFacts Disk { get; } = new() { Target = "vda", Path = "/images/web01.raw", IsWritable = true, Capacity = 10 * GiB, Format = "raw" };

    public static DiskPlacement Place { get; } = new() { Path = "/images/web01.raw", Exists = false, CanBeCreated = true, FreeSpace = 100 * GiB };

    public static MigrationContext Context { get; } = new()
    {
        Source = Source,
        Destination = Destination,
        Order = new MigrationOrder { Destination = new MigrationHost { Name = "b" } },
    };

    public static MigrationContext With(this MigrationContext context, VirtualSystemState state, MigrationType type = MigrationType.Live) => context with
    {
        Source = context.Source with { System = context.Source.System with { State = state } },
        Order = context.Order with { MigrationType = type },
    };

    public static MigrationContext WithSource(this MigrationContext context, Func<SourceFacts, SourceFacts> change) =>
        context with { Source = change(context.Source) };

    public static MigrationContext WithDestination(this MigrationContext context, Func<DestinationFacts, DestinationFacts> change) =>
        context with { Destination = change(context.Destination!) };

    public static MigrationContext WithDisk(this MigrationContext context, DiskFacts disk, DiskPlacement place) =>
        context.WithSource(source => source with { Disks = new[] { disk } }).WithDestination(destination => destination with { Disks = new[] { place } });
}
