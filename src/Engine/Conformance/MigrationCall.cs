using System.Collections.Generic;
using System.Threading.Tasks;
using VsMigration.Cim;

namespace VsMigration.Conformance;

/// <summary>One call of one of the four methods, with what it is given.</summary>
internal sealed record MigrationCall
{
    /// <summary>The class that MigrationSettingData is sent as; every server must take it, whatever its own is called.</summary>
    public const string SettingClass = "CIM_VirtualSystemMigrationSettingData";

    /// <summary>A method on a service.</summary>
    public MigrationCall(ServiceView service, MigrationMethodFacts method)
    {
        Service = service;
        Method = method;
    }

    /// <summary>The service.</summary>
    public ServiceView Service { get; }

    /// <summary>The method.</summary>
    public MigrationMethodFacts Method { get; }

    /// <summary>ComputerSystem; null = NULL.</summary>
    public CimObjectPath? System { get; init; }

    /// <summary>DestinationHost, of the methods that take one.</summary>
    public string? Host { get; init; }

    /// <summary>DestinationSystem, of the methods that take one.</summary>
    public CimObjectPath? Destination { get; init; }

    /// <summary>MigrationSettingData; null = NULL.</summary>
    public CimInstance? Setting { get; init; }

    /// <summary>NewSystemSettingData; null = NULL.</summary>
    public CimInstance? NewSystem { get; init; }

    /// <summary>NewResourceSettingData; null = NULL.</summary>
    public IReadOnlyList<CimInstance>? NewResources { get; init; }

    /// <summary>The call of a method about the walk's subject and destination; null where either is not known.</summary>
    public static MigrationCall? About(Walk walk, ServiceView service, MigrationMethodFacts method)
    {
        if (walk.Subject?.Path is not { } system)
        {
            return null;
        }

        if (!method.ToHost)
        {
            return walk.Destination?.Path is { } destination ? new MigrationCall(service, method) { System = system, Destination = destination } : null;
        }

        string? host = walk.Options.DestinationHost.Length > 0 ? walk.Options.DestinationHost
            : walk.Destination?.Text("Name") ?? walk.Destination?.Text("ElementName");
        return host is null ? null : new MigrationCall(service, method) { System = system, Host = host };
    }

    /// <summary>A setting as a parameter: InstanceID NULL (Table 32), and these properties.</summary>
    public static CimInstance Parameter(params CimProperty[] properties)
    {
        var all = new List<CimProperty> { new("InstanceID", CimType.String, null), new("ElementName", CimType.String, "conformance test") };
        all.AddRange(properties);
        return new CimInstance(SettingClass, all);
    }

    /// <summary>A number of a setting.</summary>
    public static CimProperty Number(string name, int value) => new(name, CimType.UInt16, value);

    /// <summary>Calls it.</summary>
    public async Task<MethodAnswer> SendAsync(Peer peer)
    {
        var parameters = new List<CimProperty>
        {
            new("ComputerSystem", CimType.Reference, System),
            Method.ToHost ? new CimProperty("DestinationHost", CimType.String, Host) : new CimProperty("DestinationSystem", CimType.Reference, Destination),
        };
        if (Setting is not null)
        {
            parameters.Add(new CimProperty("MigrationSettingData", CimType.Instance, Setting));
        }

        if (NewSystem is not null)
        {
            parameters.Add(new CimProperty("NewSystemSettingData", CimType.Instance, NewSystem));
        }

        if (NewResources is not null)
        {
            parameters.Add(new CimProperty("NewResourceSettingData", CimType.Instance, NewResources, isArray: true));
        }

        return new MethodAnswer(await peer.InvokeAsync(Service.Path, Method.Name, parameters.ToArray()));
    }
}
