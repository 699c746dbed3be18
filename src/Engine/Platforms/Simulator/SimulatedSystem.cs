using System;
using System.Collections.Generic;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>A virtual system of a simulated world.</summary>
internal sealed record SimulatedSystem
{
    public string Name { get; init; } = "";

    /// <summary>A UUID.</summary>
    public string Id { get; init; } = "";

    /// <summary>A line of description.</summary>
    public string Caption { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Notes { get; init; } = Array.Empty<string>();

    /// <summary>An asset tag that its administrator gave it; empty for none.</summary>
    public string Tag { get; init; } = "";

    public VirtualSystemState State { get; init; } = VirtualSystemState.Defined;

    /// <summary>Whether it is the half-made instance of a transfer that is under way, or that was left behind.</summary>
    public bool IsIncoming { get; init; }

    /// <summary>Bytes.</summary>
    public ulong Memory { get; init; }

    public int ProcessorCount { get; init; } = 1;

    public bool IsPersistent { get; init; } = true;

    public bool Autostart { get; init; }

    public string MachineType { get; init; } = "";

    public string Emulator { get; init; } = "";

    /// <summary>What it needs of the processor. A set: order means nothing.</summary>
    public IReadOnlyList<string> ProcessorFeatures { get; init; } = Array.Empty<string>();

    /// <summary>Memory that it writes to, bytes per second.</summary>
    public ulong DirtyBytesPerSecond { get; init; }

    /// <summary>Memory that it writes to at all, bytes.</summary>
    public ulong WritableWorkingSet { get; init; }

    /// <summary>How long it takes to shut down when asked; null = it does not listen.</summary>
    public TimeSpan? ShutdownTime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>When it will have shut down, because it was asked to; null if it was not.</summary>
    public DateTimeOffset? GoesDownAt { get; init; }

    public int SnapshotCount { get; init; }

    public bool HasSavedState { get; init; }

    public bool HasFirmwareStore { get; init; }

    public bool HasEmulatedTpm { get; init; }

    public IReadOnlyList<string> HostDevices { get; init; } = Array.Empty<string>();

    public IReadOnlyList<SimulatedDisk> Disks { get; init; } = Array.Empty<SimulatedDisk>();

    public IReadOnlyList<SimulatedAdapter> Adapters { get; init; } = Array.Empty<SimulatedAdapter>();

    /// <summary>Whether it takes memory of its host.</summary>
    public bool IsInstantiated => State is VirtualSystemState.Active or VirtualSystemState.Paused or VirtualSystemState.ShuttingDown;
}

/// <summary>A disk of a simulated virtual system; what holds its bytes is a <see cref="SimulatedVolume"/> of that path.</summary>
internal sealed record SimulatedDisk
{
    public string Target { get; init; } = "";

    /// <summary>Empty for one without a medium or on a network.</summary>
    public string Path { get; init; } = "";

    public bool IsWritable { get; init; } = true;

    public bool IsShared { get; init; }

    /// <summary>Bytes.</summary>
    public ulong Capacity { get; init; }

    public string Format { get; init; } = "qcow2";

    public bool HasBackingImage { get; init; }
}

/// <summary>A network adapter of a simulated virtual system.</summary>
internal sealed record SimulatedAdapter
{
    /// <summary>MAC address, as in <c>52:54:00:6b:3c:58</c>.</summary>
    public string Mac { get; init; } = "";

    /// <summary>As in <see cref="NetworkFacts.Kind"/>.</summary>
    public string Kind { get; init; } = "network";

    /// <summary>What it is plugged into.</summary>
    public string Network { get; init; } = "";
}
