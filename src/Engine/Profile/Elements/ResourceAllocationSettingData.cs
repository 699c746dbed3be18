using System.Collections.Generic;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_ResourceAllocationSettingData (DSP1041, DSP1057): one virtual resource of a virtual system. As NewResourceSettingData of a
/// migration, <see cref="SettingData.InstanceID"/> says which resource is changed; without one a resource is added; null properties mean
/// unchanged (clause 9.2.2).
/// </summary>
[CimClass("CIM_ResourceAllocationSettingData")]
public sealed record ResourceAllocationSettingData : SettingData
{
    /// <summary>What kind of resource it is.</summary>
    [CimProperty]
    public ResourceType? ResourceType { get; init; }

    /// <summary>The kind, more closely; platform-specific.</summary>
    [CimProperty]
    public string? ResourceSubType { get; init; }

    /// <summary>The unit of <see cref="Reservation"/> and <see cref="Limit"/> (DSP0004 annex C), such as <c>byte*2^20</c>; null = the resource's present unit.</summary>
    [CimProperty]
    public string? AllocationUnits { get; init; }

    /// <summary>What the system sees, in <see cref="VirtualQuantityUnits"/>.</summary>
    [CimProperty]
    public ulong? VirtualQuantity { get; init; }

    /// <summary>The unit of <see cref="VirtualQuantity"/>; null = <c>count</c>.</summary>
    [CimProperty]
    public string? VirtualQuantityUnits { get; init; }

    /// <summary>What the host guarantees, in <see cref="AllocationUnits"/>.</summary>
    [CimProperty]
    public ulong? Reservation { get; init; }

    /// <summary>What the host gives at the most, in <see cref="AllocationUnits"/>.</summary>
    [CimProperty]
    public ulong? Limit { get; init; }

    /// <summary>The address that the guest sees: an adapter's MAC address, a disk's device name.</summary>
    [CimProperty]
    public string? Address { get; init; }

    /// <summary>What the host backs it with: a disk's path.</summary>
    [CimProperty]
    public IReadOnlyList<string>? HostResource { get; init; }

    /// <summary>What it is connected to: an adapter's network or bridge.</summary>
    [CimProperty]
    public IReadOnlyList<string>? Connection { get; init; }
}
