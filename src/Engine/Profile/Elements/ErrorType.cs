namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_Error.ErrorType.</summary>
[Clause("10.6")]
public enum ErrorType
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>OtherErrorType says it.</summary>
    Other = 1,

    /// <summary>Something did not get from one place to another.</summary>
    CommunicationsError = 2,

    /// <summary>It works worse than it should.</summary>
    QualityOfServiceError = 3,

    /// <summary>Software failed, or was told wrongly.</summary>
    SoftwareError = 4,

    /// <summary>Hardware failed.</summary>
    HardwareError = 5,

    /// <summary>Something around it failed.</summary>
    EnvironmentalError = 6,

    /// <summary>Somebody may not.</summary>
    SecurityError = 7,

    /// <summary>More was asked for than there is.</summary>
    OversubscriptionError = 8,

    /// <summary>A resource is not there.</summary>
    UnavailableResourceError = 9,

    /// <summary>It cannot be done here.</summary>
    UnsupportedOperationError = 10,
}
