using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_InstDeletion: an instance is gone, here as it was last: VS_MIGRATION_JOB_DELETE.</summary>
[CimClass("CIM_InstDeletion", IsIndication = true, Version = "2.27.0")]
[Clause("10.18", "T35")]
public sealed record InstDeletion : InstIndication;
