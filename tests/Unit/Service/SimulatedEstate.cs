using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using VsMigration.Composition;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;

namespace VsMigration.Tests.Service;

/// <summary>Two simulated hosts in a file of their own, virtual time, and a configuration folder of their own.</summary>
internal sealed class SimulatedEstate : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    private readonly string _clock;

    /// <summary>Makes one.</summary>
    /// <param name="clock">virtual or real.</param>
    public SimulatedEstate(string clock = "virtual")
    {
        _clock = clock;
        Configuration = new ConfigurationFolder(_folder.File("home"));
        Registry = new SessionRegistry(PlatformRegistry.Default, Configuration);
    }

    public ConfigurationFolder Configuration { get; }

    public SessionRegistry Registry { get; }

    public string WorldFile => _folder.File("world.xml");

    public Uri UriOf(string host) => new("simulator://" + WorldFile + "?host=" + host + "&clock=" + _clock);

    public async Task<IMigrationService> ConnectAsync(string host = "sim-a") =>
        (await Registry.ImplyAsync(UriOf(host), CancellationToken.None)).Service;

    public async Task<VirtualSystem?> FindAsync(string host, string name) =>
        (await (await ConnectAsync(host)).GetSystemsAsync(CancellationToken.None)).SingleOrDefault(system => system.Name == name);

    public async Task<MigrationRequest> RequestAsync(string name, MigrationSetting? setting = null, string destination = "sim-b")
    {
        var source = await FindAsync("sim-a", name);
        return new MigrationRequest
        {
            SystemId = source!.Id,
            Destination = Registry.Destinations.Resolve(destination, UriOf("sim-a"), setting?.TransportType),
            Setting = setting ?? new MigrationSetting(),
        };
    }

    public async Task<MigrationJob> MigrateAsync(string name, MigrationSetting? setting = null)
    {
        var job = await (await ConnectAsync()).StartAsync(await RequestAsync(name, setting), CancellationToken.None);
        await job.WhenFinishedAsync().WaitAsync(s_patience);
        return job;
    }

    /// <summary>Changes something of a virtual system behind everybody's back.</summary>
    public void Edit(string name, string attribute, string value)
    {
        var world = XDocument.Load(WorldFile);
        world.Descendants("system").Single(system => (string?)system.Attribute("name") == name).SetAttributeValue(attribute, value);
        Replace(world.ToString());
    }

    /// <summary>Scripts a fault into the world's file.</summary>
    public async Task FaultAsync(string action, string message)
    {
        await ConnectAsync();
        string world = System.IO.File.ReadAllText(WorldFile);
        Replace(world.Replace(
            "</simulator>", $"<fault action=\"{action}\" system=\"\" atPercent=\"0\" times=\"1\" kind=\"PeerFailed\" code=\"simulator 7\" message=\"{message}\" /></simulator>", StringComparison.Ordinal));
    }

    /// <summary>Gives the one paused system of the default world (cache01) a saved state instead.</summary>
    public async Task SuspendCacheAsync()
    {
        await ConnectAsync();
        string world = System.IO.File.ReadAllText(WorldFile);
        Replace(world.Replace("state=\"Paused\"", "state=\"Suspended\"", StringComparison.Ordinal));
    }

    // Whole or not at all: a job may be reading it.
    private void Replace(string world)
    {
        System.IO.File.WriteAllText(WorldFile + ".new", world);
        System.IO.File.Move(WorldFile + ".new", WorldFile, overwrite: true);
    }

    public static MigrationHost Nowhere() => new() { Name = "nowhere", ConnectionUri = new Uri("simulator:///nonexistent/folder/world.xml") };

    public void Dispose()
    {
        Registry.Dispose();
        _folder.Dispose();
    }
}
