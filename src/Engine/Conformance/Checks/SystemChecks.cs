using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance.Checks;

/// <summary>Clauses 7.5, 10.4 and 10.11: the virtual systems and the service that each has, as use case 9.1.1 finds it.</summary>
internal sealed class SystemChecks : IConformanceCheck
{
    /// <summary>How many systems are looked at one by one.</summary>
    private const int SampleSize = 20;

    private const string Affects = "CIM_ServiceAffectsElement", SystemClass = "CIM_ComputerSystem";

    /// <inheritdoc/>
    public string Subject => "virtual systems";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        if (walk.Services.Count == 0)
        {
            return;
        }

        foreach (var service in walk.Services)
        {
            await FindAsync(walk, service);
        }

        await FindOthersAsync(walk);
        if (walk.Options.SystemName.Length > 0 && walk.Subject is null)
        {
            walk.Notes.Add($"The server shows no virtual system named '{walk.Options.SystemName}'.");
        }

        foreach (var system in walk.Systems.Take(SampleSize))
        {
            await LookAtServiceAsync(walk, system);
            LookAtIdentity(walk, system);
        }
    }

    private static async Task FindAsync(Walk walk, ServiceView service)
    {
        var systems = await walk.Peer.AssociatorsAsync(service.Path, new AssociationFilter { AssocClass = Affects, ResultClass = SystemClass, ResultRole = "AffectedElement" });
        var known = new HashSet<CimObjectPath>(walk.Systems.Select(system => system.Path!));
        walk.Systems.AddRange(systems.Objects().Where(system => known.Add(system.Path!)));
        var links = await walk.Peer.ReferencesAsync(service.Path, new AssociationFilter { AssocClass = Affects, Role = "AffectingElement" });
        foreach (var link in links.Objects().Take(SampleSize))
        {
            walk.Seen.Judge(link.Reference("AffectedElement", service.Path.Namespace) is { } affected && known.Contains(affected), Evidence.Of(link, "AffectedElement"), "T28-1");
            walk.Seen.Judge(service.Path.Equals(link.Reference("AffectingElement", service.Path.Namespace)), Evidence.Of(link, "AffectingElement"), "T28-2");
            walk.Seen.Judge(link.Numbers("ElementEffects") is { Count: 1 } effects && effects[0] == 5, Evidence.Of(link, "ElementEffects"), "T28-3");
            var sequence = link.Find("AssignedSequence");
            walk.Seen.Judge(sequence is not null && (sequence.Value is null || link.Number("AssignedSequence") is >= 0), Evidence.Of(link, "AssignedSequence"), "T28-4");
        }

        if (links.Value is { Count: > 0 })
        {
            walk.Seen.Pass(FormattableString.Invariant($"{links.Value.Count} {Affects}"), "T17-11");
        }
        else if (links.Value is null)
        {
            walk.Seen.Fail(links.Told, "10.11-1", "T17-11", "T28");
        }
    }

    // The systems that no service affects: virtual ones are wrong there, hosts are not.
    private static async Task FindOthersAsync(Walk walk)
    {
        var all = await walk.Peer.InstancesAsync(walk.Namespace, SystemClass);
        var affected = new HashSet<CimObjectPath>(walk.Systems.Select(system => system.Path!));
        var hosts = new HashSet<CimObjectPath>(walk.Services.Where(service => service.Host is not null).Select(service => service.Host!));
        var others = all.Objects()
            .Where(system => !affected.Contains(system.Path!) && !hosts.Contains(system.Path!) && !system.ClassName.IsNamedAfter("CIM_HostSystem")).ToList();
        var unaffected = new List<CimInstance>();
        foreach (var other in others.Take(SampleSize))
        {
            var definitions = await walk.Peer.AssociatorNamesAsync(
                other.Path!, new AssociationFilter { AssocClass = "CIM_SettingsDefineState", ResultClass = "CIM_VirtualSystemSettingData" });
            if (definitions.Value is { Count: > 0 } || affected.Count == 0)
            {
                unaffected.Add(other);
            }
        }

        if (unaffected.Count > 0)
        {
            walk.Seen.Fail(
                FormattableString.Invariant($"no {Affects} leads to {unaffected.Count} virtual systems, such as {Evidence.Of(unaffected[0])}"), "10.11-1", "T17-11");
        }
        else if (affected.Count > 0)
        {
            walk.Seen.Pass(FormattableString.Invariant($"a service affects {affected.Count} virtual systems"), "10.11-1");
        }

        if (affected.Count == 0)
        {
            walk.Systems.AddRange(unaffected);
        }

        var virtualSystems = new HashSet<CimObjectPath>(walk.Systems.Concat(unaffected).Select(system => system.Path!));
        var systems = await walk.Peer.InstancesAsync(walk.Namespace, "CIM_System");
        walk.Hosts.AddRange(systems.Objects().Where(system => !virtualSystems.Contains(system.Path!)));
    }

    private static async Task LookAtServiceAsync(Walk walk, CimInstance system)
    {
        var services = await walk.Peer.AssociatorNamesAsync(
            system.Path!, new AssociationFilter { AssocClass = Affects, ResultClass = "CIM_VirtualSystemMigrationService" });
        string evidence = services.Value is null ? services.Told
            : FormattableString.Invariant($"{services.Value.Count} service(s) for {Evidence.Of(system)}");
        walk.Seen.Judge(services.Value is { Count: > 0 }, evidence, "9.1.1-1");
        walk.Seen.Judge(services.Value is { Count: 1 }, evidence, "9.1.1-2", "T28-2");
    }

    private static void LookAtIdentity(Walk walk, CimInstance system)
    {
        var information = system.Texts("OtherIdentifyingInfo");
        var descriptions = system.Texts("IdentifyingDescriptions");
        string told = Evidence.Of(system, "OtherIdentifyingInfo") + ", " + Evidence.Of(system, "IdentifyingDescriptions");
        bool toHost = walk.Services.Exists(service => service.Implements(MigrationMethodFacts.All[0]));
        if (toHost || information is not null)
        {
            walk.Seen.Judge(information is { Count: > 0 }, told, "7.5.2-1", "T21-3");
        }
        else
        {
            walk.Seen.Skip(MigrationMethodFacts.All[0].Name + " is not advertised", "7.5.2-1", "T21-3");
        }

        if (information is null)
        {
            walk.Seen.Skip("OtherIdentifyingInfo is not implemented", "7.5.1", "7.5.3", "10.4", "T17-4", "T21-2");
            return;
        }

        walk.Seen.Judge(descriptions is not null && descriptions.Count == information.Count, told, "7.5.3-1", "T21-2", "7.5.1-1");
        walk.Seen.Pass(told, "10.4-1", "T17-4");
        bool asFigure3 = descriptions?.Any(description => description.StartsWith("CIM:", StringComparison.Ordinal)) == true;
        bool swapped = information.Any(value => value.StartsWith("CIM:", StringComparison.Ordinal));
        walk.Seen.Add(
            swapped ? ConformanceOutcome.Fail : asFigure3 ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, told, "7.5.4-1");
        if (system["ElementName"] is not null)
        {
            walk.Seen.Pass(Evidence.Of(system, "ElementName"), "T21-1");
        }
    }
}
