using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms;

/// <summary>
/// One connected host. Facts out, actions in; no rules of the profile: those are the planner's. Safe for concurrent calls.
/// A driver whose connection was lost connects anew at the next call.
/// </summary>
/// <remarks>Every method throws <see cref="Profile.Methods.MigrationException"/> with the peer's own code and text.</remarks>
public interface IPlatformDriver : IDisposable
{
    /// <summary>The URI it was connected by.</summary>
    Uri ConnectionUri { get; }

    /// <summary>The clock that the host goes by: the machine's, or a simulator's own.</summary>
    IClock Clock { get; }

    /// <summary>The host's own name.</summary>
    string HostName { get; }

    /// <summary>What the host can do as a source. <see cref="MigrationCapability.SessionId"/> is left empty.</summary>
    Task<MigrationCapability> GetCapabilityAsync(CancellationToken cancellationToken);

    /// <summary>All virtual systems of the host. <see cref="VirtualSystem.SessionId"/> is left empty.</summary>
    Task<IReadOnlyList<VirtualSystem>> GetSystemsAsync(CancellationToken cancellationToken);

    /// <summary>One of them, at the same cost however many there are; null where the host has none of that identifier.</summary>
    /// <param name="systemId">Its <see cref="VirtualSystem.Id"/>.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<VirtualSystem?> FindSystemAsync(string systemId, CancellationToken cancellationToken);

    /// <summary>The definition of one of them; null where the host has none of that identifier.</summary>
    /// <param name="systemId">Its <see cref="VirtualSystem.Id"/>.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<SystemDefinition?> GetDefinitionAsync(string systemId, CancellationToken cancellationToken);

    /// <summary>All that a check needs to know of one virtual system where it is now.</summary>
    /// <param name="systemId">Its <see cref="VirtualSystem.Id"/>.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="Profile.Methods.MigrationException">SystemNotFound, and what any call may throw.</exception>
    Task<SourceFacts> GetSourceFactsAsync(string systemId, CancellationToken cancellationToken);

    /// <summary>All that a check needs to know of this host as the destination of one virtual system.</summary>
    /// <param name="source">The virtual system and its needs, from the source's driver.</param>
    /// <param name="sourceDriver">The source's driver, of the same platform: some things can only be seen from both hosts.</param>
    /// <param name="order">What is asked for, defaults applied.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<DestinationFacts> GetDestinationFactsAsync(
        SourceFacts source, IPlatformDriver sourceDriver, MigrationOrder order, CancellationToken cancellationToken);

    /// <summary>Makes ready for one migration, called on the source's driver; changes nothing on either host.</summary>
    /// <param name="source">The virtual system, as it was checked.</param>
    /// <param name="order">What is asked for, defaults applied.</param>
    /// <param name="destination">The destination's driver, of the same platform.</param>
    /// <param name="destinationFacts">What the check found at the destination.</param>
    /// <param name="cancellationToken">Ends the making ready.</param>
    Task<IMigrationActions> OpenMigrationAsync(
        SourceFacts source, MigrationOrder order, IPlatformDriver destination, DestinationFacts destinationFacts, CancellationToken cancellationToken);
}
