using System;
using System.Collections.Generic;

namespace VsMigration.Conformance;

/// <summary>How a server is tested. The defaults change nothing on it.</summary>
public sealed record ConformanceOptions
{
    /// <summary>Whether one virtual system may really be migrated; needs <see cref="SystemName"/> and <see cref="DestinationHost"/>.</summary>
    public bool AllowMigration { get; init; }

    /// <summary>ElementName or Name of the virtual system that checks are about and that may be migrated; empty = any for the checks, none to migrate.</summary>
    public string SystemName { get; init; } = "";

    /// <summary>Where to: a name or an address as the server takes it; empty = checks only between hosts that the server shows.</summary>
    public string DestinationHost { get; init; } = "";

    /// <summary>Where the profile's registration is looked for, in this order.</summary>
    public IReadOnlyList<string> InteropNamespaces { get; init; } = new[] { "root/interop", "interop", "root/PG_InterOp" };

    /// <summary>The namespace of the migration service; empty = found through the registration, else tried among well-known ones.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The longest time for all of it, a migration included.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest time for one call.</summary>
    public TimeSpan CallTimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many objects of one answer are looked at; what is beyond counts as an answer without end.</summary>
    public int AnswerLimit { get; init; } = 100_000;
}
