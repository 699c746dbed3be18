using System.Threading.Tasks;
using VsMigration.Tests.Contracts;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class SimulatorDriverContractTests : PlatformDriverContract
{
    protected override Task<DriverFixture> CreateFixtureAsync() => Task.FromResult<DriverFixture>(new SimulatorFixture());
}
