using VsMigration.Cim;

namespace VsMigration.Tests.Conformance.Walker;

/// <summary>The four methods as the CIM schema declares them.</summary>
internal static class DeclaredMethods
{
    public static CimClass OfService(CimClass service) => service with
    {
        Methods =
        [
            Method("MigrateVirtualSystemToHost", In("DestinationHost", CimType.String), Out("Job", CimType.Reference)),
            Method("MigrateVirtualSystemToSystem", In("DestinationSystem", CimType.Reference), Out("NewComputerSystem", CimType.Reference), Out("Job", CimType.Reference)),
            Method("CheckVirtualSystemIsMigratableToHost", In("DestinationHost", CimType.String), Out("IsMigratable", CimType.Boolean)),
            Method("CheckVirtualSystemIsMigratableToSystem", In("DestinationSystem", CimType.Reference), Out("IsMigratable", CimType.Boolean)),
        ],
    };

    private static CimMethodDeclaration Method(string name, CimParameterDeclaration destination, params CimParameterDeclaration[] results) => new()
    {
        Name = name,
        Parameters =
        [
            In("ComputerSystem", CimType.Reference), destination, In("MigrationSettingData", CimType.Instance), In("NewSystemSettingData", CimType.Instance),
            In("NewResourceSettingData", CimType.Instance) with { IsArray = true }, .. results,
        ],
    };

    private static CimParameterDeclaration In(string name, CimType type) => new() { Name = name, Type = type, IsIn = true };

    private static CimParameterDeclaration Out(string name, CimType type) => new() { Name = name, Type = type, IsOut = true };
}
