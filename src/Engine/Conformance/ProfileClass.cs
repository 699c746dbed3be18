using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;

namespace VsMigration.Conformance;

/// <summary>A property that clause 10 names, as the CIM schema declares it.</summary>
internal sealed record ProfileProperty(string Name, CimType Type, bool IsArray = false, bool IsKey = false, string Row = "");

/// <summary>A class of clause 10: where the profile speaks of it, and what of it can be seen from outside. Written from the CIM schema, and not from our own classes.</summary>
internal sealed record ProfileClass
{
    /// <summary>All of them that have instances, in the order of clause 10.</summary>
    public static IReadOnlyList<ProfileClass> All { get; } = new[]
    {
        Association("CIM_AffectedJobElement", "10.1", "8.2.1", "T10", "T18", "AffectedElement", "AffectingElement", ofJobs: true,
            Numbers("ElementEffects", "T18-3"), Texts("OtherElementEffectsDescriptions", "T18-4")),
        Association("CIM_AssociatedJobMethodResult", "10.2", "8.2.2", "T11", "T19", "Job", "JobParameters", ofJobs: true),
        Class("CIM_ConcreteJob", "10.3", "8.2.3", "T20", ofJobs: true,
            Key("InstanceID"), Text("Name"), Number("JobState", "T20-1"), Time("TimeOfLastStateChange", "T20-2"), Time("TimeBeforeRemoval"), Numbers("OperationalStatus")),
        Class("CIM_ComputerSystem", "10.4", "8.2.4", "T21", ofJobs: false,
            Key("CreationClassName"), Key("Name"), Text("ElementName", "T21-1"), Texts("IdentifyingDescriptions", "T21-2"), Texts("OtherIdentifyingInfo", "T21-3")),
        Association("CIM_ElementCapabilities", "10.5", "8.2.5", "T12", "T22", "ManagedElement", "Capabilities", ofJobs: false),
        Association("CIM_HostedService", "10.7", "8.2.6", "T13", "T24", "Antecedent", "Dependent", ofJobs: false),
        Class("CIM_MethodResult", "10.8", "8.2.7", "T25", ofJobs: true,
            Key("InstanceID", "T25-1"), Embedded("PreCallIndication", "T25-2"), Embedded("PostCallIndication", "T25-3")),
        Association("CIM_OwningJobElement", "10.9", "8.2.8", "T14", "T26", "OwningElement", "OwnedElement", ofJobs: true),
        Class("CIM_RegisteredProfile", "10.10", "8.2.9", "T27", ofJobs: false,
            Key("InstanceID"), Number("RegisteredOrganization", "T27-1"), Text("RegisteredName", "T27-2"), Text("RegisteredVersion", "T27-3"), Numbers("AdvertiseTypes")),
        Association("CIM_ServiceAffectsElement", "10.11", "8.2.10", "T15", "T28", "AffectedElement", "AffectingElement", ofJobs: false,
            Numbers("ElementEffects", "T28-3"), Number("AssignedSequence", "T28-4")),
        Association("CIM_SettingsDefineCapabilities", "10.12", "8.2.11", "T16", "T29", "GroupComponent", "PartComponent", ofJobs: false,
            Number("PropertyPolicy", "T29-3"), Number("ValueRole", "T29-4"), Number("ValueRange", "T29-5")),
        Class("CIM_VirtualSystemMigrationCapabilities", "10.13", "8.2.12", "T30", ofJobs: false,
            Key("InstanceID", "T30-1"), Numbers("AsynchronousMethodsSupported", "T30-2"), Numbers("SynchronousMethodsSupported", "T30-3"),
            Numbers("DestinationHostFormatsSupported", "T30-4")),
        Class("CIM_VirtualSystemMigrationService", "10.14", "8.2.13", "T31", ofJobs: false,
            Key("CreationClassName", "T31-1"), Key("Name", "T31-2"), Key("SystemCreationClassName", "T31-3"), Key("SystemName", "T31-4")),
        Class("CIM_VirtualSystemMigrationSettingData", "10.16", "8.2.14", "T33", ofJobs: false,
            Key("InstanceID", "T33-1"), Number("MigrationType", "T33-2"), Number("Priority", "T33-3"), Number("Bandwidth", "T33-4"), Text("BandwidthUnit", "T33-5"),
            Number("TransportType", "T33-6"), Text("OtherTransportType", "T33-7")),
    };

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its subclause of clause 10.</summary>
    public string Clause { get; init; } = "";

    /// <summary>Its subclause of clause 8.2.</summary>
    public string Operations { get; init; } = "";

    /// <summary>The table of operations that are unspecified where its instance is the source object; empty where there is none.</summary>
    public string Unspecified { get; init; } = "";

    /// <summary>The table of its elements.</summary>
    public string Table { get; init; } = "";

    /// <summary>Whether it has instances only where there are jobs.</summary>
    public bool OfJobs { get; init; }

    /// <summary>Its references, of which there are two; empty where it is no association.</summary>
    public IReadOnlyList<string> Roles { get; init; } = new List<string>();

    /// <summary>What clause 10 names of it, and the keys.</summary>
    public IReadOnlyList<ProfileProperty> Properties { get; init; } = new List<ProfileProperty>();

    /// <summary>The class of a name.</summary>
    public static ProfileClass Of(string name) => All.Single(candidate => candidate.Name == name);

    private static ProfileClass Class(string name, string clause, string operations, string table, bool ofJobs, params ProfileProperty[] properties) =>
        new() { Name = name, Clause = clause, Operations = operations, Table = table, OfJobs = ofJobs, Properties = properties };

    private static ProfileClass Association(
        string name, string clause, string operations, string unspecified, string table, string first, string second, bool ofJobs, params ProfileProperty[] properties) => new()
        {
            Name = name,
            Clause = clause,
            Operations = operations,
            Unspecified = unspecified,
            Table = table,
            OfJobs = ofJobs,
            Roles = new[] { first, second },
            Properties = new[]
            {
                new ProfileProperty(first, CimType.Reference, IsKey: true, Row: table + "-1"),
                new ProfileProperty(second, CimType.Reference, IsKey: true, Row: table + "-2"),
            }.Concat(properties).ToList(),
        };

    private static ProfileProperty Key(string name, string row = "") => new(name, CimType.String, IsKey: true, Row: row);

    private static ProfileProperty Text(string name, string row = "") => new(name, CimType.String, Row: row);

    private static ProfileProperty Texts(string name, string row = "") => new(name, CimType.String, IsArray: true, Row: row);

    private static ProfileProperty Number(string name, string row = "") => new(name, CimType.UInt16, Row: row);

    private static ProfileProperty Numbers(string name, string row = "") => new(name, CimType.UInt16, IsArray: true, Row: row);

    private static ProfileProperty Time(string name, string row = "") => new(name, CimType.DateTime, Row: row);

    private static ProfileProperty Embedded(string name, string row = "") => new(name, CimType.Instance, Row: row);
}
