namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_RegisteredSpecification.AdvertiseTypes.</summary>
public enum AdvertiseType
{
    /// <summary>AdvertiseTypeDescriptions says it.</summary>
    Other = 1,

    /// <summary>Not at all; the only value then.</summary>
    NotAdvertised = 2,

    /// <summary>Service Location Protocol.</summary>
    SLP = 3,

    /// <summary>WS-Identify.</summary>
    WSIdentify = 4,
}
