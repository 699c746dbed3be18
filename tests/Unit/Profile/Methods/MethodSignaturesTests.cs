using System.Linq;
using VsMigration.Cim;
using VsMigration.Profile;
using VsMigration.Profile.Schema;
using Xunit;

namespace VsMigration.Tests.Profile.Methods;

/// <summary>Tables 2, 4, 6 and 8: names, types, directions and order, as the schema has them.</summary>
public sealed class MethodSignaturesTests
{
    private const string Common = "in CIM_VirtualSystemMigrationSettingData MigrationSettingData, in CIM_VirtualSystemSettingData NewSystemSettingData, "
        + "in CIM_ResourceAllocationSettingData NewResourceSettingData[], ";

    [Theory]
    [InlineData("CIM_VirtualSystemMigrationService", "MigrateVirtualSystemToHost",
        "in CIM_ComputerSystem REF ComputerSystem, in string DestinationHost, " + Common + "out CIM_ConcreteJob REF Job")]
    [InlineData("CIM_VirtualSystemMigrationService", "MigrateVirtualSystemToSystem",
        "in CIM_ComputerSystem REF ComputerSystem, in CIM_System REF DestinationSystem, " + Common + "out CIM_ComputerSystem REF NewComputerSystem, out CIM_ConcreteJob REF Job")]
    [InlineData("CIM_VirtualSystemMigrationService", "CheckVirtualSystemIsMigratableToHost",
        "in CIM_ComputerSystem REF ComputerSystem, in string DestinationHost, " + Common + "out boolean IsMigratable")]
    [InlineData("CIM_VirtualSystemMigrationService", "CheckVirtualSystemIsMigratableToSystem",
        "in CIM_ComputerSystem REF ComputerSystem, in CIM_System REF DestinationSystem, " + Common + "out boolean IsMigratable")]
    [InlineData("VSM_VirtualSystemMigrationService", "CheckMigration",
        "in CIM_ComputerSystem REF ComputerSystem, in string DestinationHost, " + Common + "out boolean IsMigratable, out CIM_Error Findings[]")]
    [InlineData("VSM_VirtualSystemMigrationService", "MigrateVirtualSystemToHost",
        "in CIM_ComputerSystem REF ComputerSystem, in string DestinationHost, " + Common + "out CIM_ConcreteJob REF Job")]
    [InlineData("VSM_MigrationJob", "RequestStateChange", "in uint16 RequestedState, in datetime TimeoutPeriod")]
    [InlineData("VSM_MigrationJob", "GetError", "out CIM_Error Error")]
    [InlineData("VSM_MigrationJob", "GetErrors", "out CIM_Error Errors[]")]
    [Clause("8-1", "T2-1", "T2-2", "T2-3", "T2-4", "T2-5", "T2-6", "T4-1", "T4-2", "T4-3", "T4-4", "T4-5", "T4-6", "T4-7")]
    [Clause("T6-1", "T6-2", "T6-3", "T6-4", "T6-5", "T6-6", "T8-1", "T8-2", "T8-3", "T8-4", "T8-5", "T8-6")]
    public void A_method_is_declared_as_its_table_has_it(string className, string name, string parameters)
    {
        var method = ProfileSchema.Find(className)!.Method(name)!;
        Assert.Equal(parameters, string.Join(", ", method.Parameters.Select(Text)));
        Assert.Equal(CimType.UInt32, method.ReturnType);
    }

    private static string Text(CimParameterDeclaration parameter)
    {
        string type = parameter.Type switch
        {
            CimType.Reference => parameter.ClassName + " REF",
            CimType.Instance => parameter.ClassName,
            _ => parameter.Type.ToString().ToLowerInvariant(),
        };
        return $"{(parameter.IsIn ? "in" : "out")} {type} {parameter.Name}{(parameter.IsArray ? "[]" : "")}";
    }
}
