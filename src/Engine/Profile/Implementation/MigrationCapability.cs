using System;
using System.Collections.Generic;

namespace VsMigration.Profile.Implementation;

/// <summary>CIM_VirtualSystemMigrationCapabilities: what a migration service can do, and what it does when nothing is asked for.</summary>
[Clause("7.2.1", "10.13")]
public sealed record MigrationCapability
{
    /// <summary>The host whose virtual systems the service migrates.</summary>
    public string HostName { get; init; } = "";

    /// <summary>The platform behind the service, with its version: <c>QEMU 7.2.22, libvirt 9.0.0</c>.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The admissible migration types (clause 7.4.3).</summary>
    public IReadOnlyList<MigrationType> MigrationTypes { get; init; } = Array.Empty<MigrationType>();

    /// <summary>The admissible transports (clause 7.4.7).</summary>
    public IReadOnlyList<TransportType> TransportTypes { get; init; } = Array.Empty<TransportType>();

    /// <summary>Methods that may complete at once (clause 7.2.2).</summary>
    [Clause("7.2.2-6", "T30-3")]
    public IReadOnlyList<MigrationMethod> SynchronousMethodsSupported { get; init; } = Array.Empty<MigrationMethod>();

    /// <summary>Methods that may answer with a job (clause 7.2.2).</summary>
    [Clause("7.2.2-7", "T30-2")]
    public IReadOnlyList<MigrationMethod> AsynchronousMethodsSupported { get; init; } = Array.Empty<MigrationMethod>();

    /// <summary>The forms in which a destination host may be named.</summary>
    [Clause("T30-4")]
    public IReadOnlyList<DestinationHostFormat> DestinationHostFormatsSupported { get; init; } = Array.Empty<DestinationHostFormat>();

    /// <summary>What applies where a request leaves something out (clause 7.4.1).</summary>
    [Clause("7.4.1-5", "7.4.1-6")]
    public MigrationSetting DefaultSetting { get; init; } = new();

    /// <summary>The session that the capabilities were read through.</summary>
    public Guid SessionId { get; init; }
}
