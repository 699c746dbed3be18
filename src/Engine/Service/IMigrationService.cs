using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Service;

/// <summary>
/// A virtual system migration service (CIM_VirtualSystemMigrationService), the hub of the engine: whoever wants a migration, at the
/// prompt or over the wire, asks one of these, and whatever stands behind it is hidden by it. Safe for concurrent calls.
/// </summary>
/// <remarks>Every method throws <see cref="Profile.Methods.MigrationException"/> where it cannot do what it was asked.</remarks>
[Clause("7.1")]
public interface IMigrationService : IDisposable
{
    /// <summary>Stamped on everything that it hands out, so that objects find their way back.</summary>
    Guid Id { get; }

    /// <summary>The source host's connection URI.</summary>
    Uri ConnectionUri { get; }

    /// <summary>The source host's name.</summary>
    string HostName { get; }

    /// <summary>What the service can do.</summary>
    Task<MigrationCapability> GetCapabilityAsync(CancellationToken cancellationToken);

    /// <summary>The virtual systems that it can migrate.</summary>
    Task<IReadOnlyList<VirtualSystem>> GetSystemsAsync(CancellationToken cancellationToken);

    /// <summary>One of them; null where there is none of that identifier.</summary>
    /// <param name="systemId">Its <see cref="VirtualSystem.Id"/>.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<VirtualSystem?> FindSystemAsync(string systemId, CancellationToken cancellationToken);

    /// <summary>The definition of one of them, as it is now; null where there is none of that identifier.</summary>
    /// <param name="systemId">Its <see cref="VirtualSystem.Id"/>.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<SystemDefinition?> GetDefinitionAsync(string systemId, CancellationToken cancellationToken);

    /// <summary>Checks without changing anything. A destination that cannot be reached is a finding, not an exception.</summary>
    /// <exception cref="Profile.Methods.MigrationException">SystemNotFound, ParameterInvalid, or the source cannot be asked.</exception>
    Task<MigrationReport> CheckAsync(MigrationRequest request, CancellationToken cancellationToken);

    /// <summary>Checks, and starts the migration if nothing blocks it.</summary>
    /// <param name="request">What is to be migrated, where to and how.</param>
    /// <param name="cancellationToken">Ends the check; a job that has been returned is stopped by <see cref="RequestStateChangeAsync"/> only.</param>
    /// <exception cref="Profile.Methods.MigrationException">NotMigratable with all blockers, MigrationRunning, SystemNotFound, ParameterInvalid.</exception>
    Task<MigrationJob> StartAsync(MigrationRequest request, CancellationToken cancellationToken);

    /// <summary>The jobs started here, the oldest first.</summary>
    IReadOnlyList<MigrationJob> Jobs { get; }

    /// <summary>One of them; null where there is none of that <see cref="MigrationJob.InstanceId"/>.</summary>
    MigrationJob? FindJob(string instanceId);

    /// <summary>Asks a job to stop; completes as soon as it is asked. <see cref="MigrationJob.WhenFinishedAsync"/> waits for the undo.</summary>
    /// <param name="job">One of <see cref="Jobs"/>.</param>
    /// <param name="request"><see cref="JobEvent.Terminate"/> (waits for its undo) or <see cref="JobEvent.Kill"/> (gives each undo ten seconds).</param>
    /// <exception cref="Profile.Methods.MigrationException">InvalidState: the job has ended or is past stopping; JobNotFound.</exception>
    Task RequestStateChangeAsync(MigrationJob job, JobEvent request);
}
