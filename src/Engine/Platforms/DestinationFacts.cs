using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms;

/// <summary>What a host offers as the destination of one virtual system. Plain data: the rules that read it are pure.</summary>
public sealed record DestinationFacts
{
    /// <summary>The identity of the host, equal only for the same host.</summary>
    public string HostId { get; init; } = "";

    /// <summary>The host's name.</summary>
    public string HostName { get; init; } = "";

    /// <summary>Version of the hypervisor.</summary>
    public Version HypervisorVersion { get; init; } = new(0, 0);

    /// <summary>Memory that a new instance can have, bytes.</summary>
    public ulong FreeMemory { get; init; }

    /// <summary>Processors of the host.</summary>
    public int ProcessorCount { get; init; }

    /// <summary>The most virtual processors that the machine type has here; 0 = not known.</summary>
    public int MaximumProcessorCount { get; init; }

    /// <summary>The virtual system of the name, which may be a new one, that is there already; null if none.</summary>
    public VirtualSystem? SameName { get; init; }

    /// <summary>The virtual system of that identifier that is there already; null if none.</summary>
    public VirtualSystem? SameId { get; init; }

    /// <summary>Whether the emulator (and the virtualization type, such as KVM) is there.</summary>
    public bool HasEmulator { get; init; } = true;

    /// <summary>Whether the machine type is known there.</summary>
    public bool HasMachineType { get; init; } = true;

    /// <summary>Whether the processor suits: false = no, null = the platform cannot tell.</summary>
    public bool? ProcessorCompatible { get; init; }

    /// <summary>Where the processor does not suit: what is missing, in the platform's words.</summary>
    public string ProcessorDifference { get; init; } = "";

    /// <summary>Whether both hosts can switch to post-copy; null = not asked, because the order does not need it.</summary>
    public bool? CanPostCopy { get; init; }

    /// <summary>Where post-copy cannot be: why, in the platform's words.</summary>
    public string PostCopyObstacle { get; init; } = "";

    /// <summary>Whether the transfer to it stays within one machine (a loopback address or a local socket).</summary>
    public bool IsLoopback { get; init; }

    /// <summary>What stands at the path that each disk of the source is to have here, in the source's order.</summary>
    public IReadOnlyList<DiskPlacement> Disks { get; init; } = Array.Empty<DiskPlacement>();

    /// <summary>What stands at the path of each disk that comes new, in the order's order.</summary>
    public IReadOnlyList<DiskPlacement> NewDisks { get; init; } = Array.Empty<DiskPlacement>();

    /// <summary>Networks, bridges and the like that the virtual system is to be plugged into and that it does not have, or that are not active.</summary>
    public IReadOnlyList<NetworkFacts> MissingNetworks { get; init; } = Array.Empty<NetworkFacts>();

    /// <summary>Findings that only the platform can make, ready made.</summary>
    public IReadOnlyList<MigrationError> OtherFindings { get; init; } = Array.Empty<MigrationError>();
}
