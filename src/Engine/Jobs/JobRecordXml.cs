using System;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Jobs;

/// <summary>The form of a job's file.</summary>
internal static class JobRecordXml
{
    private const string Version = "1";

    public static XDocument ToXml(JobRecord record)
    {
        var subject = record.Subject;
        return new XDocument(new XElement("MigrationJob",
            new XAttribute("Version", Version),
            new XAttribute("InstanceID", record.InstanceId),
            new XAttribute("TimeSubmitted", Time(record.Submitted)),
            record.Started is { } started ? new XAttribute("StartTime", Time(started)) : null,
            new XAttribute("JobState", record.State),
            new XAttribute("Owner", subject.Request.Owner),
            new XElement("Process",
                new XAttribute("Machine", record.Owner.Machine),
                new XAttribute("Id", record.Owner.ProcessId),
                new XAttribute("Started", Time(record.Owner.Started))),
            new XElement("VirtualSystem",
                new XAttribute("Name", subject.VirtualSystem.Name),
                new XAttribute("Id", subject.VirtualSystem.Id),
                new XAttribute("State", subject.VirtualSystem.State)),
            new XElement("Source", new XAttribute("Name", subject.SourceHost), new XAttribute("ConnectionUri", subject.SourceUri)),
            new XElement("Destination", new XAttribute("Name", subject.DestinationHost), new XAttribute("ConnectionUri", subject.DestinationUri)),
            new XElement("Setting",
                new XAttribute("MigrationType", subject.MigrationType),
                new XAttribute("TransportType", subject.TransportType),
                new XAttribute("Priority", subject.Priority)),
            new XElement("Steps",
                from step in record.Steps
                select new XElement("Step", new XAttribute("Name", step.Name), new XAttribute("Outcome", step.Outcome)))));
    }

    /// <exception cref="FormatException">It is no record of a version that we read.</exception>
    public static JobRecord FromXml(XDocument document)
    {
        var root = document.Root!;
        if (root.Name != "MigrationJob" || (string?)root.Attribute("Version") != Version)
        {
            throw new FormatException("It is no record of a migration job, or of a later version.");
        }

        var process = Child(root, "Process");
        var system = Child(root, "VirtualSystem");
        var source = Child(root, "Source");
        var destination = Child(root, "Destination");
        var setting = Child(root, "Setting");
        return new JobRecord
        {
            InstanceId = Text(root, "InstanceID"),
            Submitted = Time(Text(root, "TimeSubmitted")),
            Started = (string?)root.Attribute("StartTime") is { } started ? Time(started) : null,
            State = Value<JobState>(root, "JobState"),
            Owner = new RecordOwner
            {
                Machine = Text(process, "Machine"),
                ProcessId = int.Parse(Text(process, "Id"), CultureInfo.InvariantCulture),
                Started = Time(Text(process, "Started")),
            },
            Subject = new JobSubject
            {
                VirtualSystem = new VirtualSystem
                {
                    Name = Text(system, "Name"),
                    Id = Text(system, "Id"),
                    State = Value<VirtualSystemState>(system, "State"),
                    HostName = Text(source, "Name"),
                },
                SourceHost = Text(source, "Name"),
                SourceUri = Text(source, "ConnectionUri"),
                DestinationHost = Text(destination, "Name"),
                DestinationUri = Text(destination, "ConnectionUri"),
                MigrationType = Value<MigrationType>(setting, "MigrationType"),
                TransportType = Value<TransportType>(setting, "TransportType"),
                Priority = ushort.Parse(Text(setting, "Priority"), CultureInfo.InvariantCulture),
                Request = new MigrationRequest { SystemId = Text(system, "Id"), Owner = (string?)root.Attribute("Owner") ?? "" },
            },
            Steps = Child(root, "Steps").Elements("Step")
                .Select(step => new StepRecord { Name = Value<MigrationStepName>(step, "Name"), Outcome = Value<StepOutcome>(step, "Outcome") })
                .ToList(),
        };
    }

    private static XElement Child(XElement parent, string name) =>
        parent.Element(name) ?? throw new FormatException($"The record has no {name}.");

    private static string Text(XElement element, string name) =>
        (string?)element.Attribute(name) ?? throw new FormatException($"The record's {element.Name} has no {name}.");

    private static T Value<T>(XElement element, string name)
        where T : struct, Enum =>
        Enum.TryParse(Text(element, name), out T value) ? value : throw new FormatException($"The record's {name} is unknown.");

    private static string Time(DateTimeOffset time) => XmlConvert.ToString(time);

    private static DateTimeOffset Time(string text) => XmlConvert.ToDateTimeOffset(text);
}
