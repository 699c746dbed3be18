using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using Xunit;

namespace VsMigration.Tests;

/// <summary>New settings on the way, with real guests, and virsh as the witness.</summary>
public sealed class NewSettingsLabTests : LabTest, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SessionRegistry _registry;

    public NewSettingsLabTests(Lab lab)
        : base(lab) => _registry = new SessionRegistry(PlatformRegistry.Default, new ConfigurationFolder(_folder.File("home")));

    public void Dispose()
    {
        _registry.Dispose();
        _folder.Dispose();
    }

    [LabTheory]
    [InlineData(MigrationType.Live)]
    [InlineData(MigrationType.Resume)]
    [InlineData(MigrationType.Restart)]
    [Clause("T2-4", "T2-5", "T4-4", "T4-5", "7.5.1-2", "7.5.2-2")]
    public async Task A_running_guest_gets_a_new_name_and_its_disk_a_new_path(MigrationType type)
    {
        var guest = await Lab.CreateGuestAsync(pagesPerTick: 64, diskMiB: 4);
        string name = NewName(guest);
        byte[] content = await File.ReadAllBytesAsync(guest.DiskFileOn(Lab.A));
        var before = await SystemAsync(Lab.A, guest.Name);

        var job = await MigrateAsync(await RequestAsync(guest, type) with
        {
            NewSystemSetting = new VirtualSystemSettingData { ElementName = name, Description = "Moved", Notes = ["one", "two"] },
            NewResourceSettings = [await DiskAtAsync(guest, "vdb", PathOf(name))],
        });

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Null(await Lab.A.StateAsync(guest.Name));
        Assert.Null(await Lab.B.StateAsync(guest.Name));
        Assert.Equal("running", await Lab.B.StateAsync(name));
        Assert.Equal(before.Id, (await Lab.B.VirshAsync("domuuid", name)).Trim());
        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(Lab.B.ImagesFolder, name + ".img")));
        Assert.False(File.Exists(guest.DiskFileOn(Lab.B)));
        foreach (string[] view in new[] { Array.Empty<string>(), ["--inactive"] })
        {
            string xml = await Lab.B.VirshAsync(["dumpxml", name, .. view]);
            Assert.Contains(PathOf(name), xml, StringComparison.Ordinal);
            Assert.Contains("<description>Moved</description>", xml, StringComparison.Ordinal);
            Assert.DoesNotContain(PathOf(guest.Name), xml, StringComparison.Ordinal);
        }

        await guest.ProveAsync(type == MigrationType.Restart ? 1 : 0);
    }

    [LabFact]
    [Clause("9.2.2-2", "9.2.2-3", "9.2.2-4", "9.2.2-7")]
    public async Task A_guest_that_is_off_gets_the_memory_of_use_case_9_2_2()
    {
        var guest = await Lab.CreateGuestAsync(off: true);
        var memory = (await DefinitionAsync(guest)).Resources.Single(resource => resource.ResourceType == ResourceType.Memory);

        var job = await MigrateAsync(await RequestAsync(guest, MigrationType.Restart) with
        {
            NewResourceSettings = [memory with { AllocationUnits = "bytes*10^9", Reservation = 5 }],
        });

        Assert.Equal(JobState.Completed, job.JobState);
        Assert.Null(await Lab.A.StateAsync(guest.Name));
        ulong seen = DomainMemory(await Lab.B.VirshAsync("dominfo", guest.Name));
        Assert.InRange(seen, 5_000_000_000UL, 5_000_000_000UL + (1 << 20));
    }

    [LabFact]
    public async Task What_the_platform_cannot_change_while_it_runs_is_found_and_nothing_happens()
    {
        var guest = await Lab.CreateGuestAsync();
        var service = await ServiceAsync();
        var request = await RequestAsync(guest, MigrationType.Live) with
        {
            NewResourceSettings = [new ResourceAllocationSettingData { ResourceType = ResourceType.Processor, VirtualQuantity = 2 }],
        };

        var report = await service.CheckAsync(request, CancellationToken.None);

        Assert.Contains("Restart", Assert.Single(report.Findings, finding => finding.Severity == ErrorSeverity.Error).RecommendedAction, StringComparison.Ordinal);
        await guest.RunsOnceOnAsync(Lab.A);
    }

    [LabFact]
    public async Task More_processors_than_the_machine_has_are_found()
    {
        var guest = await Lab.CreateGuestAsync(off: true);
        var request = await RequestAsync(guest, MigrationType.Restart) with
        {
            NewResourceSettings = [new ResourceAllocationSettingData { ResourceType = ResourceType.Processor, VirtualQuantity = 100_000 }],
        };

        var report = await (await ServiceAsync()).CheckAsync(request, CancellationToken.None);

        Assert.Equal("SVPC8030", Assert.Single(report.Findings, finding => finding.Severity == ErrorSeverity.Error).MessageId);
    }

    [LabFact]
    public async Task A_migration_that_is_stopped_leaves_nothing_of_the_new_name_and_path()
    {
        var guest = await Lab.CreateGuestAsync(pagesPerTick: 256, diskMiB: 4);
        string name = NewName(guest);
        var service = await ServiceAsync();
        var job = await service.StartAsync(
            await RequestAsync(guest, MigrationType.Live, new MigrationSetting { Bandwidth = 2, BandwidthUnit = "byte/second*2^20" }) with
            {
                NewSystemSetting = new VirtualSystemSettingData { ElementName = name },
                NewResourceSettings = [await DiskAtAsync(guest, "vdb", PathOf(name))],
            },
            CancellationToken.None);
        await Eventually.HoldsAsync("the transfer is under way", () => job.BytesTransferred > 0);

        await service.RequestStateChangeAsync(job, JobEvent.Terminate);
        await job.WhenFinishedAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(JobState.Terminated, job.JobState);
        await guest.RunsOnceOnAsync(Lab.A);
        Assert.Null(await Lab.B.StateAsync(name));
        Assert.False(File.Exists(Path.Combine(Lab.B.ImagesFolder, name + ".img")));
        await guest.ProveAsync();
    }

    [LabFact]
    public async Task Storage_that_the_destination_calls_otherwise_is_the_same_and_nothing_is_copied()
    {
        var guest = await Lab.CreateGuestAsync(pagesPerTick: 64);
        string file = Path.Combine(Lab.Folder, "shared", guest.Name + ".img");
        string alias = Path.Combine(Lab.Folder, "alias");
        await File.WriteAllBytesAsync(file, new byte[1 << 20]);
        Directory.CreateSymbolicLink(alias, Path.Combine(Lab.Folder, "shared"));
        try
        {
            await Command.RunAsync("chown", ["--reference", Path.Combine(Lab.Folder, "console"), file]);
            await Lab.A.VirshAsync("attach-disk", guest.Name, file, "vdb", "--persistent", "--live", "--targetbus", "virtio");
            string path = Path.Combine(alias, guest.Name + ".img");
            var request = await RequestAsync(guest, MigrationType.Live) with { NewResourceSettings = [await DiskAtAsync(guest, "vdb", path)] };

            var report = await (await ServiceAsync()).CheckAsync(request, CancellationToken.None);
            Assert.True(report.IsMigratable, string.Join('\n', report.Findings));
            Assert.DoesNotContain(MigrationStepName.PrepareStorage, report.Steps);
            var job = await MigrateAsync(request);

            Assert.Equal(JobState.Completed, job.JobState);
            Assert.Contains(path, await Lab.B.VirshAsync("dumpxml", guest.Name), StringComparison.Ordinal);
            await guest.RunsOnceOnAsync(Lab.B);
        }
        finally
        {
            Directory.Delete(alias);
            File.Delete(file);
        }
    }

    [LabFact]
    public async Task Another_name_in_the_directory_that_both_hosts_share_is_not_written_over()
    {
        var guest = await Lab.CreateGuestAsync();
        string file = Path.Combine(Lab.Folder, "shared", guest.Name + ".img");
        string link = Path.Combine(Lab.Folder, "shared", guest.Name + "-link.img");
        await File.WriteAllBytesAsync(file, new byte[1 << 20]);
        File.CreateSymbolicLink(link, file);
        try
        {
            await Command.RunAsync("chown", ["--reference", Path.Combine(Lab.Folder, "console"), file]);
            await Lab.A.VirshAsync("attach-disk", guest.Name, file, "vdb", "--persistent", "--live", "--targetbus", "virtio");
            var request = await RequestAsync(guest, MigrationType.Live) with { NewResourceSettings = [await DiskAtAsync(guest, "vdb", link)] };

            var report = await (await ServiceAsync()).CheckAsync(request, CancellationToken.None);

            Assert.Contains(report.Findings, finding => finding is { Severity: ErrorSeverity.Error, MessageId: "SVPC0101" });
        }
        finally
        {
            File.Delete(link);
            File.Delete(file);
        }
    }

    [LabFact]
    public async Task An_adapter_of_a_guest_that_is_off_is_plugged_into_something_else_and_a_disk_is_added()
    {
        var guest = await Lab.CreateGuestAsync(off: true);
        await EditAsync(guest, "</devices>", "<interface type='network'><mac address='52:54:00:01:02:03'/><source network='old'/><model type='e1000'/></interface></devices>");
        string path = Path.Combine(Lab.Folder, "images", guest.Name + ".img");
        await Lab.B.VirshAsync("vol-create-as", "images", guest.Name + ".img", "1M", "--format", "qcow2");
        var definition = await DefinitionAsync(guest);
        var adapter = definition.Resources.Single(resource => resource.ResourceType == ResourceType.EthernetAdapter);
        var order = new DefinitionChange
        {
            Resources =
            [
                new AdapterChange { Mac = adapter.Address!, Network = new NetworkFacts { Kind = "bridge", Name = "br7" } },
                new DiskChange { Target = "vdb", Path = path, IsNew = true },
            ],
        };

        await DefineAsync(guest, order);

        string xml = await Lab.B.VirshAsync("dumpxml", guest.Name);
        Assert.Contains("<source bridge='br7'/>", xml, StringComparison.Ordinal);
        Assert.Contains("<model type='e1000'/>", xml, StringComparison.Ordinal);
        Assert.Contains("<driver name='qemu' type='qcow2'/>", xml, StringComparison.Ordinal);
        Assert.Contains(path, xml, StringComparison.Ordinal);
    }

    [LabFact]
    [Clause("7.5.4-1")]
    public async Task A_guest_is_identified_by_its_UUID_its_addresses_and_its_asset_tag_on_both_hosts()
    {
        var guest = await Lab.CreateGuestAsync(off: true);
        await EditAsync(guest, "<features>", "<sysinfo type='smbios'><chassis><entry name='asset'>A-0042</entry></chassis></sysinfo><features>");
        await EditAsync(guest, "</devices>", "<interface type='user'><mac address='52:54:00:01:02:03'/></interface></devices>");
        var before = await SystemAsync(Lab.A, guest.Name);

        var job = await MigrateAsync(await RequestAsync(guest, MigrationType.Restart));

        Assert.Equal(JobState.Completed, job.JobState);
        IdentifyingPair[] all = [new("CIM:GUID", before.Id), new("CIM:MAC", "52:54:00:01:02:03"), new("CIM:Tag", "A-0042")];
        Assert.Equal(all, Correlation.PairsOf(before));
        Assert.Equal(all, Correlation.Match(before, await SystemAsync(Lab.B, guest.Name)));
    }

    private string NewName(LabGuest guest)
    {
        string name = guest.Name + "-new";
        Lab.Track(name);
        return name;
    }

    private string PathOf(string name) => Path.Combine(Lab.Folder, "images", name + ".img");

    private static ulong DomainMemory(string dominfo) => 1024 * ulong.Parse(
        dominfo.Split('\n').Single(line => line.StartsWith("Max memory:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2],
        System.Globalization.CultureInfo.InvariantCulture);

    private async Task EditAsync(LabGuest guest, string mark, string text)
    {
        string file = _folder.File(guest.Name + ".xml");
        string xml = await Lab.A.VirshAsync("dumpxml", "--inactive", guest.Name);
        Assert.Contains(mark, xml, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, xml.Replace(mark, text, StringComparison.Ordinal));
        await Lab.A.VirshAsync("define", file);
    }

    // Below the rules: the lab's hosts have no bridges, and a definition does not need them.
    private async Task DefineAsync(LabGuest guest, DefinitionChange change)
    {
        var platform = new VsMigration.Platforms.Libvirt.LibvirtPlatform();
        using var from = await platform.ConnectAsync(new Uri(Lab.A.Uri), CancellationToken.None);
        using var to = await platform.ConnectAsync(new Uri(Lab.B.Uri), CancellationToken.None);
        var order = new MigrationOrder { Destination = Destination(), MigrationType = MigrationType.Restart, Change = change };
        var source = await from.GetSourceFactsAsync((await SystemAsync(Lab.A, guest.Name)).Id, CancellationToken.None);
        var found = await to.GetDestinationFactsAsync(source, from, order, CancellationToken.None);
        using var actions = await from.OpenMigrationAsync(source, order, to, found, CancellationToken.None);
        await actions.DefineAtDestinationAsync(CancellationToken.None);
        await actions.VerifyDestinationAsync(CancellationToken.None);
        await actions.ReleaseSourceAsync(CancellationToken.None);
    }

    private async Task<IMigrationService> ServiceAsync(LabHost? host = null) =>
        (await _registry.ImplyAsync(new Uri((host ?? Lab.A).Uri), CancellationToken.None)).Service;

    private async Task<VirtualSystem> SystemAsync(LabHost host, string name) =>
        (await (await ServiceAsync(host)).GetSystemsAsync(CancellationToken.None)).Single(system => system.Name == name);

    private async Task<SystemDefinition> DefinitionAsync(LabGuest guest) =>
        (await (await ServiceAsync()).GetDefinitionAsync((await SystemAsync(Lab.A, guest.Name)).Id, CancellationToken.None))!;

    private async Task<ResourceAllocationSettingData> DiskAtAsync(LabGuest guest, string target, string path) =>
        (await DefinitionAsync(guest)).Resources.Single(resource => resource.Address == target) with { HostResource = [path] };

    private MigrationHost Destination() => new() { Name = "b", ConnectionUri = new Uri(Lab.B.Uri), MigrationUri = new Uri("tcp://127.0.0.1") };

    private async Task<MigrationRequest> RequestAsync(LabGuest guest, MigrationType type, MigrationSetting? setting = null) => new()
    {
        SystemId = (await SystemAsync(Lab.A, guest.Name)).Id,
        Destination = Destination(),
        Setting = (setting ?? new MigrationSetting()) with { MigrationType = type },
    };

    private async Task<MigrationJob> MigrateAsync(MigrationRequest request)
    {
        var job = await (await ServiceAsync()).StartAsync(request, CancellationToken.None);
        await job.WhenFinishedAsync().WaitAsync(TimeSpan.FromSeconds(120));
        Assert.True(job.JobState == JobState.Completed, job.JobStatus + " " + string.Join('\n', job.Errors));
        return job;
    }
}
