using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Platforms;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Service;

namespace VsMigration.Composition;

/// <summary>The destinations of one service: the hosts that the user added, and those that its platform knows by itself.</summary>
internal sealed class KnownDestinations : IDestinationHosts
{
    private readonly DestinationResolver _resolver;
    private readonly IMigrationService _source;

    public KnownDestinations(DestinationResolver resolver, IMigrationService source)
    {
        _resolver = resolver;
        _source = source;
    }

    public IReadOnlyList<MigrationHost> GetAll() => _resolver.Known(_source.ConnectionUri)
        .Where(name => !IsSource(name))
        .Select(TryResolve)
        .OfType<MigrationHost>()
        .ToList();

    public MigrationHost? Find(string name) =>
        !IsSource(name) && _resolver.Known(_source.ConnectionUri).FirstOrDefault(known => Same(known, name)) is { } known ? TryResolve(known) : null;

    public MigrationHost Resolve(string destination, TransportType? transport) => _resolver.Resolve(destination, _source.ConnectionUri, transport);

    private bool IsSource(string name) => Same(name, _source.HostName);

    // A name that was added without a URI, and that the platform cannot reach by its name, is no destination yet.
    private MigrationHost? TryResolve(string name)
    {
        try
        {
            return Resolve(name, transport: null);
        }
        catch (MigrationException e) when (e.Kind is MigrationErrorKind.HostNotFound or MigrationErrorKind.UriInvalid)
        {
            return null;
        }
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
