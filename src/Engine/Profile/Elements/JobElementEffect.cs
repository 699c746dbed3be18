namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_AffectedJobElement.ElementEffects, of which 5 is another than in <see cref="ElementEffect"/>.</summary>
[Clause("10.1")]
public enum JobElementEffect
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

    /// <summary>The job makes the element.</summary>
    Create = 5,
}
