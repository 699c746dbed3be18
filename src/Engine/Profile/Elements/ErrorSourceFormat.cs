namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_Error.ErrorSourceFormat.</summary>
[Clause("10.6")]
public enum ErrorSourceFormat
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>OtherErrorSourceFormat says it.</summary>
    Other = 1,

    /// <summary>An object path as text (DSP0004).</summary>
    CIMObjectPath = 2,
}
