using System;
using System.Collections.Generic;
using System.Linq;

namespace VsMigration.Cim;

/// <summary>The types' names as DSP0004 and DSP0201 write them: <c>uint16</c>, <c>datetime</c>, <c>reference</c>.</summary>
public static class CimTypeNames
{
    private static readonly Dictionary<string, CimType> s_types =
        ((CimType[])Enum.GetValues(typeof(CimType))).ToDictionary(Of, StringComparer.OrdinalIgnoreCase);

    /// <summary>A type's name.</summary>
    public static string Of(CimType type) => type.ToString().ToLowerInvariant();

    /// <summary>The type of a name, without regard to case; null if there is none.</summary>
    public static CimType? TryParse(string name) => s_types.TryGetValue(name, out var type) ? type : null;
}
