using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Clock;

namespace VsMigration.Conformance;

/// <summary>One test of one server: the door to it, what has been found behind it, and what was seen.</summary>
internal sealed class Walk
{
    /// <summary>Begins a test.</summary>
    public Walk(Peer peer, ConformanceOptions options, IClock clock)
    {
        Peer = peer;
        Options = options;
        Clock = clock;
    }

    /// <summary>The server.</summary>
    public Peer Peer { get; }

    /// <summary>How it is tested.</summary>
    public ConformanceOptions Options { get; }

    /// <summary>Time between looks at a job.</summary>
    public IClock Clock { get; }

    /// <summary>Tells people who wait what is looked at.</summary>
    public Action<string> Tell { get; set; } = _ => { };

    /// <summary>What was seen.</summary>
    public Findings Seen { get; } = new();

    /// <summary>What people should know beside the results: where a migrated system is now, a job that still runs.</summary>
    public List<string> Notes { get; } = new();

    /// <summary>The namespace of the registration; empty where there is none.</summary>
    public string InteropNamespace { get; set; } = "";

    /// <summary>The namespace of the service; empty where there is none.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Registrations of this profile, of whatever version.</summary>
    public List<CimInstance> Profiles { get; } = new();

    /// <summary>Registrations of other profiles, by RegisteredName.</summary>
    public List<CimInstance> OtherProfiles { get; } = new();

    /// <summary>The migration services.</summary>
    public List<ServiceView> Services { get; } = new();

    /// <summary>Virtual systems that a service affects, or, where nothing says so, those that are no host.</summary>
    public List<CimInstance> Systems { get; } = new();

    /// <summary>Hosts: instances of CIM_System that are no virtual systems.</summary>
    public List<CimInstance> Hosts { get; } = new();

    /// <summary>Classes that the server showed, by name; null where it showed none.</summary>
    public Dictionary<string, CimClass?> Classes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What came of the migration; null where none was tried.</summary>
    public MigrationStory? Migration { get; set; }

    /// <summary>The service that methods are called on; null where there is none.</summary>
    public ServiceView? Service => Services.FirstOrDefault(service => service.Capabilities is not null) ?? Services.FirstOrDefault();

    /// <summary>Why rows about jobs are not applicable; null where they apply.</summary>
    public string? NoJobs => Service is { Capabilities: not null, HasAsynchronousMethods: false } && Migration?.Job is null
        ? "no method is advertised with asynchronous behaviour" : null;

    /// <summary>The system that checks are about and that may be migrated: the one of that name, else one that runs, else any; null where there is none.</summary>
    public CimInstance? Subject => Options.SystemName.Length > 0
        ? Systems.FirstOrDefault(system => IsNamed(system, Options.SystemName))
        : Systems.FirstOrDefault(system => system.Number("EnabledState") == 2) ?? Systems.FirstOrDefault();

    /// <summary>The host that a destination names; null where the server shows no such one.</summary>
    public CimInstance? Destination => Options.DestinationHost.Length > 0
        ? Hosts.FirstOrDefault(host => IsNamed(host, Options.DestinationHost))
        : Hosts.FirstOrDefault(host => Service?.Host is { } own && !own.Equals(host.Path));

    /// <summary>Whether an element has a name, by what people or the server call it.</summary>
    public static bool IsNamed(CimInstance element, string name) =>
        new[] { element.Text("ElementName"), element.Text("Name"), element.Path?["Name"] as string }
            .Any(candidate => string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase));
}
