using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;

namespace VsMigration.Profile.Methods;

/// <summary>The extrinsic methods as their classes declare them: what a call is checked against before anything is done.</summary>
[Clause("8-1", "T2", "T4", "T6", "T8")]
public static class MethodSignatures
{
    private static readonly Dictionary<string, CimMethodDeclaration[]> s_declared = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CIM_VirtualSystemMigrationService"] = new[]
        {
            Migration("MigrateVirtualSystemToHost", ToHost, Reference("Job", "CIM_ConcreteJob")),
            Migration("MigrateVirtualSystemToSystem", ToSystem, Reference("NewComputerSystem", "CIM_ComputerSystem"), Reference("Job", "CIM_ConcreteJob")),
            Migration("CheckVirtualSystemIsMigratableToHost", ToHost, IsMigratable),
            Migration("CheckVirtualSystemIsMigratableToSystem", ToSystem, IsMigratable),
        },

        // The profile has no words for the reasons of a negative check.
        ["VSM_VirtualSystemMigrationService"] = new[]
        {
            Migration("CheckMigration", ToHost, IsMigratable, Out("Findings", CimType.Instance, isArray: true, "CIM_Error")) with
            {
                ClassOrigin = "VSM_VirtualSystemMigrationService",
            },
        },
        ["CIM_ConcreteJob"] = new[]
        {
            Method("CIM_ConcreteJob", "RequestStateChange", In("RequestedState", CimType.UInt16), In("TimeoutPeriod", CimType.DateTime)),
            Method("CIM_ConcreteJob", "GetError", Out("Error", CimType.Instance, isArray: false, "CIM_Error")),
            Method("CIM_ConcreteJob", "GetErrors", Out("Errors", CimType.Instance, isArray: true, "CIM_Error")),
        },
    };

    /// <summary>The methods that exactly this class declares, those of its superclasses not among them.</summary>
    public static IReadOnlyList<CimMethodDeclaration> Of(string className) =>
        s_declared.TryGetValue(className, out var methods) ? methods : Array.Empty<CimMethodDeclaration>();

    private static CimParameterDeclaration ToHost => In("DestinationHost", CimType.String) with { IsRequired = true };

    private static CimParameterDeclaration ToSystem => In("DestinationSystem", CimType.Reference) with { IsRequired = true, ClassName = "CIM_System" };

    private static CimParameterDeclaration IsMigratable => Out("IsMigratable", CimType.Boolean, isArray: false, "");

    private static CimParameterDeclaration Reference(string name, string className) => Out(name, CimType.Reference, isArray: false, className);

    // What all of them take; without the virtual system and the destination there is nothing to do.
    private static CimMethodDeclaration Migration(string name, CimParameterDeclaration destination, params CimParameterDeclaration[] outputs) => Method(
        "CIM_VirtualSystemMigrationService",
        name,
        new[]
        {
            In("ComputerSystem", CimType.Reference) with { IsRequired = true, ClassName = "CIM_ComputerSystem" },
            destination,
            In("MigrationSettingData", CimType.Instance) with { ClassName = "CIM_VirtualSystemMigrationSettingData" },
            In("NewSystemSettingData", CimType.Instance) with { ClassName = "CIM_VirtualSystemSettingData" },
            In("NewResourceSettingData", CimType.Instance) with { ClassName = "CIM_ResourceAllocationSettingData", IsArray = true },
        }.Concat(outputs).ToArray());

    private static CimMethodDeclaration Method(string className, string name, params CimParameterDeclaration[] parameters) =>
        new() { Name = name, ClassOrigin = className, Parameters = parameters };

    private static CimParameterDeclaration In(string name, CimType type) => new() { Name = name, Type = type, IsIn = true };

    private static CimParameterDeclaration Out(string name, CimType type, bool isArray, string className) =>
        new() { Name = name, Type = type, IsArray = isArray, IsOut = true, ClassName = className };
}
