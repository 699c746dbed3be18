using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.Profile.Methods;

namespace VsMigration.Service;

/// <summary>Connections to destinations, kept while the session lasts: the second migration to a host does not connect again.</summary>
internal sealed class DestinationDrivers : IDisposable
{
    private readonly IPlatform _platform;
    private readonly object _gate = new();
    private readonly Dictionary<string, IPlatformDriver> _drivers = new(StringComparer.Ordinal);

    public DestinationDrivers(IPlatform platform) => _platform = platform;

    /// <summary>The driver of a destination.</summary>
    /// <exception cref="MigrationException">It cannot be reached, or has no URI.</exception>
    public async Task<IPlatformDriver> GetAsync(MigrationHost host, CancellationToken cancellationToken)
    {
        if (host.ConnectionUri is not { } uri)
        {
            throw new MigrationException(
                MigrationErrorKind.HostNotFound,
                $"The destination host '{host.Name}' has no connection URI.",
                "Add it with Add-VSMigrationHost -ConnectionUri.");
        }

        lock (_gate)
        {
            if (_drivers.TryGetValue(uri.OriginalString, out var known))
            {
                return known;
            }
        }

        var driver = await _platform.ConnectAsync(uri, cancellationToken);
        lock (_gate)
        {
            if (_drivers.TryGetValue(uri.OriginalString, out var raced))
            {
                driver.Dispose();
                return raced;
            }

            return _drivers[uri.OriginalString] = driver;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var driver in _drivers.Values)
            {
                driver.Dispose();
            }

            _drivers.Clear();
        }
    }
}
