using System;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.Platforms.Libvirt;
using VsMigration.Profile.Implementation;
using VsMigration.Tests.Contracts;
using Xunit;

namespace VsMigration.Tests;

/// <summary>The suite that every driver passes, on real guests.</summary>
public sealed class LibvirtDriverTests(Lab lab) : LabTest(lab)
{
    public static TheoryData<string> Contract { get; } = new(
        typeof(PlatformDriverContract).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).Select(method => method.Name));

    [LabTheory]
    [MemberData(nameof(Contract))]
    public async Task Keeps_the_contract(string test)
    {
        var suite = new Suite(Lab);
        await suite.InitializeAsync();
        try
        {
            await (Task)typeof(PlatformDriverContract).GetMethod(test)!.Invoke(suite, [])!;
        }
        finally
        {
            await suite.DisposeAsync();
        }
    }

    private sealed class Suite(Lab lab) : PlatformDriverContract
    {
        protected override Task<DriverFixture> CreateFixtureAsync() => LabFixture.CreateAsync(lab);
    }

    private sealed class LabFixture(Lab lab, IPlatformDriver source, IPlatformDriver destination, string[] guests) : DriverFixture
    {
        public override IPlatformDriver Source => source;

        public override IPlatformDriver Destination => destination;

        public override string ActiveSystem => guests[0];

        public override string PausedSystem => guests[1];

        public override string DefinedSystem => guests[2];

        public static async Task<DriverFixture> CreateAsync(Lab lab)
        {
            var platform = new LibvirtPlatform();
            var active = await lab.CreateGuestAsync(pagesPerTick: 64);
            var paused = await lab.CreateGuestAsync(memoryMiB: 32);
            await lab.A.VirshAsync("suspend", paused.Name);
            var defined = await lab.CreateGuestAsync(memoryMiB: 32, off: true);
            return new LabFixture(
                lab,
                await platform.ConnectAsync(new Uri(lab.A.Uri), CancellationToken.None),
                await platform.ConnectAsync(new Uri(lab.B.Uri), CancellationToken.None),
                [active.Name, paused.Name, defined.Name]);
        }

        public override MigrationOrder Order(MigrationType type) => new()
        {
            Destination = new MigrationHost { Name = "b", ConnectionUri = new Uri(lab.B.Uri), MigrationUri = new Uri("tcp://127.0.0.1") },
            MigrationType = type,
            TransportType = TransportType.TCP,
            TimeLimit = TimeSpan.FromSeconds(60),
            TurnOff = true,
        };

        public override string NewName(string name)
        {
            string other = base.NewName(name);
            lab.Track(other);
            return other;
        }

        public override ValueTask DisposeAsync()
        {
            source.Dispose();
            destination.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
