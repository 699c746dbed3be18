using System.Collections.Generic;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_RegisteredProfile: a management profile that is implemented here (DSP1033).</summary>
[CimClass("CIM_RegisteredProfile", Version = "2.39.0")]
[Clause("10.10", "T27")]
public sealed record RegisteredProfile : RegisteredSpecification
{
    /// <summary>The name that this profile registers under; the word Profile is no part of it (clause 10.10).</summary>
    public const string VirtualSystemMigrationName = "Virtual System Migration";

    /// <summary>The version of this profile.</summary>
    public const string VirtualSystemMigrationVersion = "1.0.0";

    /// <summary>Features of the profile that are implemented.</summary>
    [CimProperty]
    public IReadOnlyList<string>? ImplementedFeatures { get; init; }

    /// <summary>2 (Profile).</summary>
    [CimProperty]
    public override SpecificationType? SpecificationType { get; init; }

    /// <summary>A profile of the DMTF, not advertised on the network.</summary>
    /// <param name="instanceID">Its identity.</param>
    /// <param name="name">The name that it registers under, such as <see cref="VirtualSystemMigrationName"/>.</param>
    /// <param name="version">Its version, such as <see cref="VirtualSystemMigrationVersion"/>.</param>
    public static RegisteredProfile OfDmtf(string instanceID, string name, string version) => new()
    {
        InstanceID = instanceID,
        SpecificationType = Elements.SpecificationType.Profile,
        RegisteredOrganization = Elements.RegisteredOrganization.DMTF,
        RegisteredName = name,
        RegisteredVersion = version,
        AdvertiseTypes = new[] { AdvertiseType.NotAdvertised },
    };
}
