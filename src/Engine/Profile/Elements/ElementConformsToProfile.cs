using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_ElementConformsToProfile: an element that a profile speaks of (DSP1033); from a profile it leads to its central instances.
/// </summary>
[CimClass("CIM_ElementConformsToProfile", IsAssociation = true, Version = "2.8.0")]
[Clause("10.10")]
public sealed record ElementConformsToProfile
{
    /// <summary>The profile.</summary>
    [CimProperty(Key = true, Of = typeof(RegisteredProfile))]
    public CimObjectPath? ConformantStandard { get; init; }

    /// <summary>The element.</summary>
    [CimProperty(Key = true, Of = typeof(ManagedElement))]
    public CimObjectPath? ManagedElement { get; init; }
}
