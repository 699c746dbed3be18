using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>VSM_HostSystem: a host of virtual systems: where a migration service is, or where a migration may lead.</summary>
[CimClass("VSM_HostSystem")]
[Clause("10.7")]
public sealed record HostSystem : ComputerSystem;
