using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Service;
using Xunit;

namespace VsMigration.Tests.Service;

/// <summary>Whole migrations with new settings, as use case 9.2.2 has them, in a simulated world.</summary>
public sealed class NewSettingsTests : IDisposable
{
    private static readonly MigrationSetting s_restart = new() { MigrationType = MigrationType.Restart };

    private readonly SimulatedEstate _estate = new();

    public void Dispose() => _estate.Dispose();

    [Theory]
    [InlineData("web01")]
    [InlineData("build01")]
    [Clause("9.2.2-2", "9.2.2-3", "9.2.2-4", "9.2.2-7")]
    public async Task A_static_migration_with_a_changed_copy_of_the_memory_gives_that_much_memory(string name)
    {
        var memory = (await DefinitionAsync("sim-a", name)).Resources.Single(resource => resource.ResourceType == ResourceType.Memory);

        var job = await MigrateAsync(await _estate.RequestAsync(name, s_restart) with
        {
            NewResourceSettings = new[] { memory with { AllocationUnits = "bytes*10^9", Reservation = 5 } },
        });

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Equal(5_000_000_000UL, (await _estate.FindAsync("sim-b", name))!.Memory);
        Assert.Equal((5_000_000_000UL, "byte"), Amount((await DefinitionAsync("sim-b", name)).Resources[0]));
    }

    [Fact]
    [Clause("T2-4", "T4-4")]
    public async Task A_live_migration_gives_a_new_name_and_keeps_the_identity()
    {
        var before = await _estate.FindAsync("sim-a", "web01");

        var job = await MigrateAsync(await _estate.RequestAsync("web01") with
        {
            NewSystemSetting = new VirtualSystemSettingData { ElementName = "shop01", Description = "The shop" },
        });

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Null(await _estate.FindAsync("sim-b", "web01"));
        var after = await _estate.FindAsync("sim-b", "shop01");
        Assert.Equal(before!.Id, after!.Id);
        Assert.Equal(Correlation.PairsOf(before), Correlation.Match(before, after));
        Assert.Equal("The shop", (await DefinitionAsync("sim-b", "shop01")).Setting.Description);
    }

    [Fact]
    [Clause("T2-5", "T4-5")]
    public async Task A_live_migration_plugs_an_adapter_into_another_network()
    {
        var adapter = (await DefinitionAsync("sim-a", "web01")).Resources.Single(resource => resource.ResourceType == ResourceType.EthernetAdapter);

        var job = await MigrateAsync(await _estate.RequestAsync("web01") with
        {
            NewResourceSettings = new[] { adapter with { ResourceSubType = "bridge", Connection = new[] { "br0" } } },
        });

        Assert.Equal(JobState.Completed, job.JobState);
        var after = (await DefinitionAsync("sim-b", "web01")).Resources.Single(resource => resource.ResourceType == ResourceType.EthernetAdapter);
        Assert.Equal(("br0", adapter.Address), (Assert.Single(after.Connection!), after.Address));
    }

    [Fact]
    public async Task A_network_that_the_destination_lacks_is_found_by_its_new_name()
    {
        var adapter = (await DefinitionAsync("sim-a", "web01")).Resources.Single(resource => resource.ResourceType == ResourceType.EthernetAdapter);

        var report = await CheckAsync(await _estate.RequestAsync("web01") with { NewResourceSettings = new[] { adapter with { Connection = new[] { "backup" } } } });

        Assert.Contains("network backup", Assert.Single(report.Findings, finding => finding.MessageId == "SVPC8030").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_is_copied_to_its_new_path_and_nothing_is_made_at_the_old_one()
    {
        var disk = (await DefinitionAsync("sim-a", "build01")).Resources.Single(resource => resource.ResourceType == ResourceType.LogicalDisk);

        var job = await MigrateAsync(await _estate.RequestAsync("build01") with
        {
            NewResourceSettings = new[] { disk with { HostResource = new[] { "/srv/vm/build01-moved.qcow2" } } },
        });

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Equal("/srv/vm/build01-moved.qcow2", Assert.Single((await DefinitionAsync("sim-b", "build01")).Resources.Single(resource => resource.Address == "vda").HostResource!));
        string world = System.IO.File.ReadAllText(_estate.WorldFile);
        Assert.Contains("<volume path=\"/srv/vm/build01-moved.qcow2\" capacity=\"4294967296\"", world, StringComparison.Ordinal);
        Assert.Single(world.Split("<volume path=\"/var/lib/libvirt/images/build01.qcow2\"").Skip(1));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_of_the_new_name_and_path()
    {
        var disk = (await DefinitionAsync("sim-a", "build01")).Resources.Single(resource => resource.ResourceType == ResourceType.LogicalDisk);
        await _estate.FaultAsync("VerifyDestination", "blind");

        var job = await MigrateAsync(await _estate.RequestAsync("build01") with
        {
            NewSystemSetting = new VirtualSystemSettingData { ElementName = "build02" },
            NewResourceSettings = new[] { disk with { HostResource = new[] { "/srv/vm/build02.qcow2" } } },
        });

        Assert.Equal(JobState.Exception, job.JobState);
        Assert.NotNull(await _estate.FindAsync("sim-a", "build01"));
        Assert.Null(await _estate.FindAsync("sim-b", "build02"));
        Assert.DoesNotContain("/srv/vm/build02.qcow2", System.IO.File.ReadAllText(_estate.WorldFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adapter_and_a_disk_are_added()
    {
        var job = await MigrateAsync(await _estate.RequestAsync("build01") with
        {
            NewResourceSettings = new[]
            {
                new ResourceAllocationSettingData { ResourceType = ResourceType.EthernetAdapter, ResourceSubType = "bridge", Connection = new[] { "br0" } },
                new ResourceAllocationSettingData { ResourceType = ResourceType.LogicalDisk, HostResource = new[] { "/srv/vm/cache01.qcow2" } },
            },
        });

        Assert.Equal(JobState.Completed, job.JobState);
        var resources = (await DefinitionAsync("sim-b", "build01")).Resources;
        Assert.Equal(new[] { "default", "br0" }, resources.Where(resource => resource.ResourceType == ResourceType.EthernetAdapter).Select(resource => resource.Connection![0]));
        Assert.Equal(("vdb", 10UL << 30), (resources[resources.Count - 1].Address, resources[resources.Count - 1].VirtualQuantity));
    }

    [Fact]
    public async Task What_cannot_change_in_this_type_is_found_by_the_check_and_stops_the_start()
    {
        var request = await _estate.RequestAsync("web01") with
        {
            NewResourceSettings = new[] { new ResourceAllocationSettingData { ResourceType = ResourceType.Memory, VirtualQuantity = 5, VirtualQuantityUnits = "byte*2^30" } },
        };

        var report = await CheckAsync(request);
        var error = await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync(request));

        Assert.False(report.IsMigratable);
        Assert.Contains("Restart", Assert.Single(report.Findings, IsBlocker).RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(MigrationErrorKind.NotMigratable, error.Kind);
        Assert.True((await CheckAsync(request with { Setting = s_restart })).IsMigratable);
    }

    [Fact]
    public async Task A_name_that_is_taken_there_is_found()
    {
        var report = await CheckAsync(await _estate.RequestAsync("web01") with { NewSystemSetting = new VirtualSystemSettingData { ElementName = "mail01" } });

        Assert.Equal("SVPC8021", Assert.Single(report.Findings, IsBlocker).MessageId);
    }

    [Theory]
    [InlineData("cache01", MigrationType.Live, false)]
    [InlineData("web01", MigrationType.Live, false)]
    [InlineData("web01", MigrationType.Restart, false)]
    [InlineData("build01", MigrationType.Live, false)]
    [InlineData("off01", MigrationType.Live, true)]
    [InlineData("off01", MigrationType.Restart, true)]
    [InlineData("gpu01", MigrationType.Live, false)]
    public async Task Only_a_definition_without_disks_to_copy_moves_at_once(string name, MigrationType type, bool atOnce)
    {
        await _estate.ConnectAsync();
        string world = System.IO.File.ReadAllText(_estate.WorldFile);
        const string Off = "<system name=\"off01\" id=\"11111111-2222-4333-8444-555555555555\" memory=\"1073741824\" autostart=\"true\" />";
        System.IO.File.WriteAllText(_estate.WorldFile, world.Replace("<system name=\"web01\"", Off + "<system name=\"web01\"", StringComparison.Ordinal));

        var report = await CheckAsync(await _estate.RequestAsync(name, new MigrationSetting { MigrationType = type }));

        Assert.Equal(atOnce, report.CompletesAtOnce);
    }

    private static bool IsBlocker(MigrationError finding) => finding.Severity == ErrorSeverity.Error;

    private static (ulong?, string?) Amount(ResourceAllocationSettingData resource) => (resource.VirtualQuantity, resource.VirtualQuantityUnits);

    private async Task<SystemDefinition> DefinitionAsync(string host, string name) =>
        (await (await _estate.ConnectAsync(host)).GetDefinitionAsync((await _estate.FindAsync(host, name))!.Id, CancellationToken.None))!;

    private async Task<MigrationReport> CheckAsync(MigrationRequest request) => await (await _estate.ConnectAsync()).CheckAsync(request, CancellationToken.None);

    private async Task<MigrationJob> MigrateAsync(MigrationRequest request)
    {
        var job = await (await _estate.ConnectAsync()).StartAsync(request, CancellationToken.None);
        await job.WhenFinishedAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return job;
    }
}
