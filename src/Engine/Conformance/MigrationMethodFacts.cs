using System;
using System.Collections.Generic;

namespace VsMigration.Conformance;

/// <summary>A method of the service, as clauses 7.2.2 and 8.1 speak of it.</summary>
internal sealed record MigrationMethodFacts
{
    /// <summary>The four, in the order of the values that advertise them.</summary>
    public static IReadOnlyList<MigrationMethodFacts> All { get; } = new[]
    {
        new MigrationMethodFacts { Name = "MigrateVirtualSystemToHost", Value = 2, Clause = "8.1.1", Parameters = "T2", Messages = "T3", ToHost = true },
        new MigrationMethodFacts { Name = "MigrateVirtualSystemToSystem", Value = 3, Clause = "8.1.2", Parameters = "T4", Messages = "T5" },
        new MigrationMethodFacts { Name = "CheckVirtualSystemIsMigratableToHost", Value = 4, Clause = "8.1.3", Parameters = "T6", Messages = "T7", ToHost = true, IsCheck = true },
        new MigrationMethodFacts { Name = "CheckVirtualSystemIsMigratableToSystem", Value = 5, Clause = "8.1.4", Parameters = "T8", Messages = "T9", IsCheck = true },
    };

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The value that stands for it in SynchronousMethodsSupported and AsynchronousMethodsSupported.</summary>
    public int Value { get; init; }

    /// <summary>Its clause.</summary>
    public string Clause { get; init; } = "";

    /// <summary>The table of its parameters.</summary>
    public string Parameters { get; init; } = "";

    /// <summary>The table of its messages.</summary>
    public string Messages { get; init; } = "";

    /// <summary>Its row in the table of the service's elements.</summary>
    public string Row => FormattableString.Invariant($"T31-{Value + 3}");

    /// <summary>The row that says which value advertises it.</summary>
    public string ValueRow => FormattableString.Invariant($"7.2.2-{Value - 1}");

    /// <summary>Whether the destination is a string; else it is a reference.</summary>
    public bool ToHost { get; init; }

    /// <summary>Whether it changes nothing.</summary>
    public bool IsCheck { get; init; }
}
