using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using VsMigration.Service.Views;

namespace VsMigration.Server;

/// <summary>
/// The classes of clause 10 and what use case 9.2.2 needs of their neighbours, over a live migration service. Each row says how all
/// instances are listed and how one is found by its keys.
/// </summary>
[Clause("10", "T17")]
internal sealed class MigrationRepository
{
    private readonly IMigrationService _service;
    private readonly IDestinationHosts _destinations;
    private readonly string _host;

    public MigrationRepository(IMigrationService service, IDestinationHosts destinations)
    {
        _service = service;
        _destinations = destinations;
        _host = service.HostName;
    }

    /// <summary>The sources of all classes that are no associations.</summary>
    public IEnumerable<ElementSource> Classes()
    {
        const string Here = Namespaces.Migration;
        const string Interop = Namespaces.Interop;
        yield return Fixed(Interop, ProfileViews.All);
        yield return Fixed(Interop, IndicationFilters.Of(_host).ToList());
        yield return new ElementSource<HostSystem>(Here, _ => Done(Hosts()), (path, _) => Done(FindHost(Text(path, "Name"))));
        yield return Fixed(Here, new[] { SystemViews.Service(_host) });
        yield return new ElementSource<VirtualSystemMigrationCapabilities>(
            Here,
            async token => new[] { CapabilityViews.Capabilities(await _service.GetCapabilityAsync(token), _host) },
            async (_, token) => CapabilityViews.Capabilities(await _service.GetCapabilityAsync(token), _host));
        yield return new ElementSource<MigrationSetting>(
            Here,
            async token => (await _service.GetCapabilityAsync(token)).Settings.Select(CapabilityViews.Setting),
            async (path, token) => (await FindSettingAsync(Text(path, "InstanceID"), token)) is { } setting ? CapabilityViews.Setting(setting) : null);
        yield return new ElementSource<VsmComputerSystem>(Here, SystemsAsync, (path, token) => FindSystemAsync(Text(path, "Name"), token));
        yield return new ElementSource<VirtualSystemSettingData>(
            Here,
            async token => (await DefinitionsAsync(token)).Select(definition => definition.Setting),
            async (path, token) => (await FindDefinitionAsync(Text(path, "InstanceID"), token))?.Setting);
        yield return new ElementSource<ResourceAllocationSettingData>(
            Here,
            async token => (await DefinitionsAsync(token)).SelectMany(definition => definition.Resources),
            async (path, token) => (await FindDefinitionAsync(Text(path, "InstanceID"), token))?.Resources
                .FirstOrDefault(resource => resource.InstanceID == Text(path, "InstanceID")));
        yield return new ElementSource<VsmMigrationJob>(
            Here, _ => Done(_service.Jobs.Select(Job)), (path, _) => Done(_service.FindJob(Text(path, "InstanceID")) is { } job ? Job(job) : null));
        yield return new ElementSource<MethodResult>(
            Here,
            _ => Done(_service.Jobs.Select(Call)),
            (path, _) => Done(JobOfCall(Text(path, "InstanceID")) is { } job ? Call(job) : null));
    }

    /// <summary>The virtual systems that are here, and those that jobs have moved away as long as the jobs exist: where they were and where they are.</summary>
    public async Task<IEnumerable<VsmComputerSystem>> SystemsAsync(CancellationToken cancellationToken)
    {
        var here = (await _service.GetSystemsAsync(cancellationToken)).Select(SystemViews.System).ToList();
        var known = new HashSet<string?>(here.Select(system => system.Name));
        var moved = _service.Jobs.Reverse().SelectMany(AffectedAsOfJob).Where(system => known.Add(system.Name)).ToList();
        return here.Concat(moved);
    }

    /// <summary>A virtual system by its Name.</summary>
    public async Task<VsmComputerSystem?> FindSystemAsync(string name, CancellationToken cancellationToken)
    {
        if (ElementPaths.SplitSystemName(name) is not { } parts)
        {
            return null;
        }

        return parts.HostName == _host && await _service.FindSystemAsync(parts.SystemId, cancellationToken) is { } system
            ? SystemViews.System(system)
            : _service.FindJobs(parts.SystemId).Reverse().SelectMany(AffectedAsOfJob).FirstOrDefault(moved => moved.Name == name);
    }

    /// <summary>The virtual systems that a job affects: the source, and the target once there is one.</summary>
    [Clause("T18-1")]
    public async Task<IEnumerable<VsmComputerSystem>> AffectedAsync(MigrationJob job, CancellationToken cancellationToken)
    {
        var affected = AffectedAsOfJob(job).ToList();
        var source = await _service.FindSystemAsync(job.VirtualSystem.Id, cancellationToken);
        return source is null ? affected : new[] { SystemViews.System(source) }.Concat(affected.Where(system => system.HostName != _host));
    }

    /// <summary>The jobs that affect a virtual system.</summary>
    public IEnumerable<MigrationJob> JobsOf(string systemName) => ElementPaths.SplitSystemName(systemName) is { } parts
        ? _service.FindJobs(parts.SystemId).Where(job => parts.HostName == _host || job.NewSystem?.HostName == parts.HostName)
        : Enumerable.Empty<MigrationJob>();

    /// <summary>The priority of the migration of a virtual system that is requested or under way; 0 where there is none.</summary>
    [Clause("T28-4")]
    public ushort AssignedSequence(string systemId) => _service.FindJobs(systemId).FirstOrDefault(job => !job.IsFinished)?.Priority ?? 0;

    /// <summary>The definition that an InstanceID, of a system's or of one of its resources, belongs to.</summary>
    public async Task<SystemDefinition?> FindDefinitionAsync(string instanceId, CancellationToken cancellationToken) =>
        SystemDefinition.SystemOf(instanceId) is { } systemId ? await _service.GetDefinitionAsync(systemId, cancellationToken) : null;

    public MigrationJob? JobOfCall(string instanceId) =>
        ElementPaths.JobOfMethodResult(instanceId) is { } jobId ? _service.FindJob(jobId) : null;

    public async Task<IEnumerable<SystemDefinition>> DefinitionsAsync(CancellationToken cancellationToken)
    {
        var definitions = new List<SystemDefinition>();
        foreach (var system in await _service.GetSystemsAsync(cancellationToken))
        {
            // One that has gone meanwhile has no definition any more.
            if (await _service.GetDefinitionAsync(system.Id, cancellationToken) is { } definition)
            {
                definitions.Add(definition);
            }
        }

        return definitions;
    }

    private IEnumerable<HostSystem> Hosts() => new[] { _host }.Concat(_destinations.GetAll().Select(host => host.Name)).Select(SystemViews.Host);

    private HostSystem? FindHost(string name) => name == _host ? SystemViews.Host(_host) : _destinations.Find(name) is { } known ? SystemViews.Host(known.Name) : null;

    private async Task<CapabilitySetting?> FindSettingAsync(string instanceId, CancellationToken cancellationToken) =>
        (await _service.GetCapabilityAsync(cancellationToken)).Settings.FirstOrDefault(setting => setting.InstanceId == instanceId);

    // The source is shown as gone; whoever asks has looked before whether it is here.
    private static IEnumerable<VsmComputerSystem> AffectedAsOfJob(MigrationJob job)
    {
        yield return SystemViews.FormerSystem(job.VirtualSystem);
        if (job.NewSystem is { } target)
        {
            yield return SystemViews.System(target);
        }
    }

    private VsmMigrationJob Job(MigrationJob job) => JobViews.Job(job, _host);

    private MethodResult Call(MigrationJob job) => JobViews.Call(job, _host);

    private static string Text(CimObjectPath path, string key) => path[key] as string ?? "";

    private static ElementSource<T> Fixed<T>(string nameSpace, IReadOnlyList<T> elements)
        where T : class => new(
            nameSpace,
            _ => Done<IEnumerable<T>>(elements),
            (path, _) => Done<T?>(elements.FirstOrDefault(element => ElementMap.PathOf(element, nameSpace).Keys.All(key => Equals(key.Value, path[key.Name])))));

    private static Task<T> Done<T>(T result) => Task.FromResult(result);
}
