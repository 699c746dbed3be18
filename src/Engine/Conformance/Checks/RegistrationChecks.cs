using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance.Checks;

/// <summary>Clause 10.10: finds the registration (DSP1033) and, through it, the namespace of the service.</summary>
internal sealed class RegistrationChecks : IConformanceCheck
{
    private const string ProfileName = "Virtual System Migration";
    private const int NamespaceLimit = 32;
    private static readonly string[] s_wellKnown = { "root/cimv2", "root/virt", "root/virtualization/v2" };

    /// <inheritdoc/>
    public string Subject => "the registration of the profile";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        var told = new List<string>();
        foreach (string candidate in walk.Options.InteropNamespaces)
        {
            var answer = await walk.Peer.InstancesAsync(candidate, "CIM_RegisteredProfile");
            told.Add(candidate + ": " + (answer.Value is { } found ? FormattableString.Invariant($"{found.Count} registered profiles") : answer.Told));
            if (answer.Value is { Count: > 0 } profiles)
            {
                walk.InteropNamespace = candidate;
                walk.Profiles.AddRange(profiles.Where(IsOurs));
                walk.OtherProfiles.AddRange(profiles.Where(profile => !IsOurs(profile)));
                break;
            }
        }

        if (walk.Profiles.Count == 0)
        {
            walk.Seen.Fail("no CIM_RegisteredProfile of this profile was found (" + string.Join("; ", told) + ")", "T17-10", "T27", "10.10-1");
        }

        foreach (var profile in walk.Profiles)
        {
            Look(walk, profile);
        }

        walk.Namespace = await FindNamespaceAsync(walk);
    }

    // Also a name that the profile does not have: "… Profile" is what some print.
    private static bool IsOurs(CimInstance profile) =>
        profile.Text("RegisteredName")?.IndexOf(ProfileName, StringComparison.OrdinalIgnoreCase) >= 0;

    private static void Look(Walk walk, CimInstance profile)
    {
        walk.Seen.Pass(Evidence.Of(profile), "T17-10");
        walk.Seen.Judge(profile.Number("RegisteredOrganization") == 2, Evidence.Of(profile, "RegisteredOrganization"), "T27-1");
        walk.Seen.Judge(profile.Text("RegisteredName") == ProfileName, Evidence.Of(profile, "RegisteredName"), "T27-2");
        walk.Seen.Judge(profile.Text("RegisteredVersion") == "1.0.0", Evidence.Of(profile, "RegisteredVersion"), "T27-3");
        walk.Seen.Judge(profile.Numbers("AdvertiseTypes") is { Count: > 0 }, Evidence.Of(profile, "AdvertiseTypes"), "10.10-1");
    }

    private static async Task<string> FindNamespaceAsync(Walk walk)
    {
        if (walk.Options.Namespace.Length > 0)
        {
            return walk.Options.Namespace;
        }

        foreach (var profile in walk.Profiles)
        {
            var elements = await walk.Peer.AssociatorNamesAsync(
                profile.Path!, new AssociationFilter { AssocClass = "CIM_ElementConformsToProfile", Role = "ConformantStandard", ResultRole = "ManagedElement" });
            walk.Seen.Judge(elements, found => found.Count > 0, found => FormattableString.Invariant(
                $"CIM_ElementConformsToProfile leads from {Evidence.Of(profile, "InstanceID")} to {found.Count} elements"), "10.10-1");
            if (elements.Value?.FirstOrDefault(element => element.ClassName.IsNamedAfter("CIM_VirtualSystemMigrationService")) is { } service)
            {
                return service.Namespace;
            }
        }

        foreach (string candidate in await CandidatesAsync(walk))
        {
            var names = await walk.Peer.NamesAsync(candidate, "CIM_VirtualSystemMigrationService");
            if (names.Value is { Count: > 0 })
            {
                return candidate;
            }
        }

        return "";
    }

    private static async Task<IEnumerable<string>> CandidatesAsync(Walk walk)
    {
        var shown = walk.InteropNamespace.Length == 0 ? null : (await walk.Peer.InstancesAsync(walk.InteropNamespace, "CIM_Namespace")).Value;
        return (shown ?? Array.Empty<CimInstance>()).Select(space => space.Text("Name") ?? "")
            .Concat(s_wellKnown).Concat(new[] { walk.InteropNamespace })
            .Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(NamespaceLimit);
    }
}
