using System;
using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Service.Views;

/// <summary>
/// How the elements are named. A virtual system's Name is <c>identifier@host</c>, so that source and target of a migration are two objects
/// though they are one system (clause 9.2.1, step 5).
/// </summary>
public static class ElementPaths
{
    /// <summary>The Name of a migration service on its host.</summary>
    public const string ServiceName = "VsMigration";

    private const char At = '@';

    /// <summary>A host.</summary>
    public static CimObjectPath Host(string hostName) => Of<HostSystem>(
        Key(nameof(SystemElement.CreationClassName), ElementMap.NameOf(typeof(HostSystem))), Key(nameof(SystemElement.Name), hostName));

    /// <summary>The migration service of a host.</summary>
    public static CimObjectPath Service(string hostName) => Of<VsmVirtualSystemMigrationService>(
        Key(nameof(ServiceElement.SystemCreationClassName), ElementMap.NameOf(typeof(HostSystem))),
        Key(nameof(ServiceElement.SystemName), hostName),
        Key(nameof(ServiceElement.CreationClassName), ElementMap.NameOf(typeof(VsmVirtualSystemMigrationService))),
        Key(nameof(ServiceElement.Name), ServiceName));

    /// <summary>The capabilities of the migration service of a host.</summary>
    public static CimObjectPath Capabilities(string hostName) => Of<VirtualSystemMigrationCapabilities>(
        Key(nameof(Profile.Elements.Capabilities.InstanceID), CapabilitiesId(hostName)));

    /// <summary>A setting that defines capabilities.</summary>
    public static CimObjectPath Setting(string instanceId) => Of<MigrationSetting>(Key(nameof(SettingData.InstanceID), instanceId));

    /// <summary>The definition of a virtual system.</summary>
    public static CimObjectPath Definition(string instanceId) => Of<VirtualSystemSettingData>(Key(nameof(SettingData.InstanceID), instanceId));

    /// <summary>The definition of a virtual resource.</summary>
    public static CimObjectPath Resource(string instanceId) => Of<ResourceAllocationSettingData>(Key(nameof(SettingData.InstanceID), instanceId));

    /// <summary>A virtual system on a host.</summary>
    [Clause("7.5.1-2")]
    public static CimObjectPath System(string systemId, string hostName) => Of<VsmComputerSystem>(
        Key(nameof(SystemElement.CreationClassName), ElementMap.NameOf(typeof(VsmComputerSystem))),
        Key(nameof(SystemElement.Name), SystemName(systemId, hostName)));

    /// <summary>A job.</summary>
    public static CimObjectPath Job(string instanceId) => Of<VsmMigrationJob>(Key(nameof(ConcreteJob.InstanceID), instanceId));

    /// <summary>The method call that a job carries out.</summary>
    public static CimObjectPath MethodResult(string jobInstanceId) => Of<MethodResult>(
        Key(nameof(Profile.Elements.MethodResult.InstanceID), MethodResultId(jobInstanceId)));

    /// <summary>The InstanceID of capabilities.</summary>
    public static string CapabilitiesId(string hostName) => "VSM:" + hostName + "/capabilities";

    /// <summary>The InstanceID of a job's method call.</summary>
    public static string MethodResultId(string jobInstanceId) => jobInstanceId + "/call";

    /// <summary>The InstanceID of the job whose method call has this InstanceID; null where it is none.</summary>
    public static string? JobOfMethodResult(string instanceId) =>
        instanceId.EndsWith("/call", StringComparison.Ordinal) ? instanceId.Substring(0, instanceId.Length - "/call".Length) : null;

    /// <summary>The Name of a virtual system on a host.</summary>
    public static string SystemName(string systemId, string hostName) => systemId + At + hostName;

    /// <summary>The identifier and the host of a virtual system's Name; null where it is none of ours.</summary>
    public static (string SystemId, string HostName)? SplitSystemName(string? name)
    {
        int at = name?.IndexOf(At) ?? -1;
        return at > 0 ? (name!.Substring(0, at), name.Substring(at + 1)) : null;
    }

    private static CimObjectPath Of<T>(params CimProperty[] keys) => new(ElementMap.NameOf(typeof(T)), (IEnumerable<CimProperty>)keys, Namespaces.Migration);

    private static CimProperty Key(string name, string value) => new(name, CimType.String, value);
}
