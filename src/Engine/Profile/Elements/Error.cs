using System.Collections.Generic;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_Error: why an operation, a method or a job failed, or a check was negative. Has no keys; travels embedded or with an error.
/// </summary>
[CimClass("CIM_Error", IsIndication = true, Version = "2.22.1")]
[Clause("10.6", "T23")]
public sealed record Error
{
    /// <summary>What kind of error it is.</summary>
    [CimProperty]
    public ErrorType? ErrorType { get; init; }

    /// <summary>The kind where <see cref="ErrorType"/> is Other.</summary>
    [CimProperty]
    public string? OtherErrorType { get; init; }

    /// <summary>Who defines the message: <c>DMTF</c> or <c>VsMigration</c>.</summary>
    [CimProperty]
    public string? OwningEntity { get; init; }

    /// <summary>The message's id, such as <c>SVPC8030</c>.</summary>
    [CimProperty(Required = true)]
    public string? MessageID { get; init; }

    /// <summary>The message, formatted.</summary>
    [CimProperty]
    public string? Message { get; init; }

    /// <summary>The values put into the message, in its order.</summary>
    [CimProperty]
    public IReadOnlyList<string>? MessageArguments { get; init; }

    /// <summary>How bad it is.</summary>
    [CimProperty]
    public PerceivedSeverity? PerceivedSeverity { get; init; }

    /// <summary>What is likely behind it.</summary>
    [CimProperty]
    public ProbableCause? ProbableCause { get; init; }

    /// <summary>What is likely behind it, for people.</summary>
    [CimProperty]
    public string? ProbableCauseDescription { get; init; }

    /// <summary>What to do next.</summary>
    [CimProperty]
    public IReadOnlyList<string>? RecommendedActions { get; init; }

    /// <summary>What caused it, in <see cref="ErrorSourceFormat"/>.</summary>
    [CimProperty]
    public string? ErrorSource { get; init; }

    /// <summary>The form of <see cref="ErrorSource"/>.</summary>
    [CimProperty]
    public ErrorSourceFormat? ErrorSourceFormat { get; init; }

    /// <summary>The form where <see cref="ErrorSourceFormat"/> is Other; null otherwise.</summary>
    [CimProperty]
    public string? OtherErrorSourceFormat { get; init; }

    /// <summary>The status code of the operation that failed: values of <see cref="Cim.CimStatus"/>.</summary>
    [CimProperty]
    public uint? CIMStatusCode { get; init; }

    /// <summary>What the status code means, for people.</summary>
    [CimProperty]
    public string? CIMStatusCodeDescription { get; init; }
}
