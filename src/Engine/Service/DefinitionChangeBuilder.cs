using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service;

/// <summary>
/// From NewSystemSettingData and NewResourceSettingData to what is to be different at the destination. A client sends what it read from the
/// source with some properties changed, so only what differs from the source counts; NULL means unchanged. What cannot be meant, or cannot
/// be obeyed, becomes a finding and never a guess. Pure.
/// </summary>
/// <remarks>
/// InstanceID says which resource is meant; without a known one a resource is added. Memory and processors, of which a virtual system has
/// exactly one each, are meant without one too, and cannot be added. The amount is VirtualQuantity (in VirtualQuantityUnits) or Reservation
/// (in AllocationUnits), whichever differs from the source's; if both differ, they must come to the same. Platforms here keep no Limit
/// apart from the amount.
/// </remarks>
[Clause("T2-4", "T2-5", "T4-4", "T4-5", "T6-4", "T6-5", "T8-4", "T8-5", "9.2.2")]
internal sealed class DefinitionChangeBuilder
{
    /// <summary>The parameter of the virtual system's own settings.</summary>
    public const string SystemParameter = "NewSystemSettingData";

    /// <summary>The parameter of its resources.</summary>
    public const string ResourceParameter = "NewResourceSettingData";

    private const string Unchanged = "NULL or the source's value";
    private const string WithoutChange = "Leave the property out, or copy it from the source's definition.";

    // What identifies or names the parameter itself, units, which mean nothing without their number, and what clients fill in by the
    // schema's default; then what else is obeyed of each.
    private static readonly string[] s_always = { "InstanceID", "ElementName", "ResourceType", "ChangeableType", "AllocationUnits", "VirtualQuantityUnits" };
    private static readonly string[] s_ofSystem = And("Caption", "Description", "Notes");
    private static readonly string[] s_ofAmount = And("VirtualQuantity", "Reservation", "Limit");
    private static readonly string[] s_ofAdapter = And("Address", "Connection", "ResourceSubType", "VirtualQuantity");
    private static readonly string[] s_ofDisk = And("HostResource");
    private static readonly string[] s_ofNewDisk = And("HostResource", "Address", "ResourceSubType");
    private static readonly string[] s_networkKinds = { "network", "bridge", "direct" };

    private static readonly Regex s_mac = Pattern("^[0-9a-f][02468ace](:[0-9a-f]{2}){5}$");
    private static readonly Regex s_target = Pattern("^(vd|sd|hd|xvd)[a-z]{1,2}$");

    private readonly string _operation;
    private readonly SourceFacts _source;
    private readonly List<MigrationError> _findings;
    private readonly List<ResourceChange> _changes = new();
    private readonly HashSet<string> _meant = new(StringComparer.OrdinalIgnoreCase);

    private DefinitionChangeBuilder(string operation, SourceFacts source, List<MigrationError> findings)
    {
        _operation = operation;
        _source = source;
        _findings = findings;
    }

    /// <summary>What a request changes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="source">The virtual system as it is.</param>
    /// <param name="findings">Gets what is wrong.</param>
    public static DefinitionChange Build(MigrationRequest request, SourceFacts source, List<MigrationError> findings)
    {
        var builder = new DefinitionChangeBuilder(request.Method.ToString(), source, findings);
        for (int index = 0; index < request.NewResourceSettings.Count; index++)
        {
            builder.AddResource(index, request.NewResourceSettings[index]);
        }

        builder.RequireOwnPaths();
        return builder.ChangeOf(request.NewSystemSetting) with { Resources = builder._changes };
    }

    // Two disks of one file would each overwrite the other.
    private void RequireOwnPaths()
    {
        var change = new DefinitionChange { Resources = _changes };
        foreach (var disk in _changes.OfType<DiskChange>().ToList())
        {
            string? twin = _source.Disks.Where(other => other.Target != disk.Target && change.PathOf(other) == disk.Path).Select(other => other.Target)
                .Concat(change.NewDisks.Where(other => other.Target != disk.Target && other.Path == disk.Path).Select(other => other.Target))
                .FirstOrDefault();
            if (twin is not null)
            {
                Wrong(disk.Index, $"'{disk.Path}' in HostResource, where the disk {twin} lies", "a path of its own", "Give each disk a path of its own.");
            }
        }
    }

    private DefinitionChange ChangeOf(VirtualSystemSettingData? wanted)
    {
        if (wanted is null)
        {
            return DefinitionChange.None;
        }

        var present = _source.SettingData.Setting;
        RequireUnchanged(SystemParameter, 0, wanted, present, s_ofSystem);
        string? name = IfOther(wanted.ElementName, _source.System.Name);
        if (name is not null && (name.Length == 0 || name.Trim() != name || name.IndexOf('/') >= 0 || !IsLine(name)))
        {
            Wrong(SystemParameter, 0, $"'{name}' in ElementName", "a name without slashes, line breaks and outer blanks", "Give the virtual system another name.");
            name = null;
        }

        var notes = wanted.Notes?.Select(note => Clean("Notes", note)).OfType<string>().ToList();
        return new DefinitionChange
        {
            Name = name,
            Caption = IfOther(Caption(wanted.Caption), present.Caption ?? ""),
            Description = IfOther(Clean("Description", wanted.Description), present.Description ?? ""),
            Notes = notes is null || notes.SequenceEqual(present.Notes ?? Array.Empty<string>(), StringComparer.Ordinal) ? null : notes,
        };
    }

    private string? Caption(string? text)
    {
        if (text is null || IsLine(text))
        {
            return text?.Trim();
        }

        Wrong(SystemParameter, 0, "a text of several lines in Caption", "one line", "Put it into Description.");
        return null;
    }

    // As it comes back from a definition, which is XML: line breaks are line feeds, blanks alone are nothing.
    private string? Clean(string property, string? text)
    {
        if (text is null || IsXml(text))
        {
            return string.IsNullOrWhiteSpace(text) ? text is null ? null : "" : text!.Replace("\r\n", "\n").Replace('\r', '\n');
        }

        Wrong(SystemParameter, 0, "a text with control characters in " + property, "a text", "Leave them out.");
        return null;
    }

    private static bool IsLine(string text) => IsXml(text) && !text.Any(char.IsControl);

    private static bool IsXml(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private void AddResource(int index, ResourceAllocationSettingData wanted)
    {
        var known = Known(wanted);
        var type = known?.ResourceType ?? wanted.ResourceType;
        if (known is not null && wanted.ResourceType is { } other && other != type)
        {
            Wrong(index, $"'{other}' in ResourceType", $"{type}, which is what {known.InstanceID} is", WithoutChange);
            return;
        }

        switch (type)
        {
            case ResourceType.Memory or ResourceType.Processor:
                AddAmount(index, wanted, type.Value, known);
                break;
            case ResourceType.EthernetAdapter:
                AddAdapter(index, wanted, known);
                break;
            case ResourceType.LogicalDisk:
                AddDisk(index, wanted, known);
                break;
            default:
                Wrong(index, type is null ? "a resource without a known InstanceID and without ResourceType" : $"'{type}' in ResourceType",
                    "Memory (4), Processor (3), EthernetAdapter (10) or LogicalDisk (31)", "Read the resources of the virtual system's definition, and change one of those.");
                break;
        }
    }

    private ResourceAllocationSettingData? Known(ResourceAllocationSettingData wanted)
    {
        var resources = _source.SettingData.Resources;
        return string.IsNullOrEmpty(wanted.InstanceID)
            ? resources.FirstOrDefault(resource => resource.ResourceType == wanted.ResourceType && resource.ResourceType is ResourceType.Memory or ResourceType.Processor)
            : resources.FirstOrDefault(resource => resource.InstanceID == wanted.InstanceID);
    }

    private void AddAmount(int index, ResourceAllocationSettingData wanted, ResourceType type, ResourceAllocationSettingData? known)
    {
        if (known is null)
        {
            string there = string.Join(", ", _source.SettingData.Resources.Where(resource => resource.ResourceType == type).Select(resource => resource.InstanceID));
            Wrong(index, $"a second resource of the type {type}", $"the InstanceID of the one that there is: {there}", "Name it, or leave the InstanceID out.");
            return;
        }

        if (!IsMeantOnce(index, known.InstanceID!))
        {
            return;
        }

        RequireUnchanged(ResourceParameter, index, wanted, known, s_ofAmount);
        var unit = type == ResourceType.Memory ? ProgrammaticUnit.Byte : ProgrammaticUnit.Count;
        ulong present = type == ResourceType.Memory ? _source.System.Memory : (ulong)_source.System.ProcessorCount;
        ulong? quantity = Amount(index, "VirtualQuantity", wanted.VirtualQuantity, wanted.VirtualQuantityUnits ?? known.VirtualQuantityUnits, unit);
        ulong? reservation = Amount(index, "Reservation", wanted.Reservation, wanted.AllocationUnits ?? known.AllocationUnits, unit);
        var asked = new[] { quantity, reservation }.OfType<ulong>().Where(amount => amount != present).Distinct().ToList();
        if (asked.Count > 1)
        {
            Wrong(index, $"{asked[0]} {unit} by VirtualQuantity and {asked[1]} by Reservation", "one amount",
                "Change one of the two and leave the other out, or let both come to the same.");
            return;
        }

        ulong amount = asked.Count == 1 ? asked[0] : present;
        ulong? limit = Amount(index, "Limit", wanted.Limit, wanted.AllocationUnits ?? known.AllocationUnits, unit);
        if (limit is { } most && most != amount)
        {
            Wrong(index, $"{most} {unit} by Limit", $"NULL or the amount itself, {amount}", "Leave Limit out: there is none apart from the amount.");
        }
        else if (amount == present)
        {
            // Nothing changes.
        }
        else if (type == ResourceType.Memory)
        {
            _changes.Add(new MemoryChange { Index = index, Bytes = amount });
        }
        else if (amount <= int.MaxValue)
        {
            _changes.Add(new ProcessorChange { Index = index, Count = (int)amount });
        }
        else
        {
            Wrong(index, $"{amount} processors", "fewer", "Ask for fewer processors.");
        }
    }

    // Null where nothing is given, or where it was a finding.
    private ulong? Amount(int index, string property, ulong? number, string? unitText, ProgrammaticUnit wanted)
    {
        if (number is not { } given)
        {
            return null;
        }

        string units = property == "VirtualQuantity" ? "VirtualQuantityUnits" : "AllocationUnits";
        if (!ProgrammaticUnit.TryParse(unitText, out var unit) || !unit.TryConvert(given, wanted, out ulong amount))
        {
            Wrong(index, $"{given} of '{unitText}' in {property} and {units}, which is no whole number of {wanted}", $"a unit such as {Example(wanted)}",
                $"Give {units} as DSP0004 writes it: {Example(wanted)}.");
            return null;
        }

        if (amount > 0)
        {
            return amount;
        }

        Wrong(index, $"0 in {property}", "more than none", "Leave the property out where nothing is to change.");
        return null;
    }

    private void AddAdapter(int index, ResourceAllocationSettingData wanted, ResourceAllocationSettingData? known)
    {
        RequireUnchanged(ResourceParameter, index, wanted, known, s_ofAdapter);
        string mac = (wanted.Address ?? known?.Address ?? FreeMac(index)).ToLowerInvariant();
        if (known is not null && !string.Equals(mac, known.Address, StringComparison.OrdinalIgnoreCase))
        {
            Wrong(index, $"'{wanted.Address}' in Address", $"NULL or {known.Address}: an adapter keeps its address", "Add an adapter with that address instead, without an InstanceID.");
            return;
        }

        if (known is null && (!s_mac.IsMatch(mac) || _source.Adapters.Any(adapter => string.Equals(adapter.Mac, mac, StringComparison.OrdinalIgnoreCase))))
        {
            Wrong(index, $"'{wanted.Address}' in Address", "a MAC address that no adapter of the virtual system has, such as 52:54:00:12:34:56",
                "To change an adapter that is there, give its InstanceID; for a new one leave Address out, and it gets one.");
            return;
        }

        if (!IsMeantOnce(index, mac) || Single(index, "Connection", wanted.Connection, known, known?.Connection, "a network or bridge of the destination") is not { } name)
        {
            return;
        }

        string kind = wanted.ResourceSubType ?? known?.ResourceSubType ?? s_networkKinds[0];
        if (!s_networkKinds.Contains(kind, StringComparer.Ordinal))
        {
            Wrong(index, $"'{kind}' in ResourceSubType", "one of " + string.Join(", ", s_networkKinds), "Say what kind of thing Connection names.");
            return;
        }

        var network = new NetworkFacts { Kind = kind, Name = name };
        if (known is null || known.ResourceSubType != kind || !string.Equals(known.Connection is { Count: 1 } ? known.Connection[0] : null, name, StringComparison.Ordinal))
        {
            _changes.Add(new AdapterChange { Index = index, Mac = mac, Network = network, IsNew = known is null });
        }
    }

    private void AddDisk(int index, ResourceAllocationSettingData wanted, ResourceAllocationSettingData? known)
    {
        RequireUnchanged(ResourceParameter, index, wanted, known, known is null ? s_ofNewDisk : s_ofDisk);
        string target = known?.Address ?? wanted.Address ?? FreeTarget();
        if (known is null && (!s_target.IsMatch(target) || _source.Disks.Any(disk => disk.Target == target)))
        {
            Wrong(index, $"'{wanted.Address}' in Address", "the name of a disk that the virtual system has not, such as " + FreeTarget(),
                "To change a disk that is there, give its InstanceID; for a new one leave Address out, and it gets one.");
            return;
        }

        if (!IsMeantOnce(index, target) || Single(index, "HostResource", wanted.HostResource, known, known?.HostResource, "the path of the disk at the destination") is not { } path)
        {
            return;
        }

        var there = _source.Disks.FirstOrDefault(disk => disk.Target == target);
        if (there?.Path == path)
        {
            return;
        }

        if (path[0] != '/')
        {
            Wrong(index, $"'{path}' in HostResource", "a path from the root of the destination", "Give the whole path.");
        }
        else if (there is { IsShared: true } or { Path: "" })
        {
            Wrong(index, $"a path for the disk {target}, which is no file of one host", Unchanged, WithoutChange);
        }
        else
        {
            _changes.Add(new DiskChange { Index = index, Target = target, Path = path, Format = known is null ? wanted.ResourceSubType ?? "" : "", IsNew = there is null });
        }
    }

    // The one element of an array; null where nothing changes or where it was a finding.
    private string? Single(
        int index, string property, IReadOnlyList<string>? wanted, ResourceAllocationSettingData? known, IReadOnlyList<string>? present, string what)
    {
        var values = wanted ?? present;
        if (values is { Count: 1 } && !string.IsNullOrEmpty(values[0]) && IsLine(values[0]))
        {
            return values[0];
        }

        if (known is null || wanted is { Count: > 0 } || (wanted is not null && present is not null))
        {
            Wrong(index, $"{(wanted is null ? "nothing" : "'" + string.Join(", ", wanted) + "'")} in {property}", "one line: " + what, $"Give {property} one element.");
        }

        return null;
    }

    private bool IsMeantOnce(int index, string resource)
    {
        if (_meant.Add(resource))
        {
            return true;
        }

        Wrong(index, "a second change of " + resource, "one element for each resource", "Put both changes into one element.");
        return false;
    }

    private void RequireUnchanged(string parameter, int index, SettingData wanted, SettingData? present, IEnumerable<string> obeyed)
    {
        var before = present is null ? null : ElementMap.ToInstance(present);
        foreach (var property in ElementMap.ToInstance(wanted).Properties.Where(property => property.Value is not null))
        {
            if (!obeyed.Contains(property.Name, StringComparer.OrdinalIgnoreCase) && !IsSame(property, before?.Find(property.Name)))
            {
                Wrong(parameter, index, $"'{CimValue.ToText(property.Value)}' in {property.Name}, which a migration does not change", Unchanged, WithoutChange);
            }
        }
    }

    private static bool IsSame(CimProperty wanted, CimProperty? present) => present is not null && wanted.Elements.SequenceEqual(present.Elements);

    private void Wrong(int index, string error, string expected, string action) => Wrong(ResourceParameter, index, error, expected, action);

    private void Wrong(string parameter, int index, string error, string expected, string action) =>
        _findings.Add(StandardMessages.ParameterInvalid.Error(action, _operation, parameter, index.ToString(System.Globalization.CultureInfo.InvariantCulture), error, expected));

    private static string? IfOther(string? wanted, string present) => wanted is null || wanted == present ? null : wanted;

    private static string Example(ProgrammaticUnit unit) => unit == ProgrammaticUnit.Byte ? "byte*2^20" : unit.ToString();

    // Made of the system's identifier, so that the same request comes to the same address; 52:54:00 is QEMU's.
    private string FreeMac(int index)
    {
        uint hash = 2166136261;
        foreach (char character in _source.System.Id)
        {
            hash = (hash ^ character) * 16777619;
        }

        for (uint suffix = hash + (uint)index; ; suffix++)
        {
            string mac = $"52:54:00:{(suffix >> 16) & 0xff:x2}:{(suffix >> 8) & 0xff:x2}:{suffix & 0xff:x2}";
            if (!_meant.Contains(mac) && !_source.Adapters.Any(adapter => string.Equals(adapter.Mac, mac, StringComparison.OrdinalIgnoreCase)))
            {
                return mac;
            }
        }
    }

    // The next letter on the bus that the other disks are on.
    private string FreeTarget()
    {
        var known = _source.Disks.Select(disk => s_target.Match(disk.Target)).FirstOrDefault(match => match.Success);
        string prefix = known is null ? "vd" : known.Groups[1].Value;
        var letters = Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString()).ToList();
        return letters.Concat(letters.SelectMany(_ => letters, (first, second) => first + second))
            .Select(letter => prefix + letter)
            .First(target => !_meant.Contains(target) && _source.Disks.All(disk => disk.Target != target));
    }

    private static string[] And(params string[] names) => s_always.Concat(names).ToArray();

    private static Regex Pattern(string text) => new(text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
