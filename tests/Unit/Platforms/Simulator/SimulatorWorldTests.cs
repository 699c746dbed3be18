using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms.Simulator;
using VsMigration.Profile;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using Xunit;

namespace VsMigration.Tests.Platforms.Simulator;

public sealed class SimulatorWorldTests
{
    [Fact]
    public void The_default_world_is_consistent() => SimulatorStateRules.Require(DefaultWorld.Create());

    [Fact]
    [Clause("6.2.1-2", "6.2.1-3", "6.2.1-4")]
    public async Task The_guest_that_cannot_move_shows_every_reason_at_once()
    {
        var findings = await CheckAsync("gpu01");

        foreach (string reason in new[] { "memory", "machine type", "avx512f", "br-storage", "disk vda", "snapshots", "pci 0000:3b:00.0" })
        {
            Assert.Contains(findings, finding => finding.Contains(reason, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("web01")]
    [InlineData("db01")]
    [InlineData("cache01")]
    [InlineData("build01")]
    public async Task The_other_guests_can_move(string name) =>
        Assert.DoesNotContain(await CheckAsync(name), finding => finding.StartsWith("Error", StringComparison.Ordinal));

    [Fact]
    public async Task Shared_storage_is_the_same_at_both_hosts_and_local_storage_of_the_same_path_is_not()
    {
        var fixture = new SimulatorFixture();
        var order = fixture.Order(MigrationType.Live);

        var shared = await fixture.Destination.GetDestinationFactsAsync(await fixture.FactsAsync("web01"), fixture.Source, order, CancellationToken.None);
        var local = await fixture.Destination.GetDestinationFactsAsync(await fixture.FactsAsync("build01"), fixture.Source, order, CancellationToken.None);

        Assert.True(Assert.Single(shared.Disks).IsSame);
        var place = Assert.Single(local.Disks);
        Assert.Equal((false, false, true, 128 * Worlds.GiB), (place.IsSame, place.Exists, place.CanBeCreated, place.FreeSpace));
    }

    [Fact]
    public async Task A_disk_that_another_guest_of_the_destination_uses_is_seen()
    {
        var fixture = new SimulatorFixture();
        string path = fixture.World.Read().Find("build01").Disks[0].Path;
        fixture.World.Update(state => state
            .With("sim-b", new SimulatedVolume { Path = path, Capacity = 7 })
            .With("sim-b", state.Find("mail01") with { Disks = new[] { new SimulatedDisk { Target = "vda", Path = path } } }));

        var facts = await fixture.Destination.GetDestinationFactsAsync(
            await fixture.FactsAsync("build01"), fixture.Source, fixture.Order(MigrationType.Live), CancellationToken.None);

        var place = Assert.Single(facts.Disks);
        Assert.Equal((true, 7UL, "mail01"), (place.Exists, place.Capacity, place.UsedBy));
    }

    [Fact]
    public async Task Free_memory_is_what_the_instances_leave()
    {
        var fixture = new SimulatorFixture();
        var facts = await fixture.Source.GetDestinationFactsAsync(
            await fixture.FactsAsync("web01"), fixture.Source, fixture.Order(MigrationType.Live), CancellationToken.None);

        // 96 GiB less web01 (2), db01 (8), cache01 (1, paused) and gpu01 (48); build01 is only defined.
        Assert.Equal(37 * Worlds.GiB, facts.FreeMemory);
    }

    [Fact]
    public async Task Processor_features_are_compared_as_sets()
    {
        var world = Worlds.Create(state => state
            .Change("web01", system => system with { ProcessorFeatures = new[] { "pcid", "aes", "avx2" } })
            .Change("db01", system => system with { ProcessorFeatures = new[] { "sgx", "avx2", "amx" } }));
        var fixture = new SimulatorFixture(world);
        var order = fixture.Order(MigrationType.Live);

        var suits = await fixture.Destination.GetDestinationFactsAsync(await fixture.FactsAsync("web01"), fixture.Source, order, CancellationToken.None);
        var lacks = await fixture.Destination.GetDestinationFactsAsync(await fixture.FactsAsync("db01"), fixture.Source, order, CancellationToken.None);

        Assert.True(suits.ProcessorCompatible);
        Assert.Equal((false, "amx, sgx"), (lacks.ProcessorCompatible, lacks.ProcessorDifference));
    }

    [Fact]
    public async Task A_link_that_is_down_is_a_finding()
    {
        var fixture = new SimulatorFixture(Worlds.Create(state => state with { Links = Array.Empty<SimulatedLink>() }));

        var facts = await fixture.Destination.GetDestinationFactsAsync(
            await fixture.FactsAsync("web01"), fixture.Source, fixture.Order(MigrationType.Live), CancellationToken.None);

        Assert.Equal("SVPC8020", Assert.Single(facts.OtherFindings).MessageId);
    }

    [Fact]
    public void Changes_from_many_threads_are_all_kept()
    {
        var world = Worlds.Create();

        Parallel.For(0, 200, i => world.Update(state => state.With("sim-b", new SimulatedSystem { Name = "vm" + i, Id = "vm" + i, Memory = 1 })));

        Assert.Equal(201, world.Read().Host("sim-b")!.Systems.Count);
    }

    private static async Task<string[]> CheckAsync(string name)
    {
        var fixture = new SimulatorFixture();
        var order = fixture.Order(MigrationType.Live);
        var source = await fixture.FactsAsync(name);
        var destination = await fixture.Destination.GetDestinationFactsAsync(source, fixture.Source, order, CancellationToken.None);
        return MigrationPlanner.Check(new MigrationContext { Source = source, Destination = destination, Order = order })
            .Select(finding => finding.Severity + " " + finding.Message).ToArray();
    }
}
