using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_VirtualSystemSettingData (DSP1057): the definition of a virtual system. As NewSystemSettingData of a migration: what it is to be
/// called and described as afterwards; null = as before (clause 9.2.2).
/// </summary>
[CimClass("CIM_VirtualSystemSettingData")]
public sealed record VirtualSystemSettingData : SettingData
{
    /// <summary>The name that the system's platform knows it by; null = unchanged.</summary>
    [CimProperty]
    public string? VirtualSystemIdentifier { get; init; }

    /// <summary>The platform's kind of virtual system, such as <c>vs:kvm</c>; null = unchanged.</summary>
    [CimProperty]
    public string? VirtualSystemType { get; init; }

    /// <summary>Notes of its administrators; null = unchanged.</summary>
    [CimProperty]
    public System.Collections.Generic.IReadOnlyList<string>? Notes { get; init; }
}
