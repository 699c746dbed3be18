using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;

namespace VsMigration.Tests.Server;

/// <summary>A service with as many systems and jobs as one likes, which counts what it is asked. A test of cost needs no clock that way.</summary>
internal sealed class CountingService : IMigrationService
{
    private readonly Dictionary<string, VirtualSystem> _systems;
    private readonly Dictionary<string, MigrationJob> _jobs;
    private readonly ILookup<string, MigrationJob> _jobsBySystem;

    public CountingService(int systems, int jobs)
    {
        _systems = Enumerable.Range(0, systems).Select(System).ToDictionary(system => system.Id, StringComparer.Ordinal);
        _jobs = Enumerable.Range(0, jobs)
            .Select(index => new MigrationJob(
                new JobSubject
                {
                    VirtualSystem = System(index),
                    SourceHost = HostName,
                    DestinationHost = "b",
                    Request = new MigrationRequest { SystemId = System(index).Id, Destination = new MigrationHost { Name = "b" } },
                    Priority = 7,
                },
                SystemClock.Instance))
            .ToDictionary(job => job.InstanceId, StringComparer.Ordinal);
        _jobsBySystem = _jobs.Values.ToLookup(job => job.VirtualSystem.Id, StringComparer.Ordinal);
    }

    /// <summary>Questions about one thing since the last reset: their cost does not depend on how much there is.</summary>
    public int Lookups { get; private set; }

    /// <summary>Questions about everything since the last reset.</summary>
    public int Listings { get; private set; }

    public Guid Id { get; } = Guid.NewGuid();

    public Uri ConnectionUri { get; } = new("counting:");

    public string HostName => "a";

    public IReadOnlyList<MigrationJob> Jobs
    {
        get
        {
            Listings++;
            return _jobs.Values.ToList();
        }
    }

    /// <summary>The InstanceID of a job, not counted.</summary>
    public string AJob => _jobs.Keys.First();

    public void Reset() => (Lookups, Listings) = (0, 0);

    public Task<MigrationCapability> GetCapabilityAsync(CancellationToken cancellationToken) => Looked(new MigrationCapability());

    public Task<IReadOnlyList<VirtualSystem>> GetSystemsAsync(CancellationToken cancellationToken)
    {
        Listings++;
        return Task.FromResult<IReadOnlyList<VirtualSystem>>(_systems.Values.ToList());
    }

    public Task<VirtualSystem?> FindSystemAsync(string systemId, CancellationToken cancellationToken) =>
        Looked(_systems.TryGetValue(systemId, out var system) ? system : null);

    public Task<SystemDefinition?> GetDefinitionAsync(string systemId, CancellationToken cancellationToken) => Looked<SystemDefinition?>(new SystemDefinition
    {
        Setting = new VirtualSystemSettingData { InstanceID = "VSM:a/" + systemId, VirtualSystemIdentifier = systemId },
        Resources = new[] { new ResourceAllocationSettingData { InstanceID = "VSM:a/" + systemId + "/memory", ResourceType = ResourceType.Memory } },
    });

    public MigrationJob? FindJob(string instanceId)
    {
        Lookups++;
        return _jobs.TryGetValue(instanceId, out var job) ? job : null;
    }

    public IReadOnlyList<MigrationJob> FindJobs(string systemId)
    {
        Lookups++;
        return _jobsBySystem[systemId].ToList();
    }

    public Task<MigrationReport> CheckAsync(MigrationRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<MigrationJob> StartAsync(MigrationRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RequestStateChangeAsync(MigrationJob job, JobEvent request) => throw new NotSupportedException();

    public Task ModifyJobAsync(MigrationJob job, JobChange change, CancellationToken cancellationToken) => throw new NotSupportedException();

    public void RemoveJob(MigrationJob job) => throw new NotSupportedException();

    public MigrationSubscription Subscribe(Action<MigrationEvent> deliver) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private static VirtualSystem System(int index) => new() { Name = $"vm{index}", Id = $"id-{index}", HostName = "a", State = VirtualSystemState.Active };

    private Task<T> Looked<T>(T answer)
    {
        Lookups++;
        return Task.FromResult(answer);
    }
}

/// <summary>No destination but one.</summary>
internal sealed class OneDestination : IDestinationHosts
{
    public IReadOnlyList<MigrationHost> GetAll() => new[] { new MigrationHost { Name = "b" } };

    public MigrationHost? Find(string name) => GetAll().FirstOrDefault(host => host.Name == name);

    public MigrationHost Resolve(string destination, TransportType? transport) => new() { Name = destination };
}
