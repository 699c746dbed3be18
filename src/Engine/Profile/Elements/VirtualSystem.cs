using System;
using System.Collections.Generic;
using VsMigration.Profile.Implementation;

namespace VsMigration.Profile.Elements;

/// <summary>CIM_ComputerSystem: a virtual system as a host shows it.</summary>
[Clause("10.4-2", "10.4-3", "T21-1")]
public sealed record VirtualSystem
{
    /// <summary>The name that people use (ElementName).</summary>
    public string Name { get; init; } = "";

    /// <summary>The platform's identifier, the same on every host (CIM_ComputerSystem.Name); on libvirt the UUID.</summary>
    public string Id { get; init; } = "";

    /// <summary>The state it is in.</summary>
    public VirtualSystemState State { get; init; }

    /// <summary>Memory, in bytes.</summary>
    public ulong Memory { get; init; }

    /// <summary>Virtual processors.</summary>
    public int ProcessorCount { get; init; }

    /// <summary>The host it is on.</summary>
    public string HostName { get; init; } = "";

    /// <summary>Identifying values (clause 7.5.2); the element of the same index in <see cref="IdentifyingDescriptions"/> says of which kind.</summary>
    [Clause("7.5.2", "T21-3")]
    public IReadOnlyList<string> OtherIdentifyingInfo { get; init; } = Array.Empty<string>();

    /// <summary>Kinds of identifying values, such as <c>CIM:GUID</c> and <c>CIM:MAC</c> (clause 7.5.3).</summary>
    [Clause("7.5.3", "T21-2")]
    public IReadOnlyList<string> IdentifyingDescriptions { get; init; } = Array.Empty<string>();

    /// <summary>The session that it was read through, so that it can be piped without naming one.</summary>
    public Guid SessionId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
