using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>VSM_ComputerSystem: a virtual system as a host shows it, with what the profile has no words for.</summary>
[CimClass("VSM_ComputerSystem")]
[Clause("10.4")]
public sealed record VsmComputerSystem : ComputerSystem
{
    /// <summary>Memory, in bytes.</summary>
    [CimProperty]
    public ulong? Memory { get; init; }

    /// <summary>Virtual processors.</summary>
    [CimProperty]
    public uint? VirtualProcessors { get; init; }

    /// <summary>The host it is on.</summary>
    [CimProperty]
    public string? HostName { get; init; }
}
