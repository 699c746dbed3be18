using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service;
using VsMigration.Service.Views;

namespace VsMigration.Server;

/// <summary>
/// The associations between the elements. Each row says how all of them are listed and how those of either end are found, the far end's
/// element along with them where it is at hand.
/// </summary>
[Clause("T18", "T19", "T22", "T24", "T26", "T28", "T29")]
internal sealed class MigrationAssociations
{
    private readonly IMigrationService _service;
    private readonly MigrationRepository _elements;
    private readonly string _host;
    private readonly CimObjectPath _servicePath;

    public MigrationAssociations(IMigrationService service, MigrationRepository elements)
    {
        _service = service;
        _elements = elements;
        _host = service.HostName;
        _servicePath = ElementPaths.Service(_host);
    }

    public IEnumerable<AssociationSource> All()
    {
        yield return Single(
            Namespaces.Migration,
            End<VsmVirtualSystemMigrationService>("Dependent"), End<HostSystem>("Antecedent"),
            new HostedService { Antecedent = ElementPaths.Host(_host), Dependent = _servicePath });
        yield return Single(
            Namespaces.Migration,
            End<VsmVirtualSystemMigrationService>("ManagedElement"), End<VirtualSystemMigrationCapabilities>("Capabilities"),
            new ElementCapabilities { ManagedElement = _servicePath, Capabilities = ElementPaths.Capabilities(_host) });
        yield return Single(
            Namespaces.Interop,
            End<VsmVirtualSystemMigrationService>("ManagedElement"), End<RegisteredProfile>("ConformantStandard"),
            ProfileViews.Conformance(_host));
        yield return References();
        yield return Settings();
        yield return Affects();
        yield return OwnedJobs();
        yield return AffectedByJob();
        yield return JobCalls();
        yield return Definitions();
        yield return Resources();
    }

    private static AssociationSource<ReferencedProfile> References() => new(
        Namespaces.Interop,
        End<RegisteredProfile>("Antecedent"), End<RegisteredProfile>("Dependent"),
        _ => Done<IEnumerable<ReferencedProfile>>(ProfileViews.References),
        (referenced, _) => Done(ProfileViews.References.Where(link => link.Antecedent!.Equals(referenced)).Select(link => new Link(link, link.Dependent!))),
        (referring, _) => Done(ProfileViews.References.Where(link => link.Dependent!.Equals(referring)).Select(link => new Link(link, link.Antecedent!))));

    private AssociationSource<SettingsDefineCapabilities> Settings() => new(
        Namespaces.Migration,
        End<MigrationSetting>("PartComponent"), End<VirtualSystemMigrationCapabilities>("GroupComponent"),
        async token => (await _service.GetCapabilityAsync(token)).Settings.Select(setting => CapabilityViews.Association(setting, _host)),
        async (setting, token) => (await _service.GetCapabilityAsync(token)).Settings
            .Where(candidate => candidate.InstanceId == Text(setting, "InstanceID"))
            .Select(candidate => new Link(CapabilityViews.Association(candidate, _host), ElementPaths.Capabilities(_host))),
        async (_, token) => (await _service.GetCapabilityAsync(token)).Settings.Select(setting => new Link(
            CapabilityViews.Association(setting, _host), ElementPaths.Setting(setting.InstanceId), CapabilityViews.Setting(setting))));

    // A system that has gone to another host is none of this service's any more.
    private AssociationSource<ServiceAffectsElement> Affects() => new(
        Namespaces.Migration,
        End<VsmComputerSystem>("AffectedElement"), End<VsmVirtualSystemMigrationService>("AffectingElement"),
        async token => (await _service.GetSystemsAsync(token)).Select(Affects),
        async (system, token) =>
            ElementPaths.SplitSystemName(Text(system, "Name")) is { } parts && parts.HostName == _host
            && await _service.FindSystemAsync(parts.SystemId, token) is { } here
                ? new[] { new Link(Affects(here), _servicePath) }
                : Enumerable.Empty<Link>(),
        async (_, token) => (await _service.GetSystemsAsync(token)).Select(system =>
            new Link(Affects(system), ElementPaths.System(system.Id, _host), SystemViews.System(system))));

    private AssociationSource<OwningJobElement> OwnedJobs() => new(
        Namespaces.Migration,
        End<VsmMigrationJob>("OwnedElement"), End<VsmVirtualSystemMigrationService>("OwningElement"),
        _ => Done(_service.Jobs.Select(Owns)),
        (path, _) => Done(JobAt(path).Select(job => new Link(Owns(job), _servicePath))),
        (_, _) => Done(_service.Jobs.Select(job => new Link(Owns(job), ElementPaths.Job(job.InstanceId), JobViews.Job(job, _host)))));

    private AssociationSource<AffectedJobElement> AffectedByJob() => new(
        Namespaces.Migration,
        End<VsmMigrationJob>("AffectingElement"), End<VsmComputerSystem>("AffectedElement"),
        async token =>
        {
            var all = new List<AffectedJobElement>();
            foreach (var job in _service.Jobs)
            {
                all.AddRange((await _elements.AffectedAsync(job, token)).Select(system => Affected(system, job)));
            }

            return all;
        },
        async (path, token) =>
        {
            var job = JobAt(path).FirstOrDefault();
            return job is null
                ? Enumerable.Empty<Link>()
                : (await _elements.AffectedAsync(job, token)).Select(system => new Link(Affected(system, job), PathOf(system), system));
        },
        (path, _) => Done(_elements.JobsOf(Text(path, "Name")).Select(job => new Link(
            AffectedJobElement.Of(path, ElementPaths.Job(job.InstanceId)), ElementPaths.Job(job.InstanceId), JobViews.Job(job, _host)))));

    private AssociationSource<AssociatedJobMethodResult> JobCalls() => new(
        Namespaces.Migration,
        End<VsmMigrationJob>("Job"), End<MethodResult>("JobParameters"),
        _ => Done(_service.Jobs.Select(Called)),
        (path, _) => Done(JobAt(path).Select(job => new Link(Called(job), ElementPaths.MethodResult(job.InstanceId)))),
        (path, _) => Done(_elements.JobOfCall(Text(path, "InstanceID")) is { } job
            ? new[] { new Link(Called(job), ElementPaths.Job(job.InstanceId)) }
            : Enumerable.Empty<Link>()));

    private AssociationSource<SettingsDefineState> Definitions() => new(
        Namespaces.Migration,
        End<VsmComputerSystem>("ManagedElement"), End<VirtualSystemSettingData>("SettingData"),
        async token => (await _elements.DefinitionsAsync(token)).Select(definition => Defines(definition.Setting)),
        async (system, token) =>
            ElementPaths.SplitSystemName(Text(system, "Name")) is { } parts && parts.HostName == _host
            && await _service.GetDefinitionAsync(parts.SystemId, token) is { } definition
                ? new[] { new Link(Defines(definition.Setting), ElementPaths.Definition(definition.Setting.InstanceID!), definition.Setting) }
                : Enumerable.Empty<Link>(),
        async (setting, token) => await _elements.FindDefinitionAsync(Text(setting, "InstanceID"), token) is { } definition
            ? new[] { new Link(Defines(definition.Setting), SystemOf(definition.Setting)) }
            : Enumerable.Empty<Link>());

    private AssociationSource<VirtualSystemSettingDataComponent> Resources() => new(
        Namespaces.Migration,
        End<ResourceAllocationSettingData>("PartComponent"), End<VirtualSystemSettingData>("GroupComponent"),
        async token => (await _elements.DefinitionsAsync(token)).SelectMany(definition => definition.Resources.Select(resource => Component(definition.Setting, resource))),
        async (path, token) => await _elements.FindDefinitionAsync(Text(path, "InstanceID"), token) is { } definition
            ? definition.Resources.Where(resource => resource.InstanceID == Text(path, "InstanceID")).Select(resource => new Link(
                Component(definition.Setting, resource), ElementPaths.Definition(definition.Setting.InstanceID!), definition.Setting))
            : Enumerable.Empty<Link>(),
        async (path, token) => await _elements.FindDefinitionAsync(Text(path, "InstanceID"), token) is { } definition
            ? definition.Resources.Select(resource => new Link(
                Component(definition.Setting, resource), ElementPaths.Resource(resource.InstanceID!), resource))
            : Enumerable.Empty<Link>());

    /// <summary>An association of which there is one instance.</summary>
    private static AssociationSource<T> Single<T>(string nameSpace, AssociationEnd many, AssociationEnd few, T only)
        where T : class
    {
        var instance = ElementMap.ToInstance(only);
        var atMany = (CimObjectPath)instance[many.Role]!;
        var atFew = (CimObjectPath)instance[few.Role]!;
        return new AssociationSource<T>(
            nameSpace, many, few,
            _ => Done<IEnumerable<T>>(new[] { only }),
            (path, _) => Done(path.Equals(atMany) ? new[] { new Link(only, atFew) } : Enumerable.Empty<Link>()),
            (path, _) => Done(path.Equals(atFew) ? new[] { new Link(only, atMany) } : Enumerable.Empty<Link>()));
    }

    private ServiceAffectsElement Affects(VirtualSystem system) =>
        ServiceAffectsElement.Of(ElementPaths.System(system.Id, _host), _servicePath, _elements.AssignedSequence(system.Id));

    private OwningJobElement Owns(MigrationJob job) => new() { OwningElement = _servicePath, OwnedElement = ElementPaths.Job(job.InstanceId) };

    private static AffectedJobElement Affected(VsmComputerSystem system, MigrationJob job) =>
        AffectedJobElement.Of(PathOf(system), ElementPaths.Job(job.InstanceId));

    private static AssociatedJobMethodResult Called(MigrationJob job) =>
        new() { Job = ElementPaths.Job(job.InstanceId), JobParameters = ElementPaths.MethodResult(job.InstanceId) };

    private SettingsDefineState Defines(VirtualSystemSettingData setting) =>
        new() { ManagedElement = SystemOf(setting), SettingData = ElementPaths.Definition(setting.InstanceID!) };

    private static VirtualSystemSettingDataComponent Component(VirtualSystemSettingData setting, ResourceAllocationSettingData resource) =>
        new() { GroupComponent = ElementPaths.Definition(setting.InstanceID!), PartComponent = ElementPaths.Resource(resource.InstanceID!) };

    private CimObjectPath SystemOf(VirtualSystemSettingData setting) => ElementPaths.System(setting.VirtualSystemIdentifier!, _host);

    private IEnumerable<MigrationJob> JobAt(CimObjectPath path)
    {
        if (_service.FindJob(Text(path, "InstanceID")) is { } job)
        {
            yield return job;
        }
    }

    private static CimObjectPath PathOf(VsmComputerSystem system) => ElementMap.PathOf(system, Namespaces.Migration);

    private static AssociationEnd End<T>(string role) => new(role, ElementMap.NameOf(typeof(T)));

    private static string Text(CimObjectPath path, string key) => path[key] as string ?? "";

    private static Task<T> Done<T>(T result) => Task.FromResult(result);
}
