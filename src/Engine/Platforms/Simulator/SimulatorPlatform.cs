using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Simulator;

/// <summary>
/// Hosts that exist in memory only, for rehearsals, tests and a first look: the numbers follow <see cref="PreCopyModel"/>, the time a clock.
/// All sessions of a process that name the same world share it.
/// </summary>
public sealed class SimulatorPlatform : IPlatform
{
    private static readonly Dictionary<(string? File, bool IsVirtualTime), SimulatorWorld> Worlds = new();

    // A fixed day: a rehearsal shows the same times each time.
    private static readonly DateTimeOffset VirtualStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public string Name => "simulator";

    /// <inheritdoc/>
    public IReadOnlyList<string> Schemes { get; } = new[] { SimulatorUri.Scheme };

    /// <inheritdoc/>
    public Uri? LocalConnectionUri => null;

    /// <inheritdoc/>
    public async Task<IPlatformDriver> ConnectAsync(Uri connectionUri, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        var uri = SimulatorUri.Parse(connectionUri);
        var world = World(uri);
        var state = world.Read();
        var host = uri.Host is null ? state.Hosts[0] : state.Host(uri.Host);
        if (host is null)
        {
            throw new MigrationException(
                MigrationErrorKind.HostUnreachable,
                $"The simulated world has no host named '{uri.Host}'.",
                "Its hosts are: " + string.Join(", ", state.Hosts.Select(other => other.Name)) + ". Name one by ?host=");
        }

        return host.IsOnline ? new SimulatorDriver(connectionUri, world, host.Name) : throw SimulatorErrors.HostOffline(host.Name);
    }

    /// <inheritdoc/>
    public Uri? DestinationUri(Uri sourceUri, string host, TransportType? transport) =>
        World(SimulatorUri.Parse(sourceUri)).Read().Host(host) is { } known ? SimulatorUri.WithHost(sourceUri, known.Name) : null;

    /// <inheritdoc/>
    public IReadOnlyList<string> KnownDestinations(Uri sourceUri)
    {
        var uri = SimulatorUri.Parse(sourceUri);
        var hosts = World(uri).Read().Hosts;
        string source = uri.Host ?? hosts[0].Name;
        return hosts.Select(host => host.Name).Where(name => !string.Equals(name, source, StringComparison.OrdinalIgnoreCase)).ToList();
    }

    private static SimulatorWorld World(SimulatorUri uri)
    {
        lock (Worlds)
        {
            if (!Worlds.TryGetValue((uri.FilePath, uri.IsVirtualTime), out var world))
            {
                IClock clock = uri.IsVirtualTime ? new VirtualClock(VirtualStart) : SystemClock.Instance;
                world = uri.FilePath is null
                    ? new SimulatorWorld(clock, DefaultWorld.Create())
                    : new SimulatorWorld(clock, new SimulatorStateFile(uri.FilePath));
                Worlds.Add((uri.FilePath, uri.IsVirtualTime), world);
            }

            return world;
        }
    }
}
