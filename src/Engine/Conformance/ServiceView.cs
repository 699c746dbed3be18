using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;

namespace VsMigration.Conformance;

/// <summary>A migration service of the server under test, and what was found around it.</summary>
internal sealed class ServiceView
{
    /// <summary>Makes the view of a service.</summary>
    /// <param name="instance">The service, with its path.</param>
    public ServiceView(CimInstance instance) => Instance = instance;

    /// <summary>The service.</summary>
    public CimInstance Instance { get; }

    /// <summary>Its path.</summary>
    public CimObjectPath Path => Instance.Path!;

    /// <summary>Its capabilities; null until they are found.</summary>
    public CimInstance? Capabilities { get; set; }

    /// <summary>The settings behind its capabilities, each with the association that leads to it.</summary>
    public List<SettingView> Settings { get; } = new();

    /// <summary>Its class, with methods; null where the server does not show it.</summary>
    public CimClass? Class { get; set; }

    /// <summary>The host that it runs on; null until it is found.</summary>
    public CimObjectPath? Host { get; set; }

    /// <summary>The default settings; null where there are none.</summary>
    public SettingView? Default => Settings.FirstOrDefault(setting => setting.Role == 0);

    /// <summary>Those that describe what is admissible.</summary>
    public IEnumerable<SettingView> Admissible => Settings.Where(setting => setting.Role != 0);

    /// <summary>Methods that a call has shown to be there, or not to be, by name.</summary>
    public Dictionary<string, bool> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a method is advertised with synchronous behaviour.</summary>
    public bool IsSynchronous(MigrationMethodFacts method) => Count("SynchronousMethodsSupported", method) > 0;

    /// <summary>Whether a method is advertised with asynchronous behaviour.</summary>
    public bool IsAsynchronous(MigrationMethodFacts method) => Count("AsynchronousMethodsSupported", method) > 0;

    /// <summary>Whether a method is implemented, as far as is known: shown by a call, else advertised.</summary>
    public bool Implements(MigrationMethodFacts method) =>
        Shown.TryGetValue(method.Name, out bool there) ? there : IsSynchronous(method) || IsAsynchronous(method);

    /// <summary>Whether any method is advertised with asynchronous behaviour.</summary>
    public bool HasAsynchronousMethods => MigrationMethodFacts.All.Any(IsAsynchronous);

    /// <summary>How often an array of the capabilities has the value of a method.</summary>
    public int Count(string array, MigrationMethodFacts method) => Capabilities?.Numbers(array)?.Count(value => value == method.Value) ?? 0;
}

/// <summary>A CIM_VirtualSystemMigrationSettingData of the capabilities, and the CIM_SettingsDefineCapabilities that leads to it.</summary>
/// <param name="Association">The association.</param>
/// <param name="Setting">The setting.</param>
internal sealed record SettingView(CimInstance Association, CimInstance Setting)
{
    /// <summary>ValueRole; null where it is none.</summary>
    public long? Role => Association.Number("ValueRole");

    /// <summary>ValueRange; null where it is none.</summary>
    public long? Range => Association.Number("ValueRange");

    /// <summary>PropertyPolicy; null where it is none.</summary>
    public long? Policy => Association.Number("PropertyPolicy");

    /// <summary>What a Correlated instance selects where its numbers apply by: its enumerations.</summary>
    public string Selector => Evidence.Of(Setting["MigrationType"]) + "/" + Evidence.Of(Setting["TransportType"]) + "/" + Evidence.Of(Setting["OtherTransportType"]);
}
