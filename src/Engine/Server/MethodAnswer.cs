using System;
using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Profile.Methods;

namespace VsMigration.Server;

/// <summary>How an extrinsic method ended: a code in any case, and why where it failed. On the wire it is one or the other.</summary>
internal sealed record MethodAnswer
{
    /// <summary>What the method returns.</summary>
    public uint ReturnValue { get; init; }

    /// <summary>The output parameters; none where it failed.</summary>
    public IReadOnlyList<CimProperty> OutParameters { get; init; } = Array.Empty<CimProperty>();

    /// <summary>Why it failed; null where it did not.</summary>
    public MigrationException? Cause { get; init; }

    /// <summary>The entities that the failure may come from.</summary>
    public IReadOnlyDictionary<ErrorOrigin, CimObjectPath> Origins { get; init; } = new Dictionary<ErrorOrigin, CimObjectPath>();

    public static MethodAnswer Of(ReturnCode code, params CimProperty[] outParameters) => new() { ReturnValue = (uint)code, OutParameters = outParameters };
}
