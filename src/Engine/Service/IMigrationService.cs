using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
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

    /// <summary>
    /// Checks, and submits the migration if nothing blocks it. It begins as soon as the limits allow it; one that had to wait is checked
    /// again before it changes anything.
    /// </summary>
    /// <param name="request">What is to be migrated, where to and how.</param>
    /// <param name="cancellationToken">Ends the check; a job that has been returned is stopped by <see cref="RequestStateChangeAsync"/> only.</param>
    /// <exception cref="Profile.Methods.MigrationException">NotMigratable with all blockers, MigrationRunning, SystemNotFound, ParameterInvalid.</exception>
    Task<MigrationJob> StartAsync(MigrationRequest request, CancellationToken cancellationToken);

    /// <summary>The jobs started here, the oldest first. One that has ended is kept as long as it says itself.</summary>
    IReadOnlyList<MigrationJob> Jobs { get; }

    /// <summary>One of them; null where there is none of that <see cref="MigrationJob.InstanceId"/>.</summary>
    MigrationJob? FindJob(string instanceId);

    /// <summary>Those of one virtual system, the oldest first, at a cost that does not grow with the number of jobs.</summary>
    /// <param name="systemId">Its <see cref="VirtualSystem.Id"/>.</param>
    IReadOnlyList<MigrationJob> FindJobs(string systemId);

    /// <summary>Asks something of a job; completes as soon as it is asked. <see cref="MigrationJob.WhenFinishedAsync"/> waits for the undo.</summary>
    /// <param name="job">One of <see cref="Jobs"/>.</param>
    /// <param name="request">
    /// <see cref="JobEvent.Terminate"/> (waits for its undo) or <see cref="JobEvent.Kill"/> (gives each undo ten seconds);
    /// <see cref="JobEvent.Suspend"/> holds one back that has not begun, <see cref="JobEvent.Start"/> lets it go again.
    /// </param>
    /// <exception cref="Profile.Methods.MigrationException">InvalidState: the job's state does not allow it; JobNotFound.</exception>
    Task RequestStateChangeAsync(MigrationJob job, JobEvent request);

    /// <summary>Changes a job, also while it runs.</summary>
    /// <exception cref="Profile.Methods.MigrationException">
    /// ParameterInvalid; InvalidState: it has ended, or transfers nothing that could be switched; JobNotFound; and the platform's own.
    /// </exception>
    Task ModifyJobAsync(MigrationJob job, JobChange change, CancellationToken cancellationToken);

    /// <summary>Removes a job that has ended.</summary>
    /// <exception cref="Profile.Methods.MigrationException">InvalidState: it has not ended; JobNotFound.</exception>
    void RemoveJob(MigrationJob job);

    /// <summary>
    /// Has everything told that happens here from now on: calls of the methods, jobs created, changed and removed; complete, in order, and
    /// without anything waiting for the subscriber. See <see cref="MigrationSubscription"/>.
    /// </summary>
    /// <param name="deliver">Called with one event after another, on a thread of the pool. If it throws, the subscription ends.</param>
    MigrationSubscription Subscribe(Action<MigrationEvent> deliver);
}
