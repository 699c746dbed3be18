using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using VsMigration.Client;
using VsMigration.Composition;
using VsMigration.Jobs;
using VsMigration.Jobs.Scheduling;
using VsMigration.Platforms;
using VsMigration.Service;

namespace VsMigration.Benchmarks.RepositoryCost;

/// <summary>A simulated estate with as many virtual systems and jobs as one likes, and the CIM server in front of it.</summary>
internal sealed class Estate : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vsm-cost-").FullName;
    private readonly SessionRegistry _registry;

    private Estate()
    {
        _registry = new SessionRegistry(PlatformRegistry.Default, new ConfigurationFolder(Path.Combine(_folder, "home")))
        {
            Limits = new JobLimits { MaximumMigrations = 64, MaximumOutgoingPerHost = 64, MaximumIncomingPerHost = 64 },
        };
    }

    public ICimClient Client { get; private set; } = null!;

    /// <summary>A job's path, and a virtual system's.</summary>
    public Cim.CimObjectPath AJob { get; private set; } = null!;

    public Cim.CimObjectPath ASystem { get; private set; } = null!;

    public static async Task<Estate> CreateAsync(int systems, int jobs)
    {
        var estate = new Estate();
        string file = Path.Combine(estate._folder, "world.xml");
        var uri = new Uri("simulator://" + file + "?host=sim-a&clock=virtual");

        // The first connection writes the default world; this one makes it as large as wanted.
        using (var first = new SessionRegistry(PlatformRegistry.Default, new ConfigurationFolder(Path.Combine(estate._folder, "first"))))
        {
            await first.ImplyAsync(uri, CancellationToken.None);
        }

        // Jobs are made while the world is small: it is written at each of their steps.
        var pattern = Fill(file, null, 0, jobs);
        var session = await estate._registry.ImplyAsync(uri, CancellationToken.None);
        estate.Client = session.OpenCimClient();
        await estate.MigrateAsync(session.Service, uri, jobs);
        Fill(file, pattern, jobs, systems);
        estate.AJob = (await estate.Client.EnumerateInstanceNamesAsync(Program.Namespace, "CIM_ConcreteJob", CancellationToken.None))[jobs / 2];
        estate.ASystem = (await estate.Client.EnumerateInstanceNamesAsync(Program.Namespace, "VSM_ComputerSystem", CancellationToken.None))[systems / 2];
        return estate;
    }

    public void Dispose()
    {
        _registry.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static XElement Fill(string file, XElement? pattern, int first, int systems)
    {
#pragma warning disable RS0030 // a file that this program wrote a moment ago
        var world = XDocument.Load(file);
#pragma warning restore RS0030
        var host = world.Root!.Elements("host").First();
        pattern ??= host.Elements("system").Single(system => (string?)system.Attribute("name") == "build01");
        host.Elements("system").Remove();
        pattern.Elements("disk").Remove();
        for (int i = first; i < first + systems; i++)
        {
            var system = new XElement(pattern);
            system.SetAttributeValue("name", string.Create(CultureInfo.InvariantCulture, $"vm{i:00000}"));
            system.SetAttributeValue("id", new Guid(i, 0, 0, new byte[8]).ToString());
            system.Element("adapter")!.SetAttributeValue("mac", string.Create(CultureInfo.InvariantCulture, $"52:54:00:{(i >> 16) & 255:x2}:{(i >> 8) & 255:x2}:{i & 255:x2}"));
            host.Add(system);
        }

        world.Save(file + ".new");
        File.Move(file + ".new", file, overwrite: true);
        return pattern;
    }

    // Definitions move at once; every one leaves its job.
    private async Task MigrateAsync(IMigrationService service, Uri uri, int jobs)
    {
        var destination = _registry.Destinations.Resolve("sim-b", uri, null);
        var all = await service.GetSystemsAsync(CancellationToken.None);
        foreach (var system in all.Take(jobs))
        {
            var job = await service.StartAsync(new MigrationRequest { SystemId = system.Id, Destination = destination }, CancellationToken.None);
            await service.ModifyJobAsync(job, new JobChange { DeleteOnCompletion = false }, CancellationToken.None);
            await job.WhenFinishedAsync();
        }
    }
}
