using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using VsMigration.Platforms;
using VsMigration.Profile.Methods;
using VsMigration.Xml;

namespace VsMigration.Composition;

/// <summary>The hosts that a user has added by name, in one XML file. Names are compared without regard to case.</summary>
public sealed class HostStore
{
    private readonly ConfigurationFolder _folder;
    private readonly object _gate = new();

    /// <summary>Opens the store of a folder; the file need not exist.</summary>
    public HostStore(ConfigurationFolder folder) => _folder = folder;

    /// <summary>All hosts, by name.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: the file cannot be read.</exception>
    public IReadOnlyList<MigrationHost> GetAll()
    {
        lock (_gate)
        {
            return Read();
        }
    }

    /// <summary>The host of a name; null if there is none.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: the file cannot be read.</exception>
    public MigrationHost? Find(string name) => GetAll().FirstOrDefault(host => SameName(host.Name, name));

    /// <summary>Adds a host; one of the same name is replaced.</summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: the file cannot be read or written.</exception>
    public void Add(MigrationHost host)
    {
        lock (_gate)
        {
            Write(Read().Where(known => !SameName(known.Name, host.Name)).Append(host));
        }
    }

    /// <summary>Removes the host of a name.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="MigrationException">ConfigurationInvalid: the file cannot be read or written.</exception>
    public bool Remove(string name)
    {
        lock (_gate)
        {
            var all = Read();
            var rest = all.Where(known => !SameName(known.Name, name)).ToList();
            if (rest.Count == all.Count)
            {
                return false;
            }

            Write(rest);
            return true;
        }
    }

    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private List<MigrationHost> Read()
    {
        try
        {
            if (!File.Exists(_folder.HostsFile))
            {
                return new List<MigrationHost>();
            }

            var hosts =
                from element in BoundedXml.Load(_folder.HostsFile).Root!.Elements("Host")
                select new MigrationHost
                {
                    Name = (string?)element.Attribute("Name") ?? throw new XmlException("A Host has no Name."),
                    ConnectionUri = ToUri(element.Attribute("ConnectionUri")),
                    MigrationUri = ToUri(element.Attribute("MigrationUri")),
                };
            return hosts.OrderBy(host => host.Name, StringComparer.OrdinalIgnoreCase).ToList();
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or UriFormatException)
        {
            throw Invalid("cannot be read", e);
        }
    }

    private void Write(IEnumerable<MigrationHost> hosts)
    {
        var document = new XDocument(new XElement("Hosts",
            from host in hosts.OrderBy(host => host.Name, StringComparer.OrdinalIgnoreCase)
            select new XElement("Host",
                new XAttribute("Name", host.Name),
                host.ConnectionUri is null ? null : new XAttribute("ConnectionUri", host.ConnectionUri.OriginalString),
                host.MigrationUri is null ? null : new XAttribute("MigrationUri", host.MigrationUri.OriginalString))));
        try
        {
            _folder.Create();
            DurableFile.Write(_folder.HostsFile, document);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Invalid("cannot be written", e);
        }
    }

    private static Uri? ToUri(XAttribute? attribute) => attribute is null ? null : new Uri(attribute.Value, UriKind.Absolute);

    private MigrationException Invalid(string what, Exception cause) => new(
        MigrationErrorKind.ConfigurationInvalid,
        $"The file of known hosts '{_folder.HostsFile}' {what}: {cause.Message}",
        "Mend or delete the file, or set VSMIGRATION_HOME to another folder.",
        cause);
}
