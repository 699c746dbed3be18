using System.Collections.Generic;
using VsMigration.Cim.Mapping;
using VsMigration.Profile.Implementation;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_VirtualSystemMigrationCapabilities: what a migration service can do.</summary>
[CimClass("CIM_VirtualSystemMigrationCapabilities", Version = "2.17.0")]
[Clause("7.2.2", "10.13", "T30")]
public sealed record VirtualSystemMigrationCapabilities : Capabilities
{
    /// <summary>Methods that may answer with their result; null = none.</summary>
    [CimProperty]
    public IReadOnlyList<MigrationMethod>? SynchronousMethodsSupported { get; init; }

    /// <summary>Methods that may answer with a job; 2 and 3 only; null = none.</summary>
    [CimProperty]
    public IReadOnlyList<MigrationMethod>? AsynchronousMethodsSupported { get; init; }

    /// <summary>
    /// The forms in which a destination host may be named. Table 30 prints <c>DestinationHostsFormatsSupported</c>, <i>sic</i>; the
    /// schema's spelling counts.
    /// </summary>
    [CimProperty]
    public IReadOnlyList<DestinationHostFormat>? DestinationHostFormatsSupported { get; init; }
}
