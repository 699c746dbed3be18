using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Simulator;

/// <summary>A connection to one host of a simulated world.</summary>
internal sealed class SimulatorDriver : IPlatformDriver
{
    /// <summary>Connects; the host has been looked up.</summary>
    public SimulatorDriver(Uri connectionUri, SimulatorWorld world, string hostName)
    {
        ConnectionUri = connectionUri;
        World = world;
        HostName = hostName;
    }

    /// <inheritdoc/>
    public Uri ConnectionUri { get; }

    /// <inheritdoc/>
    public IClock Clock => World.Clock;

    /// <inheritdoc/>
    public string HostName { get; }

    /// <summary>The world that the host is in.</summary>
    public SimulatorWorld World { get; }

    /// <inheritdoc/>
    public Task<MigrationCapability> GetCapabilityAsync(CancellationToken cancellationToken) =>
        Answer(SimulatorCapabilities.Describe, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<VirtualSystem>> GetSystemsAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<VirtualSystem>>(
        host => host.Systems.Select(system => SimulatorFacts.Describe(system, host.Name)).ToList(), cancellationToken);

    /// <inheritdoc/>
    public Task<VirtualSystem?> FindSystemAsync(string systemId, CancellationToken cancellationToken) => Answer(
        host => host.System(systemId) is { } system ? SimulatorFacts.Describe(system, host.Name) : null, cancellationToken);

    /// <inheritdoc/>
    public Task<SystemDefinition?> GetDefinitionAsync(string systemId, CancellationToken cancellationToken) => Answer(
        host => host.System(systemId) is { } system ? SimulatorFacts.Define(system, host.Name) : null, cancellationToken);

    /// <inheritdoc/>
    public Task<SourceFacts> GetSourceFactsAsync(string systemId, CancellationToken cancellationToken) => Answer(
        (state, host) =>
        {
            var system = state.System(host.Name, systemId) ?? throw SimulatorErrors.SystemNotFound(systemId, host.Name);
            return SimulatorFacts.OfSource(state, host, system, World.IsMigrating(system.Id));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<DestinationFacts> GetDestinationFactsAsync(
        SourceFacts source, IPlatformDriver sourceDriver, MigrationOrder order, CancellationToken cancellationToken) =>
        Answer((state, host) => SimulatorFacts.OfDestination(state, host, source, order), cancellationToken);

    /// <inheritdoc/>
    public Task<IMigrationActions> OpenMigrationAsync(
        SourceFacts source, MigrationOrder order, IPlatformDriver destination, DestinationFacts destinationFacts, CancellationToken cancellationToken)
    {
        if (destination is not SimulatorDriver there || !ReferenceEquals(there.World, World))
        {
            throw new MigrationException(
                MigrationErrorKind.ParameterInvalid,
                $"The host {destination.HostName} is not in the simulated world of {HostName}.",
                "Name a destination of the same world: the same file, or no file for both.");
        }

        return Answer<IMigrationActions>(
            (state, host) =>
            {
                var system = state.System(host.Name, source.System.Id) ?? throw SimulatorErrors.SystemNotFound(source.System.Id, host.Name);
                if (!World.TryBeginMigration(system.Id))
                {
                    throw new MigrationException(
                        MigrationErrorKind.MigrationRunning,
                        $"A migration of the virtual system named {system.Name} is under way.",
                        "Wait for it with Wait-VSMigrationJob, or stop it with Stop-VSMigrationJob.");
                }

                return new SimulatorMigration(World, host.Name, there.HostName, system, order, SimulatorFacts.DisksToCopy(source, destinationFacts, order.Change));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A connection to the simulator holds nothing: the world lives on without it.
    }

    private Task<T> Answer<T>(Func<SimulatedHost, T> question, CancellationToken cancellationToken) =>
        Answer((_, host) => question(host), cancellationToken);

    private async Task<T> Answer<T>(Func<SimulatorState, SimulatedHost, T> question, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        var state = World.Read();
        var host = state.Host(HostName);
        return host is { IsOnline: true } ? question(state, host) : throw SimulatorErrors.HostOffline(HostName);
    }
}
