using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Client;

namespace VsMigration.Conformance.Checks;

/// <summary>Clauses 7.4, 10.12 and 10.16: the default and the admissible settings, as use case 9.1.2 reads them.</summary>
internal sealed class SettingChecks : IConformanceCheck
{
    /// <summary>How many settings of one service are read.</summary>
    private const int SettingLimit = 256;

    private static readonly string[] s_semantics = { "PropertyPolicy", "ValueRole", "ValueRange" };
    private static readonly long[] s_bounds = { 1, 2 };

    /// <inheritdoc/>
    public string Subject => "default and admissible settings";

    /// <inheritdoc/>
    public async Task RunAsync(Walk walk)
    {
        foreach (var service in walk.Services.Where(service => service.Capabilities is not null))
        {
            await ReadAsync(walk, service);
            LookAtDefaults(walk, service);
            LookAtAdmissible(walk, service);
            LookAtBounds(walk, service);
            LookAtOptions(walk, service);
        }
    }

    private static async Task ReadAsync(Walk walk, ServiceView service)
    {
        var capabilities = service.Capabilities!.Path!;
        var answer = await walk.Peer.ReferencesAsync(capabilities, new AssociationFilter { AssocClass = "CIM_SettingsDefineCapabilities", Role = "GroupComponent" });
        walk.Seen.Judge(
            answer, found => found.Count > 0, found => FormattableString.Invariant($"{found.Count} CIM_SettingsDefineCapabilities"),
            "7.4.1-1", "10.12-1", "T17-12", "9.1.2-2", "T29-2");
        foreach (var association in answer.Objects().Take(SettingLimit))
        {
            walk.Seen.Judge(capabilities.Equals(association.Reference("GroupComponent", capabilities.Namespace)), Evidence.Of(association, "GroupComponent"), "T29-1");
            if (association.Reference("PartComponent", capabilities.Namespace) is not { } part)
            {
                walk.Seen.Fail(Evidence.Of(association, "PartComponent"), "T29-2");
                continue;
            }

            var setting = await walk.Peer.GetAsync(part);
            walk.Seen.Judge(setting, _ => true, _ => setting.Told, "9.1.2-3", "T29-2", "T17-16");
            if (setting.Value is { } found)
            {
                service.Settings.Add(new SettingView(association, found.Path is null ? found.At(part) : found));
                walk.Seen.Judge(found.Text("InstanceID") is { Length: > 0 }, Evidence.Of(found, "InstanceID"), "T33-1");
            }
        }
    }

    private static void LookAtDefaults(Walk walk, ServiceView service)
    {
        int count = service.Settings.Count(setting => setting.Role == 0);
        if (service.Default is not { } standard || count != 1)
        {
            walk.Seen.Fail(
                FormattableString.Invariant($"{count} of {service.Settings.Count} CIM_SettingsDefineCapabilities have ValueRole 0 (Default)"),
                "7.4.1-1", "7.4.1-3", "10.16-1", "10.12-1", "T17-16", "T29-4", "9.1.2-4");
            return;
        }

        var (association, setting) = standard;
        walk.Seen.Pass("the default settings are " + Evidence.Of(setting), "7.4.1-1", "10.16-1", "9.1.2-4");
        walk.Seen.Judge(standard.Policy == 0, "default: " + Evidence.Of(association, "PropertyPolicy"), "7.4.1-2", "T29-3");
        walk.Seen.Judge(standard.Role == 0, "default: " + Evidence.Of(association, "ValueRole"), "7.4.1-3", "T29-4");
        walk.Seen.Judge(standard.Range == 0, "default: " + Evidence.Of(association, "ValueRange"), "7.4.1-4", "T29-5");
        long? type = setting.Number("MigrationType"), priority = setting.Number("Priority");
        walk.Seen.Judge(type is 2 or 3 or 4, Evidence.Of(setting, "MigrationType"), "7.4.3-1", "T33-2");
        walk.Seen.Judge(priority is not null, Evidence.Of(setting, "Priority"), "7.4.4-1", "T33-3");
        walk.Seen.Judge(
            type is not null && priority is not null,
            Evidence.Of(setting, "MigrationType") + ", " + Evidence.Of(setting, "Priority"), "7.4.1-5", "7.4.1-6");
    }

    private static void LookAtAdmissible(Walk walk, ServiceView service)
    {
        var admissible = service.Admissible.ToList();
        if (admissible.Count == 0)
        {
            walk.Seen.Skip(
                "the capabilities lead to no admissible settings",
                "7.4.2", "7.4.3-2", "7.4.4-2", "7.4.5-2", "7.4.5-4", "7.4.7-2", "7.4.8-2", "10.16-2", "9.1.2-5", "9.1.2-6", "9.1.2-7", "9.1.2-8");
            return;
        }

        walk.Seen.Pass(FormattableString.Invariant($"{admissible.Count} admissible settings"), "7.4.2-1", "7.4.2-2", "10.16-2", "9.1.2-9");
        foreach (var association in admissible.Select(setting => setting.Association))
        {
            string told = string.Join(", ", s_semantics.Select(name => Evidence.Of(association, name)));
            walk.Seen.Judge(association.Number("ValueRole") == 3, told, "7.4.2-5", "T29-4");
            walk.Seen.Judge(association.Number("ValueRange") is >= 0 and <= 3, told, "T29-5");
            walk.Seen.Judge(association.Number("PropertyPolicy") is 0 or 1, told, "T29-3");
        }

        ShowWhere(walk, admissible, setting => setting.Policy == 0, "PropertyPolicy 0", "7.4.2-3");
        ShowWhere(walk, admissible, setting => setting.Policy == 1, "PropertyPolicy 1", "7.4.2-4");
        ShowWhere(walk, admissible, setting => setting.Range == 0, "ValueRange 0 (Point)", "7.4.2-6", "7.4.2-7", "9.1.2-5");
        ShowWhere(walk, admissible, setting => setting.Range == 1, "ValueRange 1 (Minimums)", "7.4.2-9", "9.1.2-6");
        ShowWhere(walk, admissible, setting => setting.Range == 2, "ValueRange 2 (Maximums)", "7.4.2-13", "9.1.2-7");
        ShowWhere(walk, admissible, setting => setting.Range == 3, "ValueRange 3 (Increments)", "7.4.2-17", "9.1.2-8");
        foreach (var odd in admissible.Where(setting => setting.Range is null or < 0 or > 3 || setting.Policy is not (0 or 1)))
        {
            walk.Seen.Fail(Evidence.Of(odd.Association, "PropertyPolicy") + ", " + Evidence.Of(odd.Association, "ValueRange"), "7.4.2-3", "7.4.2-6");
        }
    }

    private static void ShowWhere(Walk walk, List<SettingView> settings, Func<SettingView, bool> where, string what, params string[] ids)
    {
        int count = settings.Count(where);
        walk.Seen.Add(
            count > 0 ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, FormattableString.Invariant($"{count} admissible settings with {what}"), ids);
    }

    // At most one bound of a kind, for each policy and, where Correlated, each selector: two of them would gainsay each other.
    private static void LookAtBounds(Walk walk, ServiceView service)
    {
        string Group(SettingView setting) => FormattableString.Invariant($"{setting.Policy}|") + (setting.Policy == 1 ? setting.Selector : "");
        var bounds = service.Admissible.ToList();
        foreach (var (range, name, id, others) in new[]
        {
            (1, "minimum", "7.4.2-11", new[] { "7.4.2-10", "7.4.2-12" }),
            (2, "maximum", "7.4.2-15", new[] { "7.4.2-14", "7.4.2-16" }),
            (3, "increment", "7.4.2-19", new[] { "7.4.2-18", "7.4.2-22" }),
        })
        {
            var groups = bounds.Where(setting => setting.Range == range).GroupBy(Group, StringComparer.Ordinal).ToList();
            if (groups.Count > 0)
            {
                int most = groups.Max(group => group.Count());
                walk.Seen.Judge(most == 1, FormattableString.Invariant($"at most {most} {name} per policy and selector"), id);
            }
            else if (bounds.Count > 0)
            {
                walk.Seen.Skip($"there is no {name}", id);
                walk.Seen.Skip($"there is no {name}", others);
            }
        }

        var increments = bounds.Where(setting => setting.Range == 3).ToList();
        foreach (var increment in increments)
        {
            bool between = s_bounds.All(range => bounds.Exists(setting => setting.Range == range && Group(setting) == Group(increment)));
            walk.Seen.Judge(between, Evidence.Of(increment.Setting) + (between ? " goes with a minimum and a maximum" : " lacks a minimum or a maximum"), "7.4.2-20", "7.4.2-21");
        }

        if (increments.Count == 0 && bounds.Count > 0)
        {
            walk.Seen.Skip("there is no increment", "7.4.2-20", "7.4.2-21");
        }
    }

    private static void LookAtOptions(Walk walk, ServiceView service)
    {
        var standard = service.Default?.Setting;
        var admissible = service.Admissible.Select(setting => setting.Setting).ToList();
        bool Has(CimInstance? setting, string name) => setting?[name] is not null;

        Implemented(walk, Has(standard, "Bandwidth"), "Bandwidth of the default settings", "7.4.5-1", "7.4.5-3", "T33-4");
        Implemented(walk, Has(standard, "TransportType"), "TransportType of the default settings", "7.4.7-1", "7.4.7-3", "T33-6");
        if (admissible.Count > 0)
        {
            Implemented(walk, admissible.Exists(setting => Has(setting, "Bandwidth")), "Bandwidth of admissible settings", "7.4.5-2");
            Implemented(walk, admissible.Exists(setting => Has(setting, "TransportType")), "TransportType of admissible settings", "7.4.7-2");
            foreach (var (name, row) in new[] { ("MigrationType", "7.4.3-2"), ("Priority", "7.4.4-2"), ("Bandwidth", "7.4.5-4") })
            {
                if (!admissible.Exists(setting => Has(setting, name)))
                {
                    walk.Seen.Skip($"no admissible setting has {name}", row);
                }
            }
        }

        var all = admissible.Concat(standard is null ? Array.Empty<CimInstance>() : new[] { standard }).ToList();
        var withBandwidth = all.Where(setting => setting.Number("Bandwidth") > 0).ToList();
        if (withBandwidth.Count == 0)
        {
            walk.Seen.Skip("Bandwidth is not implemented", "7.4.6", "T33-5");
        }

        foreach (var setting in withBandwidth)
        {
            walk.Seen.Judge(
                setting.Text("BandwidthUnit") is { Length: > 0 },
                Evidence.Of(setting, "Bandwidth") + ", " + Evidence.Of(setting, "BandwidthUnit"), "7.4.6-1", "T33-5");
        }

        if (standard is not null && withBandwidth.Count > 0)
        {
            Implemented(walk, Has(standard, "BandwidthUnit"), Evidence.Of(standard, "BandwidthUnit"), "7.4.6-2", "7.4.6-3");
        }

        LookAtOther(walk, standard, admissible, all);
    }

    private static void LookAtOther(Walk walk, CimInstance? standard, List<CimInstance> admissible, List<CimInstance> all)
    {
        var others = all.Where(setting => setting.Number("TransportType") == 1).ToList();
        if (others.Count == 0)
        {
            walk.Seen.Skip("TransportType 1 (Other) is in no setting", "7.3.6", "7.4.8", "T32-7", "T33-7");
            return;
        }

        foreach (var setting in others)
        {
            string row = ReferenceEquals(setting, standard) ? "7.4.8-1" : "7.4.8-2";
            walk.Seen.Judge(setting.Text("OtherTransportType") is { Length: > 0 }, Evidence.Of(setting, "OtherTransportType"), row, "T33-7");
        }

        if (standard is not null && others.Contains(standard))
        {
            walk.Seen.Pass(Evidence.Of(standard, "OtherTransportType"), "7.4.8-3");
        }
        else
        {
            walk.Seen.Skip("the default TransportType is not 1 (Other)", "7.4.8-1", "7.4.8-3");
        }

        if (!admissible.Exists(others.Contains))
        {
            walk.Seen.Skip("no admissible TransportType is 1 (Other)", "7.4.8-2");
        }
    }

    private static void Implemented(Walk walk, bool there, string what, params string[] ids) =>
        walk.Seen.Add(there ? ConformanceOutcome.Pass : ConformanceOutcome.NotApplicable, what + (there ? " is implemented" : " is not implemented"), ids);
}
