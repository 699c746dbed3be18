using System;
using System.Linq;
using VsMigration.Cim.Mapping;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Service.Views;

/// <summary>Hosts and virtual systems as elements of the profile.</summary>
[Clause("10.4", "10.7")]
public static class SystemViews
{
    /// <summary>A virtual system, where it is now.</summary>
    public static VsmComputerSystem System(VirtualSystem system) => Describe(system) with
    {
        EnabledState = StateOf(system.State),
        OperationalStatus = new[] { OperationalStatus.OK },
    };

    /// <summary>
    /// A virtual system that a job took away, where it was: it is not there any more, and it is shown as long as the job exists, so that a
    /// client that looks for the source and the target of the job finds both (clause 9.2.1, step 5).
    /// </summary>
    public static VsmComputerSystem FormerSystem(VirtualSystem system) => Describe(system) with
    {
        Description = "Not on this host any more.",
        EnabledState = EnabledState.NotApplicable,
        OperationalStatus = new[] { OperationalStatus.Stopped },
    };

    /// <summary>A host.</summary>
    public static HostSystem Host(string name) => new()
    {
        CreationClassName = ElementMap.NameOf(typeof(HostSystem)),
        Name = name,
        ElementName = name,
        NameFormat = "Other",
        EnabledState = EnabledState.Enabled,
    };

    /// <summary>The migration service of a host.</summary>
    public static VsmVirtualSystemMigrationService Service(string hostName) => new()
    {
        SystemCreationClassName = ElementMap.NameOf(typeof(HostSystem)),
        SystemName = hostName,
        CreationClassName = ElementMap.NameOf(typeof(VsmVirtualSystemMigrationService)),
        Name = ElementPaths.ServiceName,
        ElementName = "Virtual system migration of " + hostName,
        EnabledState = EnabledState.Enabled,
        Started = true,
        OperationalStatus = new[] { OperationalStatus.OK },
    };

    private static VsmComputerSystem Describe(VirtualSystem system) => new()
    {
        CreationClassName = ElementMap.NameOf(typeof(VsmComputerSystem)),
        Name = ElementPaths.SystemName(system.Id, system.HostName),
        NameFormat = "Other",
        ElementName = system.Name,
        OtherIdentifyingInfo = system.OtherIdentifyingInfo.ToList(),
        IdentifyingDescriptions = system.IdentifyingDescriptions.ToList(),
        Memory = system.Memory,
        VirtualProcessors = (uint)Math.Max(0, system.ProcessorCount),
        HostName = system.HostName,
    };

    // DSP1057 7.2.2; the numbers are the same on purpose.
    private static EnabledState StateOf(VirtualSystemState state) => (EnabledState)state;
}
