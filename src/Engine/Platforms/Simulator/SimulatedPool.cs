using System;
using System.Collections.Generic;

namespace VsMigration.Platforms.Simulator;

/// <summary>A storage pool of a simulated world: a folder of volumes that one or more hosts see at the same path.</summary>
internal sealed record SimulatedPool
{
    public string Name { get; init; } = "";

    /// <summary>The folder, without a slash at its end.</summary>
    public string Path { get; init; } = "";

    /// <summary>Bytes.</summary>
    public ulong Capacity { get; init; }

    /// <summary>The hosts that see it; a pool of several hosts is shared storage.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = Array.Empty<string>();

    public IReadOnlyList<SimulatedVolume> Volumes { get; init; } = Array.Empty<SimulatedVolume>();

    /// <summary>Bytes that no volume takes.</summary>
    public ulong FreeSpace
    {
        get
        {
            ulong free = Capacity;
            foreach (var volume in Volumes)
            {
                free -= Math.Min(free, volume.Capacity);
            }

            return free;
        }
    }
}

/// <summary>A file or block device in a pool.</summary>
internal sealed record SimulatedVolume
{
    public string Path { get; init; } = "";

    /// <summary>Bytes, all of them allocated.</summary>
    public ulong Capacity { get; init; }

    public string Format { get; init; } = "qcow2";
}
