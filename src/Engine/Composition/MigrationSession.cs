using System;
using VsMigration.Client;
using VsMigration.Profile;
using VsMigration.Server;
using VsMigration.Service;

namespace VsMigration.Composition;

/// <summary>A named connection to a migration service.</summary>
public sealed class MigrationSession
{
    private readonly IDestinationHosts _destinations;

    internal MigrationSession(int id, string name, IMigrationService service, DestinationResolver resolver)
    {
        _destinations = new KnownDestinations(resolver, service);
        Id = id;
        Name = name;
        Service = service;
    }

    /// <summary>A number to name it by at the prompt.</summary>
    public int Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What stands behind it, as a URI without any password.</summary>
    public string ConnectionUri => SecretFree.Text(Service.ConnectionUri);

    /// <summary>The host it leads to.</summary>
    public string HostName => Service.HostName;

    /// <summary>The identity that the objects read through it remember.</summary>
    public Guid InstanceId => Service.Id;

    /// <summary>The service behind it.</summary>
    public IMigrationService Service { get; }

    /// <summary>The service as a CIM server shows it: elements, operations and methods of the profile. It lives as long as the session.</summary>
    /// <param name="options">What can be chosen; null = the defaults.</param>
    public ICimClient OpenCimClient(CimServerOptions? options = null) => new CimServer(Service, _destinations, options);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
