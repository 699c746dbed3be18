using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_VirtualSystemMigrationService: migrates virtual systems of the host that it is on.</summary>
[CimClass("CIM_VirtualSystemMigrationService", Version = "2.17.0")]
[Clause("10.14", "T31")]
public record VirtualSystemMigrationService : ServiceElement;
