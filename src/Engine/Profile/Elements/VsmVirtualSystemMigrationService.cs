using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>VSM_VirtualSystemMigrationService: the service with a check that says why a virtual system cannot be migrated.</summary>
[CimClass("VSM_VirtualSystemMigrationService")]
[Clause("10.14")]
public sealed record VsmVirtualSystemMigrationService : VirtualSystemMigrationService;
