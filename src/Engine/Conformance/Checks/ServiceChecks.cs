using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance.Checks;

/// <summary>Clauses 7.1, 10.7 and 10.14: the services and their hosts.</summary>
internal sealed class ServiceChecks : IConformanceCheck
{
    /// <summary>How many services are looked at one by one.</summary>
    private const int ServiceLimit = 8;
    private const string ServiceClass = "CIM_VirtualSystemMigrationService";

    /// <inheritdoc/>
    public string Subject => "migration services";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        if (walk.Namespace.Length == 0)
        {
            walk.Seen.Fail("no namespace was found that has a " + ServiceClass, "7.1-1", "10.14-1", "T17-14");
            return;
        }

        var found = await FindAsync(walk);
        foreach (var service in found.Take(ServiceLimit))
        {
            walk.Services.Add(new ServiceView(service));
        }

        bool unique = found.Select(service => service.Path!).Distinct().Count() == found.Count;
        walk.Seen.Judge(found.Count > 0 && unique, FormattableString.Invariant($"{found.Count} service(s){(unique ? "" : ", some more than once")}"), "7.1-1");
        walk.Seen.Judge(found.Count > 0, FormattableString.Invariant($"{found.Count} service(s) in {walk.Namespace}"), "10.14-1", "T17-14");
        foreach (var service in walk.Services)
        {
            foreach (var key in ProfileClass.Of(ServiceClass).Properties)
            {
                bool there = service.Path[key.Name] is string { Length: > 0 };
                walk.Seen.Judge(there, Evidence.Of(service.Instance, key.Name) + (there ? "" : ", and is no key of " + Evidence.Of(service.Path)), key.Row);
            }

            service.Class = (await walk.Peer.ClassAsync(service.Path.Namespace, service.Path.ClassName)).Value;
            await LookAtHostAsync(walk, service);
        }
    }

    private static async Task<IReadOnlyList<CimInstance>> FindAsync(Walk walk)
    {
        var asked = await walk.Peer.InstancesAsync(walk.Namespace, ServiceClass);
        if (asked.Value is { Count: > 0 } services)
        {
            walk.Seen.Pass(asked.Call + " gave " + string.Join(", ", services.Select(service => service.ClassName).Distinct(StringComparer.OrdinalIgnoreCase).Take(4)), "6.1-1");
            return services;
        }

        // A server without inheritance: its own class may still answer.
        var classes = await walk.Peer.ClassNamesAsync(walk.Namespace, null);
        foreach (string own in classes.Objects().Where(name => name.IsNamedAfter(ServiceClass) && name != ServiceClass).Take(ServiceLimit))
        {
            if ((await walk.Peer.InstancesAsync(walk.Namespace, own)).Value is { Count: > 0 } others)
            {
                walk.Seen.Fail($"{asked.Told} without any instance, while there are instances of {own}", "6.1-1");
                return others;
            }
        }

        return Array.Empty<CimInstance>();
    }

    private static async Task LookAtHostAsync(Walk walk, ServiceView service)
    {
        var answer = await walk.Peer.ReferencesAsync(service.Path, new AssociationFilter { AssocClass = "CIM_HostedService", Role = "Dependent" });
        walk.Seen.Judge(
            answer, found => found.Count == 1, found => FormattableString.Invariant($"{found.Count} CIM_HostedService for {Evidence.Of(service.Path)}"), "10.7-1", "T17-7");
        foreach (var hosted in answer.Objects().Take(2))
        {
            var host = hosted.Reference("Antecedent", service.Path.Namespace);
            service.Host = host ?? service.Host;
            walk.Seen.Judge(host is not null && answer.Value!.Count == 1, Evidence.Of(hosted, "Antecedent"), "T24-1");
            walk.Seen.Judge(service.Path.Equals(hosted.Reference("Dependent", service.Path.Namespace)), Evidence.Of(hosted, "Dependent"), "T24-2");
        }

        if (answer.Value is not { Count: > 0 })
        {
            walk.Seen.Fail(answer.Value is null ? answer.Told : "there is no CIM_HostedService", "T24");
        }
    }
}
