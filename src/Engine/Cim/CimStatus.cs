namespace VsMigration.Cim;

/// <summary>Status codes of CIM operations (DSP0200 1.3, 5.3): values of CIM_Error.CIMStatusCode.</summary>
public enum CimStatus
{
    /// <summary>CIM_ERR_FAILED: none of the others.</summary>
    Failed = 1,

    /// <summary>CIM_ERR_ACCESS_DENIED</summary>
    AccessDenied = 2,

    /// <summary>CIM_ERR_INVALID_NAMESPACE</summary>
    InvalidNamespace = 3,

    /// <summary>CIM_ERR_INVALID_PARAMETER</summary>
    InvalidParameter = 4,

    /// <summary>CIM_ERR_INVALID_CLASS</summary>
    InvalidClass = 5,

    /// <summary>CIM_ERR_NOT_FOUND</summary>
    NotFound = 6,

    /// <summary>CIM_ERR_NOT_SUPPORTED</summary>
    NotSupported = 7,

    /// <summary>CIM_ERR_CLASS_HAS_CHILDREN</summary>
    ClassHasChildren = 8,

    /// <summary>CIM_ERR_CLASS_HAS_INSTANCES</summary>
    ClassHasInstances = 9,

    /// <summary>CIM_ERR_INVALID_SUPERCLASS</summary>
    InvalidSuperClass = 10,

    /// <summary>CIM_ERR_ALREADY_EXISTS</summary>
    AlreadyExists = 11,

    /// <summary>CIM_ERR_NO_SUCH_PROPERTY</summary>
    NoSuchProperty = 12,

    /// <summary>CIM_ERR_TYPE_MISMATCH</summary>
    TypeMismatch = 13,

    /// <summary>CIM_ERR_QUERY_LANGUAGE_NOT_SUPPORTED</summary>
    QueryLanguageNotSupported = 14,

    /// <summary>CIM_ERR_INVALID_QUERY</summary>
    InvalidQuery = 15,

    /// <summary>CIM_ERR_METHOD_NOT_AVAILABLE</summary>
    MethodNotAvailable = 16,

    /// <summary>CIM_ERR_METHOD_NOT_FOUND</summary>
    MethodNotFound = 17,

    /// <summary>CIM_ERR_NAMESPACE_NOT_EMPTY</summary>
    NamespaceNotEmpty = 20,

    /// <summary>CIM_ERR_INVALID_ENUMERATION_CONTEXT</summary>
    InvalidEnumerationContext = 21,

    /// <summary>CIM_ERR_INVALID_OPERATION_TIMEOUT</summary>
    InvalidOperationTimeout = 22,

    /// <summary>CIM_ERR_PULL_HAS_BEEN_ABANDONED</summary>
    PullHasBeenAbandoned = 23,

    /// <summary>CIM_ERR_PULL_CANNOT_BE_ABANDONED</summary>
    PullCannotBeAbandoned = 24,

    /// <summary>CIM_ERR_FILTERED_ENUMERATION_NOT_SUPPORTED</summary>
    FilteredEnumerationNotSupported = 25,

    /// <summary>CIM_ERR_CONTINUATION_ON_ERROR_NOT_SUPPORTED</summary>
    ContinuationOnErrorNotSupported = 26,

    /// <summary>CIM_ERR_SERVER_LIMITS_EXCEEDED</summary>
    ServerLimitsExceeded = 27,

    /// <summary>CIM_ERR_SERVER_IS_SHUTTING_DOWN</summary>
    ServerIsShuttingDown = 28,
}
