using System.Collections.Generic;
using VsMigration.Platforms;
using VsMigration.Profile.Implementation;

namespace VsMigration.Service;

/// <summary>The hosts that a service can migrate to, as far as they are known here, and the way from a name to a host.</summary>
public interface IDestinationHosts
{
    /// <summary>The known hosts, by name; the source's own is not among them.</summary>
    /// <exception cref="Profile.Methods.MigrationException">ConfigurationInvalid: the file of known hosts cannot be read.</exception>
    IReadOnlyList<MigrationHost> GetAll();

    /// <summary>The known host of a name, without regard to case; null if there is none.</summary>
    /// <exception cref="Profile.Methods.MigrationException">ConfigurationInvalid: the file of known hosts cannot be read.</exception>
    MigrationHost? Find(string name);

    /// <summary>A host that need not be known before: a domain name or an address leads to one by itself.</summary>
    /// <param name="destination">What somebody calls it.</param>
    /// <param name="transport">The transport asked for; null = the default.</param>
    /// <exception cref="Profile.Methods.MigrationException">HostNotFound, UriInvalid, ConfigurationInvalid.</exception>
    MigrationHost Resolve(string destination, TransportType? transport);
}
