using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_InstCreation: an instance came into being: VS_MIGRATION_JOB_CREATE.</summary>
[CimClass("CIM_InstCreation", IsIndication = true, Version = "2.27.0")]
[Clause("10.17", "T34")]
public sealed record InstCreation : InstIndication;
