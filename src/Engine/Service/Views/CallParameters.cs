using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Views;

/// <summary>
/// The parameters of a method call as an embedded instance: one property for each, NULL where it was not given; references are strings with
/// WBEM URIs (CIM schema, CIM_InstMethodCall.MethodParameters).
/// </summary>
[Clause("T36-10")]
internal static class CallParameters
{
    /// <summary>The input parameters of the call that a request came from.</summary>
    /// <param name="className">The class of the embedded instance.</param>
    /// <param name="request">The request.</param>
    /// <param name="sourceHost">The host of its virtual system.</param>
    public static CimInstance In(string className, MigrationRequest request, string sourceHost)
    {
        bool toSystem = request.Method is MigrationMethod.MigrateVirtualSystemToSystem or MigrationMethod.CheckVirtualSystemIsMigratableToSystem;
        return new CimInstance(className, new[]
        {
            Reference("ComputerSystem", ElementPaths.System(request.SystemId, sourceHost)),
            toSystem
                ? Reference("DestinationSystem", ElementPaths.Host(request.Destination.Name))
                : new CimProperty("DestinationHost", CimType.String, request.Destination.Name),
            new CimProperty("MigrationSettingData", CimType.Instance, ElementMap.ToInstance(request.Setting)),
            new CimProperty("NewSystemSettingData", CimType.Instance, request.NewSystemSetting is { } setting ? ElementMap.ToInstance(setting) : null),
            new CimProperty(
                "NewResourceSettingData",
                CimType.Instance,
                request.NewResourceSettings.Count == 0 ? null : request.NewResourceSettings.Select(resource => ElementMap.ToInstance(resource)).ToArray(),
                isArray: true),
        });
    }

    /// <summary>The output parameters of a migrating method.</summary>
    /// <param name="className">The class of the embedded instance.</param>
    /// <param name="method">The method.</param>
    /// <param name="job">The job; null = none.</param>
    /// <param name="newSystem">The migrated system; null = none.</param>
    public static CimInstance Out(string className, MigrationMethod method, CimObjectPath? job, CimObjectPath? newSystem) =>
        new(className, Outputs(method, job, newSystem));

    /// <summary>The output parameters of a checking method.</summary>
    /// <param name="className">The class of the embedded instance.</param>
    /// <param name="isMigratable">The answer; null = none.</param>
    public static CimInstance Out(string className, bool? isMigratable) =>
        new(className, new[] { new CimProperty("IsMigratable", CimType.Boolean, isMigratable) });

    /// <summary>The same with the return value among them (CIM_ConcreteJob.JobOutParameters).</summary>
    public static CimInstance WithReturnValue(CimInstance parameters, ReturnCode code) => new(
        parameters.ClassName,
        parameters.Properties.Append(new CimProperty(ConcreteJob.ReturnValueProperty, CimType.UInt32, (uint)code)));

    private static IEnumerable<CimProperty> Outputs(MigrationMethod method, CimObjectPath? job, CimObjectPath? newSystem)
    {
        if (method == MigrationMethod.MigrateVirtualSystemToSystem)
        {
            yield return Reference("NewComputerSystem", newSystem);
        }

        yield return Reference("Job", job);
    }

    private static CimProperty Reference(string name, CimObjectPath? path) => new(name, CimType.String, path is null ? null : ObjectPathUri.Write(path));
}
