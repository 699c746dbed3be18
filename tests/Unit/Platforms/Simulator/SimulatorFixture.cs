using System;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile.Implementation;
using VsMigration.Tests.Contracts;

namespace VsMigration.Tests.Platforms.Simulator;

/// <summary>A default world of its own, in memory, in virtual time.</summary>
internal sealed class SimulatorFixture : DriverFixture
{
    public SimulatorFixture()
        : this(new SimulatorWorld(new VirtualClock(DateTimeOffset.UnixEpoch), DefaultWorld.Create()))
    {
    }

    public SimulatorFixture(SimulatorWorld world)
    {
        World = world;
        Source = new SimulatorDriver(new Uri("simulator:"), world, "sim-a");
        Destination = new SimulatorDriver(new Uri("simulator:?host=sim-b"), world, "sim-b");
    }

    public SimulatorWorld World { get; }

    public override IPlatformDriver Source { get; }

    public override IPlatformDriver Destination { get; }

    public override string ActiveSystem => "web01";

    public override string PausedSystem => "cache01";

    public override string DefinedSystem => "build01";

    public override MigrationOrder Order(MigrationType type) => new()
    {
        Destination = new MigrationHost { Name = "sim-b", ConnectionUri = Destination.ConnectionUri },
        MigrationType = type,
        TimeLimit = TimeSpan.FromMinutes(10),
        TurnOff = true,
    };

    public override ValueTask DisposeAsync() => default;
}
