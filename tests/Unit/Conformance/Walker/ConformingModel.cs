using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Tests.Conformance.Walker;

/// <summary>An implementation of the profile with nothing wrong: two hosts, two virtual systems, Figure 2's settings, and migrations as jobs.</summary>
internal sealed class ConformingModel
{
    public const string Interop = "root/interop", Space = "root/cimv2";
    private const string Guid = "0b7a9c1e-5d0a-4b6f-9a53-6e1d2c3b4a59";

    private int _jobs;

    public ConformingModel()
    {
        Profile = Add(Interop, "CIM_RegisteredProfile", Key("InstanceID", "DMTF:DSP1081:1.0.0"), Text("RegisteredName", "Virtual System Migration"),
            Text("RegisteredVersion", "1.0.0"), Number("RegisteredOrganization", 2), Numbers("AdvertiseTypes", 2));
        Add(Interop, "CIM_RegisteredProfile", Key("InstanceID", "DMTF:DSP1054:1.1.0"), Text("RegisteredName", "Indications"),
            Text("RegisteredVersion", "1.1.0"), Number("RegisteredOrganization", 2), Numbers("AdvertiseTypes", 2));
        HostA = System("VSM_HostSystem", "host-a", "host-a");
        HostB = System("VSM_HostSystem", "host-b", "host-b");
        Service = Add(Space, "VSM_VirtualSystemMigrationService", Key("SystemCreationClassName", "VSM_HostSystem"), Key("SystemName", "host-a"),
            Key("CreationClassName", "VSM_VirtualSystemMigrationService"), Key("Name", "Migration"));
        Link("CIM_HostedService", "Antecedent", HostA, "Dependent", Service);
        Link(Interop, "CIM_ElementConformsToProfile", "ConformantStandard", Profile, "ManagedElement", Service);
        Capabilities = Add(Space, "CIM_VirtualSystemMigrationCapabilities", Key("InstanceID", "capabilities"), Numbers("SynchronousMethodsSupported", 4, 5),
            Numbers("AsynchronousMethodsSupported", 2, 3), Numbers("DestinationHostFormatsSupported", 2, 3, 4));
        Link("CIM_ElementCapabilities", "ManagedElement", Service, "Capabilities", Capabilities);
        Setting("default", 0, 0, 0, Number("MigrationType", 2), Number("Priority", 100), Number("Bandwidth", 10), Text("BandwidthUnit", "bit/second*10^6"), Number("TransportType", 2));
        Setting("point", 0, 3, 0, Number("MigrationType", 4), Number("Priority", 5));
        Setting("minimum", 1, 3, 1, Number("Bandwidth", 10), Text("BandwidthUnit", "bit/second*10^6"), Number("TransportType", 2));
        Setting("maximum", 1, 3, 2, Number("Bandwidth", 10000), Text("BandwidthUnit", "bit/second*10^6"), Number("TransportType", 2));
        Setting("increment", 1, 3, 3, Number("Bandwidth", 10), Text("BandwidthUnit", "bit/second*10^6"), Number("TransportType", 2));
        Web = System("VSM_ComputerSystem", "host-a:web", "web01", Number("EnabledState", 2), Texts("OtherIdentifyingInfo", Guid), Texts("IdentifyingDescriptions", "CIM:GUID"));
        Db = System("VSM_ComputerSystem", "host-a:db", "db01", Number("EnabledState", 3), Texts("OtherIdentifyingInfo", "x"), Texts("IdentifyingDescriptions", "CIM:Tag"));
        foreach (var system in new[] { Web, Db })
        {
            Link("CIM_ServiceAffectsElement", "AffectedElement", system, "AffectingElement", Service, Numbers("ElementEffects", 5), Number("AssignedSequence", 0));
            string id = (string)system["Name"]!;
            var definition = Add(Space, "CIM_VirtualSystemSettingData", Key("InstanceID", id), Text("ElementName", id));
            var memory = Add(Space, "CIM_ResourceAllocationSettingData", Key("InstanceID", id + "/memory"), Number("ResourceType", 4), Text("AllocationUnits", "byte*2^20"));
            Link("CIM_SettingsDefineState", "ManagedElement", system, "SettingData", definition);
            Link("CIM_VirtualSystemSettingDataComponent", "GroupComponent", definition, "PartComponent", memory);
        }

        Filter("VS_MIGRATION_JOB_CREATE", "SELECT * FROM CIM_InstCreation WHERE SourceInstance ISA CIM_ConcreteJob");
        Filter("VS_MIGRATION_METHOD_CALL", "SELECT * FROM CIM_InstMethodCall WHERE SourceInstance ISA CIM_VirtualSystemMigrationService");
        Server.Methods["CheckVirtualSystemIsMigratableToHost"] = (_, given) => Check(given, "DestinationHost");
        Server.Methods["CheckVirtualSystemIsMigratableToSystem"] = (_, given) => Check(given, "DestinationSystem");
        Server.Methods["MigrateVirtualSystemToHost"] = (_, given) => Migrate("MigrateVirtualSystemToHost", given, "DestinationHost");
        Server.Methods["MigrateVirtualSystemToSystem"] = (_, given) => Migrate("MigrateVirtualSystemToSystem", given, "DestinationSystem");
        Server.Methods["GetError"] = (_, _) => Returned(0);
        Server.Methods["GetErrors"] = (_, _) => Returned(0);
        Server.Methods["RequestStateChange"] = (path, _) => End(path, 8);
        Server.OnOperation = (operation, className) => Proceed(operation, className);
    }

    public ModelServer Server { get; } = new();

    public CimInstance Profile { get; }

    public CimInstance HostA { get; }

    public CimInstance HostB { get; }

    public CimInstance Service { get; }

    public CimInstance Capabilities { get; }

    public CimInstance Web { get; }

    public CimInstance Db { get; }

    /// <summary>The states that a job goes through, one at each look.</summary>
    public Queue<int> States { get; } = new(new[] { 3, 4, 4, 7 });

    public static CimProperty Key(string name, string value) => new(name, CimType.String, value);

    public static CimProperty Text(string name, string? value) => new(name, CimType.String, value);

    public static CimProperty Texts(string name, params string[] values) => new(name, CimType.String, values, isArray: true);

    public static CimProperty Number(string name, int value) => new(name, CimType.UInt16, value);

    public static CimProperty Numbers(string name, params int[] values) => new(name, CimType.UInt16, values, isArray: true);

    public static CimMethodResult Returned(int code, params CimProperty[] parameters) => new() { ReturnValue = (uint)code, OutParameters = parameters };

    public CimInstance Add(string space, string className, params CimProperty[] properties)
    {
        string[] keys = { "InstanceID", "SystemCreationClassName", "SystemName", "CreationClassName", "Name" };
        var path = new CimObjectPath(className, properties.Where(property => keys.Contains(property.Name) || property.Type == CimType.Reference), space);
        var instance = new CimInstance(className, properties, path);
        Server.Instances.Add(instance);
        return instance;
    }

    public void Link(string className, string role, CimInstance end, string otherRole, CimInstance otherEnd, params CimProperty[] properties) =>
        Link(Space, className, role, end, otherRole, otherEnd, properties);

    private void Link(string space, string className, string role, CimInstance end, string otherRole, CimInstance otherEnd, params CimProperty[] properties) => Add(
        space, className, properties.Prepend(new CimProperty(otherRole, CimType.Reference, otherEnd.Path)).Prepend(new CimProperty(role, CimType.Reference, end.Path)).ToArray());

    private CimInstance System(string className, string name, string elementName, params CimProperty[] properties) =>
        Add(Space, className, properties.Prepend(Text("ElementName", elementName)).Prepend(Key("Name", name)).Prepend(Key("CreationClassName", className)).ToArray());

    private void Setting(string id, int policy, int role, int range, params CimProperty[] properties) => Link(
        "CIM_SettingsDefineCapabilities", "GroupComponent", Capabilities,
        "PartComponent", Add(Space, "VSM_VirtualSystemMigrationSettingData", properties.Prepend(Text("ElementName", id)).Prepend(Key("InstanceID", id)).ToArray()),
        Number("PropertyPolicy", policy), Number("ValueRole", role), Number("ValueRange", range));

    private void Filter(string name, string query) => Add(
        Interop, "CIM_IndicationFilter", Key("SystemCreationClassName", "CIM_ObjectManager"), Key("SystemName", "host-a"), Key("CreationClassName", "CIM_IndicationFilter"),
        Key("Name", name), Text("Query", query), Text("QueryLanguage", "DMTF:CQL"));

    private static object? Given(IReadOnlyList<CimProperty> given, string name) => given.FirstOrDefault(parameter => parameter.Name == name)?.Value;

    private static CimException Refused(CimStatus status, string id, string message, params string[] arguments) => new(status, message, new[]
    {
        new CimInstance("CIM_Error", new[]
        {
            Text("OwningEntity", "DMTF"), Text("MessageID", id), Text("Message", message), Texts("MessageArguments", arguments), Text("ErrorSource", "x"),
        }),
    });

    /// <summary>Whether a path leads to web01 where it was before, whatever its class is called.</summary>
    private static bool IsWeb(object? path) => path is CimObjectPath { Keys.Count: 2 } system && system["Name"] is "host-a:web";

    private CimMethodResult Check(IReadOnlyList<CimProperty> given, string destination)
    {
        Demand(given, destination);
        return Returned(0, new CimProperty("IsMigratable", CimType.Boolean, true));
    }

    private CimInstance Demand(IReadOnlyList<CimProperty> given, string destination)
    {
        var system = Server.Instances.Find(instance => Server.IsA(instance.ClassName, "VSM_ComputerSystem") && instance.Path!.Equals(Given(given, "ComputerSystem")))
            ?? throw Refused(CimStatus.NotFound, "SVPC0003", "The virtual system named x does not exist.", "x");
        object? target = Given(given, destination);
        bool known = target is string host ? host is "host-b" or "192.0.2.7" : target is CimObjectPath path && path["Name"] is "host-b";
        if (!known)
        {
            throw Refused(CimStatus.InvalidParameter, "SVPC8040", "The x() parameter y at index 0 is z; expected parameter value is w.", "x", "y", "0", "z", "w");
        }

        if (Given(given, "MigrationSettingData") is CimInstance setting && (setting["MigrationType"] is ushort and > 4 || setting["TransportType"] is ushort and > 6 || setting["BandwidthUnit"] is "no such unit"))
        {
            throw new CimException(CimStatus.InvalidParameter, "no such value");
        }

        return system;
    }

    private CimMethodResult Migrate(string method, IReadOnlyList<CimProperty> given, string destination)
    {
        var source = Demand(given, destination);
        string id = FormattableString.Invariant($"job-{++_jobs}");
        var time = new CimProperty("TimeOfLastStateChange", CimType.DateTime, DateTimeOffset.UnixEpoch);
        var job = Add(Space, "VSM_MigrationJob", Key("InstanceID", id), Text("Name", "migration"), Number("JobState", 2), time, Number("PercentComplete", 0),
            new CimProperty("TimeBeforeRemoval", CimType.DateTime, TimeSpan.FromMinutes(5)));
        // Its Name is no key: the path has InstanceID only.
        Server.Instances.Remove(job);
        job = job.At(new CimObjectPath(job.ClassName, new[] { Key("InstanceID", id) }, Space));
        Server.Instances.Add(job);
        var result = Add(Space, "CIM_MethodResult", Key("InstanceID", id), new CimProperty("PreCallIndication", CimType.Instance, Call(method, true)));
        Link("CIM_OwningJobElement", "OwningElement", Service, "OwnedElement", job);
        Link("CIM_AssociatedJobMethodResult", "Job", job, "JobParameters", result);
        Affects(source, job);
        Server.Set("CIM_ServiceAffectsElement", Number("AssignedSequence", 100));
        return Returned(4096, new CimProperty("Job", CimType.Reference, job.Path), new CimProperty("NewComputerSystem", CimType.Reference, null));
    }

    private void Affects(CimInstance system, CimInstance job) => Link(
        "CIM_AffectedJobElement", "AffectedElement", system, "AffectingElement", job,
        Numbers("ElementEffects", 1), Texts("OtherElementEffectsDescriptions", "Virtual System Migration"));

    private static CimInstance Call(string method, bool preCall) => new("CIM_InstMethodCall", new[]
    {
        Text("MethodName", method), new CimProperty("PreCall", CimType.Boolean, preCall), Number("PerceivedSeverity", 2),
        new CimProperty("MethodParameters", CimType.Instance, new CimInstance("__MethodParameters", new[] { Text(preCall ? "ComputerSystem" : "Job", "/root/cimv2:x") })),
        Text("ReturnValue", preCall ? null : "4096"), Number("ReturnValueType", 9),
    });

    // Each look at a job finds it one step on.
    private void Proceed(string operation, string className)
    {
        if (operation == "GetInstance" && Server.IsA(className, "CIM_ConcreteJob") && States.Count > 0)
        {
            int state = States.Dequeue();
            Server.Change("CIM_ConcreteJob", job => job.With(Number("JobState", state)).With(Number("PercentComplete", state == 7 ? 100 : 10)));
            if (state == 7)
            {
                var target = System("VSM_ComputerSystem", "host-b:web", "web01", Number("EnabledState", 2), Texts("OtherIdentifyingInfo", "y", Guid), Texts("IdentifyingDescriptions", "CIM:Tag", "CIM:GUID"));
                Affects(target, Server.Instances.Find(instance => Server.IsA(instance.ClassName, "CIM_ConcreteJob"))!);
                Link("CIM_ServiceAffectsElement", "AffectedElement", target, "AffectingElement", Service, Numbers("ElementEffects", 5), Number("AssignedSequence", 0));
                Server.Instances.RemoveAll(instance => IsWeb(instance.Path));
                Server.Change("CIM_ServiceAffectsElement", link => IsWeb(link["AffectedElement"]) ? null : link);
                Server.Change("CIM_SettingsDefineState", link => IsWeb(link["ManagedElement"]) ? null : link);
            }

            if (state >= 7)
            {
                Server.Set("CIM_MethodResult", new CimProperty("PostCallIndication", CimType.Instance, Call("MigrateVirtualSystemToSystem", false)));
                Server.Set("CIM_ServiceAffectsElement", Number("AssignedSequence", 0));
            }
        }
    }

    private CimMethodResult End(CimObjectPath path, int state)
    {
        States.Clear();
        States.Enqueue(state);
        return Returned(0);
    }
}
