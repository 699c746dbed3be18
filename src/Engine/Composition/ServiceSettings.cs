using System;
using System.IO;
using System.Xml;
using System.Xml.Linq;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile.Methods;
using VsMigration.Xml;

namespace VsMigration.Composition;

/// <summary>What was set of the services of this user, in one XML file: the limits. What is not in it is as by default.</summary>
internal sealed class ServiceSettings
{
    private readonly ConfigurationFolder _folder;
    private readonly object _gate = new();

    /// <summary>Opens the settings of a folder; the file need not exist.</summary>
    public ServiceSettings(ConfigurationFolder folder) => _folder = folder;

    /// <exception cref="MigrationException">ConfigurationInvalid: the file cannot be read.</exception>
    public JobLimits ReadLimits()
    {
        var limits = new JobLimits();
        lock (_gate)
        {
            try
            {
                return File.Exists(_folder.SettingsFile) && BoundedXml.Load(_folder.SettingsFile).Root!.Element("Limits") is { } element
                    ? new JobLimits
                    {
                        MaximumMigrations = (int?)element.Attribute(nameof(JobLimits.MaximumMigrations)) ?? limits.MaximumMigrations,
                        MaximumOutgoingPerHost = (int?)element.Attribute(nameof(JobLimits.MaximumOutgoingPerHost)) ?? limits.MaximumOutgoingPerHost,
                        MaximumIncomingPerHost = (int?)element.Attribute(nameof(JobLimits.MaximumIncomingPerHost)) ?? limits.MaximumIncomingPerHost,
                        BytesPerSecondPerHost = (ulong?)element.Attribute(nameof(JobLimits.BytesPerSecondPerHost)) ?? limits.BytesPerSecondPerHost,
                    }
                    : limits;
            }
            catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException or FormatException or OverflowException)
            {
                throw Invalid("cannot be read", e);
            }
        }
    }

    /// <exception cref="MigrationException">ConfigurationInvalid: the file cannot be written.</exception>
    public void Write(JobLimits limits)
    {
        var document = new XDocument(new XElement("Settings", new XElement("Limits",
            new XAttribute(nameof(limits.MaximumMigrations), limits.MaximumMigrations),
            new XAttribute(nameof(limits.MaximumOutgoingPerHost), limits.MaximumOutgoingPerHost),
            new XAttribute(nameof(limits.MaximumIncomingPerHost), limits.MaximumIncomingPerHost),
            limits.BytesPerSecondPerHost is { } rate ? new XAttribute(nameof(limits.BytesPerSecondPerHost), rate) : null)));
        lock (_gate)
        {
            try
            {
                _folder.Create();
                DurableFile.Write(_folder.SettingsFile, document);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Invalid("cannot be written", e);
            }
        }
    }

    private MigrationException Invalid(string what, Exception cause) => new(
        MigrationErrorKind.ConfigurationInvalid,
        $"The file of settings '{_folder.SettingsFile}' {what}: {cause.Message}",
        "Mend or delete the file, or set VSMIGRATION_HOME to another folder.",
        cause);
}
