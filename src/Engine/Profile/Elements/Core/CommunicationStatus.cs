namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_ManagedSystemElement.CommunicationStatus.</summary>
public enum CommunicationStatus
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Nobody says.</summary>
    NotAvailable = 1,

    /// <summary>It can be spoken with.</summary>
    CommunicationOK = 2,

    /// <summary>Reached before, and not now.</summary>
    LostCommunication = 3,

    /// <summary>Never reached.</summary>
    NoContact = 4,
}
