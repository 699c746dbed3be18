using System;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance.Checks;

/// <summary>Clauses 7.2, 10.5 and 10.13: what a service says it can do.</summary>
internal sealed class CapabilityChecks : IConformanceCheck
{
    private const string Synchronous = "SynchronousMethodsSupported", Asynchronous = "AsynchronousMethodsSupported";

    /// <inheritdoc/>
    public string Subject => "capabilities";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        foreach (var service in walk.Services)
        {
            await FindAsync(walk, service);
            if (service.Capabilities is { } capabilities)
            {
                LookAtArrays(walk, capabilities);
                LookAtMethods(walk, service);
                LookAtFormats(walk, service, capabilities);
            }
        }
    }

    private static async Task FindAsync(Walk walk, ServiceView service)
    {
        var answer = await walk.Peer.AssociatorsAsync(
            service.Path, new AssociationFilter { AssocClass = "CIM_ElementCapabilities", ResultClass = "CIM_VirtualSystemMigrationCapabilities" });
        service.Capabilities = answer.First();
        walk.Seen.Judge(
            answer, found => found.Count == 1, found => FormattableString.Invariant($"{found.Count} capabilities of {Evidence.Of(service.Path)}"),
            "7.2.1-1", "7.2.1-2", "10.5-1", "10.13-1", "T17-5", "T17-13", "9.1.2-1");
        var links = await walk.Peer.ReferencesAsync(service.Path, new AssociationFilter { AssocClass = "CIM_ElementCapabilities", Role = "ManagedElement" });
        var link = links.Objects().FirstOrDefault(candidate =>
            service.Capabilities?.Path is { } path && path.Equals(candidate.Reference("Capabilities", path.Namespace)));
        if (service.Capabilities is null || link is null)
        {
            walk.Seen.Fail(links.Value is null ? links.Told : "no CIM_ElementCapabilities leads from the service to capabilities of migration", "T22");
            return;
        }

        walk.Seen.Judge(service.Path.Equals(link.Reference("ManagedElement", service.Path.Namespace)), Evidence.Of(link, "ManagedElement"), "T22-1");
        walk.Seen.Pass(Evidence.Of(link, "Capabilities"), "T22-2");
    }

    private static void LookAtArrays(Walk walk, CimInstance capabilities)
    {
        walk.Seen.Judge(capabilities.Text("InstanceID") is { Length: > 0 }, Evidence.Of(capabilities, "InstanceID"), "T30-1");
        foreach (var (array, row, allowed) in new[] { (Asynchronous, "T30-2", new long[] { 2, 3 }), (Synchronous, "T30-3", new long[] { 2, 3, 4, 5 }) })
        {
            var property = capabilities.Find(array);
            var values = capabilities.Numbers(array);
            bool sound = property is { Value: null } || (values is not null && values.All(value => allowed.Contains(value)) && values.Distinct().Count() == values.Count);
            walk.Seen.Judge(sound, Evidence.Of(capabilities, array), row);
        }

        bool any = capabilities.Numbers(Asynchronous) is { Count: > 0 };
        walk.Seen.Add(any ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, Evidence.Of(capabilities, Asynchronous), "7.2.2-9");
    }

    private static void LookAtMethods(Walk walk, ServiceView service)
    {
        string both = Evidence.Of(service.Capabilities!, Synchronous) + ", " + Evidence.Of(service.Capabilities!, Asynchronous);
        foreach (var method in MigrationMethodFacts.All)
        {
            int synchronous = service.Count(Synchronous, method), asynchronous = service.Count(Asynchronous, method);
            string named = FormattableString.Invariant($"value {method.Value} ({method.Name}) in {both}");
            if (synchronous + asynchronous == 0)
            {
                walk.Seen.Skip("not advertised: " + both, method.ValueRow);
                continue; // what a call shows decides
            }

            if (method.IsCheck && asynchronous > 0)
            {
                walk.Seen.Fail(named, method.ValueRow, "7.2.2-7", method.Clause + "-2");
            }
            else if (service.Class is { } declared)
            {
                walk.Seen.Judge(declared.Method(method.Name) is not null, named + (declared.Method(method.Name) is null ? $", but {declared.Name} has no such method" : ""), method.ValueRow);
            }

            walk.Seen.Judge(synchronous <= 1 && asynchronous <= 1, named, method.Clause + "-2");
            if (synchronous > 0)
            {
                walk.Seen.Judge(synchronous == 1, named, "7.2.2-6");
            }

            if (asynchronous > 0)
            {
                walk.Seen.Judge(asynchronous == 1, named, "7.2.2-7");
            }

            walk.Seen.Add(synchronous > 0 && asynchronous > 0 ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, named, "7.2.2-8");

            walk.Seen.Pass(named, method.Clause + "-1", method.Row);
        }

        LookAtPairs(walk, service, both);
    }

    // At least one of each pair: to a host, or to a system.
    private static void LookAtPairs(Walk walk, ServiceView service, string both)
    {
        var methods = MigrationMethodFacts.All;
        foreach (var pair in new[] { new[] { methods[0], methods[1] }, new[] { methods[2], methods[3] } })
        {
            bool toHost = Advertises(service, pair[0]), toSystem = Advertises(service, pair[1]);
            if (!toHost && !toSystem)
            {
                walk.Seen.Fail($"neither {pair[0].Name} nor {pair[1].Name}: {both}", pair[0].Clause + "-1", pair[0].Row);
            }
            else if (!toHost)
            {
                walk.Seen.Skip(pair[1].Name + " is advertised instead", pair[0].Clause, pair[0].Row);
            }
            else if (!toSystem)
            {
                walk.Seen.Skip("not advertised: " + both, pair[1].Clause, pair[1].Row);
            }
        }

        walk.Seen.Judge(Advertises(service, methods[0]) || Advertises(service, methods[1]), both, "7.1-2");
    }

    private static void LookAtFormats(Walk walk, ServiceView service, CimInstance capabilities)
    {
        if (MigrationMethodFacts.All.Any(method => method.ToHost && Advertises(service, method)))
        {
            var formats = capabilities.Numbers("DestinationHostFormatsSupported") ?? capabilities.Numbers("DestinationHostsFormatsSupported");
            walk.Seen.Judge(
                formats is { Count: > 0 } && formats.All(format => format is 2 or 3 or 4),
                Evidence.Of(capabilities, "DestinationHostFormatsSupported"), "T30-4");
        }
        else
        {
            walk.Seen.Skip("no method that takes a host is advertised", "T30-4");
        }
    }

    private static bool Advertises(ServiceView service, MigrationMethodFacts method) => service.IsSynchronous(method) || service.IsAsynchronous(method);
}
