using System.Collections.Generic;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ComputerSystem: a computer, real or virtual: the source or target virtual system of a migration, or a host.</summary>
[CimClass("CIM_ComputerSystem", Version = "2.42.0")]
[Clause("10.4", "T21")]
public record ComputerSystem : SystemElement
{
    /// <summary>
    /// How <see cref="SystemElement.Name"/> was chosen: Other, IP, Dial, HID, NWA, HWA, X25, ISDN, IPX, DCC, ICD, E.164, SNA, OID/OSI, WWN,
    /// NAA.
    /// </summary>
    [CimProperty]
    public override string? NameFormat { get; init; }

    /// <summary>What it is for; 0 = nothing in particular. The numbers are the schema's.</summary>
    [CimProperty]
    public IReadOnlyList<ushort>? Dedicated { get; init; }

    /// <summary>What it is for, where <see cref="Dedicated"/> has 2 (Other) at the same index.</summary>
    [CimProperty]
    public IReadOnlyList<string>? OtherDedicatedDescriptions { get; init; }

    /// <summary>Whether it can be reset: 1 Other, 2 Unknown, 3 Disabled, 4 Enabled, 5 Not Implemented.</summary>
    [CimProperty]
    public ushort? ResetCapability { get; init; }

    /// <summary>Deprecated by the schema.</summary>
    [CimProperty]
    public IReadOnlyList<ushort>? PowerManagementCapabilities { get; init; }
}
