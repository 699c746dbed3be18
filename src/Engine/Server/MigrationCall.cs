using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Service;
using VsMigration.Service.Views;

namespace VsMigration.Server;

/// <summary>One call of a migrating or checking method: its checked parameters on the way to a request.</summary>
[Clause("T2", "T4", "T6", "T8")]
internal sealed class MigrationCall
{
    private readonly string _method;
    private readonly IReadOnlyDictionary<string, CimProperty> _parameters;
    private readonly IMigrationService _service;
    private readonly IDestinationHosts _destinations;

    public MigrationCall(
        string method, IReadOnlyDictionary<string, CimProperty> parameters, IMigrationService service, IDestinationHosts destinations)
    {
        _method = method;
        _parameters = parameters;
        _service = service;
        _destinations = destinations;
    }

    /// <summary>The entities that an error of this call may come from, as far as the parameters name them.</summary>
    public IReadOnlyDictionary<ErrorOrigin, CimObjectPath> Origins()
    {
        var origins = new Dictionary<ErrorOrigin, CimObjectPath>
        {
            [ErrorOrigin.Service] = ElementPaths.Service(_service.HostName),
            [ErrorOrigin.SourceHost] = ElementPaths.Host(_service.HostName),
        };
        if (Value<CimObjectPath>("ComputerSystem") is { } system)
        {
            origins[ErrorOrigin.VirtualSystem] = system.In(Namespaces.Migration);
        }

        string? destination = Value<CimObjectPath>("DestinationSystem")?["Name"] as string ?? Value<string>("DestinationHost");
        if (destination is not null)
        {
            origins[ErrorOrigin.TargetHost] = ElementPaths.Host(destination);
        }

        return origins;
    }

    /// <summary>The request.</summary>
    /// <param name="method">The method that a job shall remember.</param>
    /// <param name="cancellationToken">Ends the looking for the virtual system.</param>
    /// <exception cref="MigrationException">SystemNotFound (SVPC0003), ParameterInvalid (SVPC8040), HostNotFound.</exception>
    public async Task<MigrationRequest> ToRequestAsync(MigrationMethod method, CancellationToken cancellationToken)
    {
        string systemId = await SystemAsync(cancellationToken);
        var setting = Embedded<MigrationSetting>("MigrationSettingData") ?? new MigrationSetting();
        return new MigrationRequest
        {
            SystemId = systemId,
            Destination = await DestinationAsync(setting.TransportType, cancellationToken),
            Setting = setting with { InstanceID = null },
            NewSystemSetting = Embedded<VirtualSystemSettingData>("NewSystemSettingData"),
            NewResourceSettings = Resources(),
            Method = method,
        };
    }

    // The reference must lead to a virtual system that is here: one of a host, or one that has gone, does not exist for a migration.
    private async Task<string> SystemAsync(CancellationToken cancellationToken)
    {
        var path = Value<CimObjectPath>("ComputerSystem")!;
        string name = path["Name"] as string ?? "";
        if (ElementPaths.SplitSystemName(name) is { } parts
            && string.Equals(parts.HostName, _service.HostName, StringComparison.Ordinal)
            && path["CreationClassName"] as string == ElementMap.NameOf(typeof(VsmComputerSystem))
            && await _service.FindSystemAsync(parts.SystemId, cancellationToken) is { } system)
        {
            return system.Id;
        }

        throw new MigrationException(
            MigrationErrorKind.SystemNotFound,
            StandardMessages.SystemDoesNotExist.Error("Enumerate the instances of CIM_ComputerSystem again; it may have been moved or removed.", name));
    }

    private async Task<MigrationHost> DestinationAsync(TransportType? transport, CancellationToken cancellationToken)
    {
        if (Value<CimObjectPath>("DestinationSystem") is { } path)
        {
            return Host(path);
        }

        string text = Value<string>("DestinationHost")!;
        var formats = (await _service.GetCapabilityAsync(cancellationToken)).DestinationHostFormatsSupported;
        return DestinationHostText.FormatOf(text) is { } format && formats.Contains(format)
            ? _destinations.Resolve(text, transport)
            : throw ParameterCheck.Invalid(_method, "DestinationHost", $"'{text}'", "one of " + string.Join(", ", formats));
    }

    private MigrationHost Host(CimObjectPath path)
    {
        string name = path["Name"] as string ?? "";
        bool ofHost = path["CreationClassName"] as string == ElementMap.NameOf(typeof(HostSystem));
        if (ofHost && name == _service.HostName)
        {
            // The check says best why this cannot be.
            return new MigrationHost { Name = name, ConnectionUri = _service.ConnectionUri };
        }

        return (ofHost ? _destinations.Find(name) : null) ?? throw ParameterCheck.Invalid(
            _method, "DestinationSystem", $"'{path}', which is no known host", "a reference to an instance of " + ElementMap.NameOf(typeof(HostSystem)));
    }

    private IReadOnlyList<ResourceAllocationSettingData> Resources() => _parameters.TryGetValue("NewResourceSettingData", out var given)
        ? given.Elements.Select((element, index) => Typed<ResourceAllocationSettingData>("NewResourceSettingData", (CimInstance)element!, index)).ToList()
        : Array.Empty<ResourceAllocationSettingData>();

    private T? Embedded<T>(string parameter)
        where T : class, new() => Value<CimInstance>(parameter) is { } instance ? Typed<T>(parameter, instance, 0) : null;

    private T Typed<T>(string parameter, CimInstance instance, int index)
        where T : new()
    {
        try
        {
            return ElementMap.FromInstance<T>(instance);
        }
        catch (CimException e)
        {
            throw ParameterCheck.Invalid(_method, parameter, "not as its class declares it (" + e.Message + ")", "an instance of " + instance.ClassName, index);
        }
    }

    private T? Value<T>(string parameter)
        where T : class => _parameters.TryGetValue(parameter, out var given) ? given.Value as T : null;
}
