namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_ElementCapabilities.Characteristics.</summary>
public enum CapabilitiesCharacteristic
{
    /// <summary>What the element can do by default.</summary>
    Default = 2,

    /// <summary>What it can do at present.</summary>
    Current = 3,
}
