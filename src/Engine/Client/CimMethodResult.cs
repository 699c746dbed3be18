using System;
using System.Collections.Generic;
using System.Linq;
using VsMigration.Cim;

namespace VsMigration.Client;

/// <summary>What an extrinsic method answered: its return value and its output parameters.</summary>
public sealed record CimMethodResult
{
    /// <summary>The return value; NULL where a server sent none.</summary>
    public object? ReturnValue { get; init; }

    /// <summary>Output parameters, those that are NULL among them where the server sent them.</summary>
    public IReadOnlyList<CimProperty> OutParameters { get; init; } = Array.Empty<CimProperty>();

    /// <summary>The value of an output parameter; null where it is NULL or was not sent.</summary>
    public object? this[string name] =>
        OutParameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;
}
