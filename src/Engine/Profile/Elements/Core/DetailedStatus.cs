namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_ManagedSystemElement.DetailedStatus.</summary>
public enum DetailedStatus
{
    /// <summary>Nobody says.</summary>
    NotAvailable = 0,

    /// <summary>All is well.</summary>
    NoAdditionalInformation = 1,

    /// <summary>It works and needs attention.</summary>
    Stressed = 2,

    /// <summary>It works and will probably fail soon.</summary>
    PredictiveFailure = 3,

    /// <summary>It failed, and somebody must help.</summary>
    NonRecoverableError = 4,

    /// <summary>Something that it needs is not well.</summary>
    SupportingEntityInError = 5,
}
