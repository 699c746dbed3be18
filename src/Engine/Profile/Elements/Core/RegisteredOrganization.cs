namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_RegisteredSpecification.RegisteredOrganization.</summary>
public enum RegisteredOrganization
{
    /// <summary>OtherRegisteredOrganization says it.</summary>
    Other = 1,

    /// <summary>Distributed Management Task Force.</summary>
    DMTF = 2,

    /// <summary>CompTIA.</summary>
    CompTIA = 3,

    /// <summary>Consortium for Service Innovation.</summary>
    ConsortiumForServiceInnovation = 4,

    /// <summary>FAST.</summary>
    FAST = 5,

    /// <summary>Global Grid Forum.</summary>
    GGF = 6,

    /// <summary>INTAP.</summary>
    INTAP = 7,

    /// <summary>itSMF.</summary>
    itSMF = 8,

    /// <summary>NAC.</summary>
    NAC = 9,

    /// <summary>Northwest Energy Efficiency Alliance.</summary>
    NorthwestEnergyEfficiencyAlliance = 10,

    /// <summary>Storage Networking Industry Association.</summary>
    SNIA = 11,

    /// <summary>TM Forum.</summary>
    TMForum = 12,

    /// <summary>The Open Group.</summary>
    TheOpenGroup = 13,

    /// <summary>ANSI.</summary>
    ANSI = 14,

    /// <summary>IEEE.</summary>
    IEEE = 15,

    /// <summary>IETF.</summary>
    IETF = 16,

    /// <summary>INCITS.</summary>
    INCITS = 17,

    /// <summary>ISO.</summary>
    ISO = 18,

    /// <summary>W3C.</summary>
    W3C = 19,

    /// <summary>Open Grid Forum.</summary>
    OGF = 20,

    /// <summary>The Green Grid.</summary>
    TheGreenGrid = 21,
}
