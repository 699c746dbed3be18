namespace VsMigration.Profile.Elements;

/// <summary>Values of CIM_Error.ProbableCause that a migration can meet; the schema has more.</summary>
[Clause("10.6")]
public enum ProbableCause
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>ProbableCauseDescription says it.</summary>
    Other = 1,

    /// <summary>There is less bandwidth than before.</summary>
    BandwidthReduced = 4,

    /// <summary>A connection could not be made.</summary>
    ConnectionEstablishmentError = 5,

    /// <summary>The peer did not keep to the protocol.</summary>
    CommunicationsProtocolError = 6,

    /// <summary>The network failed.</summary>
    CommunicationsSubsystemFailure = 7,

    /// <summary>Something is set up wrongly.</summary>
    ConfigurationOrCustomizationError = 8,

    /// <summary>A file is not what it should be.</summary>
    FileFormatError = 18,

    /// <summary>There is not enough memory.</summary>
    OutOfMemory = 33,

    /// <summary>Something is slower than it should be.</summary>
    PerformanceDegraded = 35,

    /// <summary>A resource is used up.</summary>
    ResourceAtOrNearingCapacity = 44,

    /// <summary>The peer is too slow.</summary>
    ResponseTimeExcessive = 45,

    /// <summary>Software failed.</summary>
    SoftwareError = 47,

    /// <summary>A program ended by itself.</summary>
    SoftwareProgramAbnormallyTerminated = 48,

    /// <summary>There is not enough storage.</summary>
    StorageCapacityProblem = 50,

    /// <summary>Something that it needs is not there.</summary>
    UnderlyingResourceUnavailable = 57,

    /// <summary>Two sides are of different versions.</summary>
    VersionMismatch = 58,

    /// <summary>The credentials do not fit.</summary>
    SecurityCredentialMismatch = 64,

    /// <summary>Somebody may not.</summary>
    UnauthorizedAccess = 65,

    /// <summary>The element is not in a state for it.</summary>
    ElementUnavailable = 72,

    /// <summary>The element is not there.</summary>
    ElementMissing = 73,

    /// <summary>The name or identifier is taken.</summary>
    IdentifierDuplication = 79,

    /// <summary>There are not enough processors.</summary>
    OutOfCPUCycles = 107,

    /// <summary>It took too long.</summary>
    Timeout = 111,

    /// <summary>The peer does not believe who it is.</summary>
    AuthenticationFailure = 117,

    /// <summary>It was asked for in the wrong order or form.</summary>
    ProceduralError = 129,
}
