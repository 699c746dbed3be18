using System.Collections.Generic;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_ResourceAllocationSettingData: one virtual resource of a virtual system (DSP1041, DSP1057). As NewResourceSettingData of a
/// migration, <see cref="SettingData.InstanceID"/> says which resource is changed; without one a resource is added; null properties mean unchanged
/// (clause 9.2.2).
/// </summary>
[CimClass("CIM_ResourceAllocationSettingData", Version = "2.24.0")]
public sealed record ResourceAllocationSettingData : SettingData
{
    /// <summary>What kind of resource it is.</summary>
    [CimProperty]
    public ResourceType? ResourceType { get; init; }

    /// <summary>The kind where <see cref="ResourceType"/> is Other.</summary>
    [CimProperty]
    public string? OtherResourceType { get; init; }

    /// <summary>The kind, more closely; platform-specific.</summary>
    [CimProperty]
    public string? ResourceSubType { get; init; }

    /// <summary>The pool that it is taken from.</summary>
    [CimProperty]
    public string? PoolID { get; init; }

    /// <summary>How the system sees it: 2 passed through, 3 virtualized, 4 not at all.</summary>
    [CimProperty]
    public ushort? ConsumerVisibility { get; init; }

    /// <summary>What the host backs it with: a disk's path; references are WBEM URIs.</summary>
    [CimProperty]
    public IReadOnlyList<string>? HostResource { get; init; }

    /// <summary>
    /// The unit of <see cref="Reservation"/> and <see cref="Limit"/> (DSP0004 annex C), such as <c>byte*2^20</c>; null = the resource's
    /// present unit.
    /// </summary>
    [CimProperty]
    public string? AllocationUnits { get; init; }

    /// <summary>What the system sees, in <see cref="VirtualQuantityUnits"/>.</summary>
    [CimProperty]
    public ulong? VirtualQuantity { get; init; }

    /// <summary>What the host guarantees, in <see cref="AllocationUnits"/>.</summary>
    [CimProperty]
    public ulong? Reservation { get; init; }

    /// <summary>What the host gives at the most, in <see cref="AllocationUnits"/>.</summary>
    [CimProperty]
    public ulong? Limit { get; init; }

    /// <summary>Its share relative to others of the same pool.</summary>
    [CimProperty]
    public uint? Weight { get; init; }

    /// <summary>Whether it is allocated when the system is instantiated.</summary>
    [CimProperty]
    public bool? AutomaticAllocation { get; init; }

    /// <summary>Whether it is given back when the system no longer is.</summary>
    [CimProperty]
    public bool? AutomaticDeallocation { get; init; }

    /// <summary>The resource that it is attached to: a WBEM URI.</summary>
    [CimProperty]
    public string? Parent { get; init; }

    /// <summary>What it is connected to: an adapter's network or bridge.</summary>
    [CimProperty]
    public IReadOnlyList<string>? Connection { get; init; }

    /// <summary>The address that the guest sees: an adapter's MAC address, a disk's device name.</summary>
    [CimProperty]
    public string? Address { get; init; }

    /// <summary>How it is tied to <see cref="HostResource"/>: 2 not, 3 dedicated, 4 soft affinity, 5 hard affinity.</summary>
    [CimProperty]
    public ushort? MappingBehavior { get; init; }

    /// <summary>Its place at <see cref="Parent"/>.</summary>
    [CimProperty]
    public string? AddressOnParent { get; init; }

    /// <summary>The unit of <see cref="VirtualQuantity"/>; null = <c>count</c>.</summary>
    [CimProperty]
    public string? VirtualQuantityUnits { get; init; }
}
