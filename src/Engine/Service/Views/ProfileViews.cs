using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Profile;
using VsMigration.Profile.Elements;

namespace VsMigration.Service.Views;

/// <summary>The registration of the profile and of those that it refers to (DSP1033).</summary>
[Clause("10.10")]
public static class ProfileViews
{
    /// <summary>This profile.</summary>
    [Clause("T27")]
    public static RegisteredProfile Migration { get; } = Register("DSP1081", RegisteredProfile.VirtualSystemMigrationName, RegisteredProfile.VirtualSystemMigrationVersion);

    /// <summary>The profiles that it refers to. Table 1 prints DSP1054 1.0; the normative references say 1.1.</summary>
    public static IReadOnlyList<RegisteredProfile> Referenced { get; } = new[]
    {
        Register("DSP1033", "Profile Registration", "1.0.0"),
        Register("DSP1103", "Job Control", "1.0.0"),
        Register("DSP1054", "Indications", "1.1.0"),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RegisteredProfile> All { get; } = new[] { Migration }.Concat(Referenced).ToList();

    /// <summary>Which profile refers to which.</summary>
    public static IReadOnlyList<ReferencedProfile> References { get; } = Referenced.Select(profile => new ReferencedProfile
    {
        Antecedent = PathOf(profile),
        Dependent = PathOf(Migration),
    }).ToList();

    /// <summary>The central instance of this profile: the migration service of a host.</summary>
    public static ElementConformsToProfile Conformance(string hostName) => new()
    {
        ConformantStandard = PathOf(Migration),
        ManagedElement = ElementPaths.Service(hostName),
    };

    /// <summary>The path of a profile.</summary>
    public static CimObjectPath PathOf(RegisteredProfile profile) => ElementMap.PathOf(profile, Namespaces.Interop);

    private static RegisteredProfile Register(string id, string name, string version) =>
        RegisteredProfile.OfDmtf("VSM:" + id + "/" + version, name, version) with { ElementName = name };
}
