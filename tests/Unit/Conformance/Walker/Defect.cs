using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Client;
using static VsMigration.Tests.Conformance.Walker.ConformingModel;

namespace VsMigration.Tests.Conformance.Walker;

/// <summary>Defects of servers, one at a time, put into the conforming model.</summary>
internal sealed class Defect
{
    private const string CheckToHost = "CheckVirtualSystemIsMigratableToHost", MigrateToSystem = "MigrateVirtualSystemToSystem";
    private readonly ConformingModel _model;
    private readonly ModelServer _server;

    public Defect(ConformingModel model)
    {
        _model = model;
        _server = model.Server;
    }

    public void Do(string defect)
    {
        if (defect.StartsWith("no CIM_", StringComparison.Ordinal))
        {
            _server.Change(defect.Substring(3), _ => null);
            return;
        }

        Action change = defect switch
        {
            "version 0.8.1" => () => _server.Set("CIM_RegisteredProfile", Text("RegisteredVersion", "0.8.1")),
            "name with Profile" => () => ChangeById("DMTF:DSP1081:1.0.0", profile => profile.With(Text("RegisteredName", "Virtual System Migration Profile"))),
            "organisation 1" => () => _server.Set("CIM_RegisteredProfile", Number("RegisteredOrganization", 1)),
            "ValueRole 3 of the default" => () => ChangeLink("default", link => link.With(Number("ValueRole", 3))),
            "ValueRole 2" => () => ChangeLink("point", link => link.With(Number("ValueRole", 2))),
            "ValueRange 7" => () => ChangeLink("point", link => link.With(Number("ValueRange", 7))),
            "PropertyPolicy 1 of the default" => () => ChangeLink("default", link => link.With(Number("PropertyPolicy", 1))),
            "two maximums" => () => ChangeLink("minimum", link => link.With(Number("ValueRange", 2))),
            "an increment without a minimum" => () => ChangeLink("minimum", _ => null),
            "no default MigrationType" => () => ChangeById("default", setting => setting.Without("MigrationType")),
            "no BandwidthUnit" => () => ChangeById("maximum", setting => setting.Without("BandwidthUnit")),
            "4 in the asynchronous array" => () => _server.Set("CIM_VirtualSystemMigrationCapabilities", Numbers("AsynchronousMethodsSupported", 2, 3, 4)),
            "4 twice" => () => _server.Set("CIM_VirtualSystemMigrationCapabilities", Numbers("SynchronousMethodsSupported", 4, 4, 5)),
            "5 and no such method" => () => _server.Methods.Remove("CheckVirtualSystemIsMigratableToSystem"),
            "a method that is not advertised" => () => _server.Set("CIM_VirtualSystemMigrationCapabilities", Numbers("SynchronousMethodsSupported", 4)),
            "formats missing" => () => _server.Change("CIM_VirtualSystemMigrationCapabilities", found => found.Without("DestinationHostFormatsSupported")),
            "two services of a system" => SecondService,
            "ElementEffects 2" => () => _server.Set("CIM_ServiceAffectsElement", Numbers("ElementEffects", 2)),
            "arrays swapped" => () => _server.Change("VSM_ComputerSystem", Swap),
            "descriptions missing" => () => _server.Change("VSM_ComputerSystem", system => system.Without("IdentifyingDescriptions")),
            "check answers 4096" => () => _server.Methods[CheckToHost] = (_, _) => Returned(4096),
            "check answers 77" => () => _server.Methods[CheckToHost] = (_, _) => Returned(77),
            "check without IsMigratable" => () => _server.Methods[CheckToHost] = (_, _) => Returned(0),
            "check takes any system" => () => Wrap(CheckToHost, (check, given) => check(With(given, "ComputerSystem", _model.Web.Path))),
            "check takes any host" => () => Wrap(CheckToHost, (check, given) => check(With(given, "DestinationHost", "host-b"))),
            "check refuses settings" => () => Wrap(CheckToHost, (check, given) => given.Any(parameter => parameter.Name == "MigrationSettingData") ? Returned(4) : check(given)),
            "check ignores the type" => () => Wrap(CheckToHost, (check, given) => check(given.Where(parameter => parameter.Name != "MigrationSettingData").ToList())),
            "a message unlike its template" => () => Say(error => error.With(Text("Message", "Nothing of that kind."))),
            "errors without MessageID" => () => Say(error => error.Without("MessageID")),
            "GetInstance missing" => () => Refuse("GetInstance"),
            "Associators missing" => () => Refuse("Associators"),
            "References missing" => () => Refuse("References"),
            "AssociatorNames empty" => () => Refuse("AssociatorNames"),
            "ReferenceNames in any role" => () => _server.IgnoresRoles = true,
            "EnumerateInstanceNames of fewer" => () => _server.HidesFirstName = true,
            "a wrong key finds something" => () => _server.FindsAnything = true,
            "a class declares text for a number" => () => Declare("CIM_VirtualSystemMigrationSettingData", property => property.Name == "MigrationType" ? property with { Type = CimType.String } : property),
            "a class without a key" => () => Declare("CIM_VirtualSystemMigrationCapabilities", property => property with { IsKey = false }),
            "a method of other parameters" => () => _server.Class = OtherParameters,
            "CQL in WQL" => () => _server.Set("CIM_IndicationFilter", Text("QueryLanguage", "WQL")),
            _ => throw new ArgumentException(defect),
        };
        change();
    }

    public void DoInJob(string defect)
    {
        if (defect.StartsWith("no CIM_", StringComparison.Ordinal))
        {
            WhileRunning(() => _server.Change(defect.Substring(3), _ => null));
            return;
        }

        Action change = defect switch
        {
            "effects described otherwise" => () => WhileRunning(() => _server.Set("CIM_AffectedJobElement", Texts("OtherElementEffectsDescriptions", "moved"))),
            "no target" => () => WhileRunning(() => _server.Change("CIM_AffectedJobElement", link => _model.Web.Path!.Equals(link["AffectedElement"]) ? link : null)),
            "no TimeOfLastStateChange" => () => WhileRunning(() => _server.Change("CIM_ConcreteJob", job => job.Without("TimeOfLastStateChange"))),
            "a job that goes back" => () => States(4, 2, 7),
            "Completed with an error" => () => _server.Methods["GetError"] = (_, _) => Returned(0, new CimProperty("Error", CimType.Instance, new CimInstance("CIM_Error", [Text("MessageID", "x")]))),
            "fails without GetError" => () => States(3, 4, 10),
            "PreCall false" => () => WhileRunning(() => _server.Change("CIM_MethodResult", result => result.With(result.Find("PreCallIndication")!.With(
                ((CimInstance)result["PreCallIndication"]!).With(new CimProperty("PreCall", CimType.Boolean, false)))))),
            "another identity at the target" => () => WhileRunning(() => _server.Change("VSM_ComputerSystem", system => (string)system["Name"]! == "host-b:web" ? system.With(Texts("OtherIdentifyingInfo", "new", "newer")) : system)),
            "4096 without a job" => () => Wrap(MigrateToSystem, (migrate, given) => Returned((int)(uint)migrate(given).ReturnValue!)),
            "NewComputerSystem with 4096" => () => Wrap(MigrateToSystem, (migrate, given) => Returned(4096, migrate(given).OutParameters[0], new CimProperty("NewComputerSystem", CimType.Reference, _model.Web.Path))),
            "synchronous and not advertised" => () => _server.Methods[MigrateToSystem] = (_, _) => Returned(0, new CimProperty("NewComputerSystem", CimType.Reference, _model.Web.Path)),
            "AssignedSequence is another priority" => () => Wrap(MigrateToSystem, (migrate, given) =>
            {
                var answer = migrate(given);
                _server.Set("CIM_ServiceAffectsElement", Number("AssignedSequence", 7));
                return answer;
            }),
            _ => throw new ArgumentException(defect),
        };
        change();
    }

    /// <summary>What libvirt-cim was seen to do.</summary>
    public void LikeLibvirtCim()
    {
        foreach (string name in new[] { "VirtualSystemMigrationService", "ComputerSystem", "HostSystem", "MigrationJob", "VirtualSystemMigrationSettingData" })
        {
            _server.Rename("VSM_" + name, "KVM_" + name);
        }

        _server.Class = _ => null;
        Do("version 0.8.1");
        Do("no CIM_ServiceAffectsElement");
        _server.Set("CIM_VirtualSystemMigrationCapabilities", Numbers("SynchronousMethodsSupported", 4, 4));
        _server.Methods.Remove("GetError");
        _server.Methods.Remove("GetErrors");
        _server.Methods.Remove("RequestStateChange");
        WhileRunning(() =>
        {
            _server.Change("CIM_OwningJobElement", _ => null);
            _server.Change("CIM_AffectedJobElement", _ => null);
            _server.Change("CIM_AssociatedJobMethodResult", _ => null);
            _server.Set("CIM_ConcreteJob", Number("ErrorCode", 1));
        });
    }

    private void ChangeById(string id, Func<CimInstance, CimInstance?> change) => _server.Change(instance => id.Equals(instance["InstanceID"]) ? change(instance) : instance);

    private void ChangeLink(string setting, Func<CimInstance, CimInstance?> change) => _server.Change(
        "CIM_SettingsDefineCapabilities", link => setting.Equals(((CimObjectPath)link["PartComponent"]!)["InstanceID"]) ? change(link) : link);

    private void SecondService()
    {
        var second = _model.Add(Space, "VSM_VirtualSystemMigrationService", Key("SystemCreationClassName", "VSM_HostSystem"), Key("SystemName", "host-a"),
            Key("CreationClassName", "VSM_VirtualSystemMigrationService"), Key("Name", "Second"));
        _model.Link("CIM_ServiceAffectsElement", "AffectedElement", _model.Web, "AffectingElement", second, Numbers("ElementEffects", 5), Number("AssignedSequence", 0));
    }

    private static CimInstance Swap(CimInstance system) => system.Find("OtherIdentifyingInfo") is not { } values ? system
        : system.With(new CimProperty("IdentifyingDescriptions", CimType.String, values.Value, isArray: true))
            .With(new CimProperty("OtherIdentifyingInfo", CimType.String, system["IdentifyingDescriptions"], isArray: true));

    private void Wrap(string method, Func<Func<IReadOnlyList<CimProperty>, CimMethodResult>, IReadOnlyList<CimProperty>, CimMethodResult> around)
    {
        var inner = _server.Methods[method];
        _server.Methods[method] = (path, given) => around(changed => inner(path, changed), given);
    }

    private static List<CimProperty> With(IReadOnlyList<CimProperty> given, string name, object? value) =>
        given.Select(parameter => parameter.Name == name ? parameter.With(value) : parameter).ToList();

    private void Say(Func<CimInstance, CimInstance> change) => Wrap(CheckToHost, (check, given) =>
    {
        try
        {
            return check(given);
        }
        catch (CimException e)
        {
            throw new CimException(e.Status, e.Message, e.Errors.Select(change).ToList());
        }
    });

    private void Refuse(string operation)
    {
        var before = _server.OnOperation;
        _server.OnOperation = (called, className) =>
        {
            before(called, className);
            if (called == operation)
            {
                throw new CimException(CimStatus.NotSupported, "not here");
            }
        };
    }

    private void Declare(string className, Func<CimPropertyDeclaration, CimPropertyDeclaration> change) => _server.Class = name =>
        ModelServer.Declared(name) is { } found && found.Name == className ? found with { Properties = found.Properties.Select(change).ToList() } : ModelServer.Declared(name);

    private static CimClass? OtherParameters(string name) => ModelServer.Declared(name) is { Methods.Count: > 0 } found
        ? found with { Methods = found.Methods.Select(method => method with { Parameters = method.Parameters.Skip(1).ToList() }).ToList() } : ModelServer.Declared(name);

    private void States(params int[] states)
    {
        _model.States.Clear();
        states.ToList().ForEach(_model.States.Enqueue);
    }

    /// <summary>Does something at every operation from the start of the migration on.</summary>
    private void WhileRunning(Action action)
    {
        var before = _server.OnOperation;
        _server.OnOperation = (operation, className) =>
        {
            before(operation, className);
            if (_server.Called.Exists(method => method.StartsWith("Migrate", StringComparison.Ordinal)))
            {
                action();
            }
        };
    }
}
