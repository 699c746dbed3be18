using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_InstMethodCall: a method is called, or has answered: VS_MIGRATION_METHOD_CALL. <see cref="ReturnValueType"/> and <see cref="Error"/>
/// are of the experimental schema, and Table 36 wants them.
/// </summary>
[CimClass("CIM_InstMethodCall", IsIndication = true, Version = "2.38.0")]
[Clause("10.19", "T36")]
public sealed record InstMethodCall : InstIndication
{
    /// <summary>The class of <see cref="MethodParameters"/> (CIM schema).</summary>
    public const string ParametersClass = "__MethodParameters";

    /// <summary>The method.</summary>
    [CimProperty(Required = true)]
    public string? MethodName { get; init; }

    /// <summary>
    /// Its input parameters before the call, its output parameters after it, of class <see cref="ParametersClass"/>; references are WBEM
    /// URIs.
    /// </summary>
    [CimProperty(AnyClass = true)]
    public CimInstance? MethodParameters { get; init; }

    /// <summary>What it returned, as text; null before the call.</summary>
    [CimProperty]
    public string? ReturnValue { get; init; }

    /// <summary>The type of <see cref="ReturnValue"/>; null before the call.</summary>
    [CimProperty]
    public ReturnValueType? ReturnValueType { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    [CimProperty]
    public IReadOnlyList<Error>? Error { get; init; }

    /// <summary>Whether the method is about to be called; false = it has answered.</summary>
    [CimProperty(Required = true)]
    public bool? PreCall { get; init; }
}
