namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_ServiceAffectsElement.ElementEffects.</summary>
[Clause("10.11")]
public enum ElementEffect
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>OtherElementEffectsDescriptions says it.</summary>
    Other = 1,

    /// <summary>Nobody else can use the element.</summary>
    ExclusiveUse = 2,

    /// <summary>The element may become slower.</summary>
    PerformanceImpact = 3,

    /// <summary>The element may be harmed.</summary>
    ElementIntegrity = 4,

    /// <summary>The service manages the element: it can migrate it.</summary>
    Manages = 5,

    /// <summary>The service uses the element up.</summary>
    Consumes = 6,

    /// <summary>The element becomes more reliable.</summary>
    EnhancesIntegrity = 7,

    /// <summary>The element becomes less reliable.</summary>
    DegradesIntegrity = 8,

    /// <summary>The element becomes faster.</summary>
    EnhancesPerformance = 9,

    /// <summary>The element becomes slower.</summary>
    DegradesPerformance = 10,
}
