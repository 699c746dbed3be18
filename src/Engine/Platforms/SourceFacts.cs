using System;
using System.Collections.Generic;
using VsMigration.Profile.Elements;

namespace VsMigration.Platforms;

/// <summary>What stands at the source about one virtual system. Plain data: the rules that read it are pure.</summary>
public sealed record SourceFacts
{
    /// <summary>The virtual system.</summary>
    public VirtualSystem System { get; init; } = new();

    /// <summary>The identity of the host, equal only for the same host.</summary>
    public string HostId { get; init; } = "";

    /// <summary>The host's name.</summary>
    public string HostName { get; init; } = "";

    /// <summary>Version of the hypervisor (on libvirt: QEMU's).</summary>
    public Version HypervisorVersion { get; init; } = new(0, 0);

    /// <summary>Whether it is defined, and not only an instance.</summary>
    public bool IsPersistent { get; init; } = true;

    /// <summary>Whether the host starts it when the host starts.</summary>
    public bool Autostart { get; init; }

    /// <summary>Whether a migration or another long job is running on it.</summary>
    public bool IsBusy { get; init; }

    /// <summary>How many snapshots it has.</summary>
    public int SnapshotCount { get; init; }

    /// <summary>Whether its state is saved in a file of the host's (on libvirt: a managed-save image).</summary>
    public bool HasSavedState { get; init; }

    /// <summary>Whether it has a firmware variable store (NVRAM) in a file of the host's.</summary>
    public bool HasFirmwareStore { get; init; }

    /// <summary>Whether it has an emulated TPM whose state lies in files of the host's.</summary>
    public bool HasEmulatedTpm { get; init; }

    /// <summary>Devices of the host that it holds, in words: <c>pci 0000:3b:00.0</c>.</summary>
    public IReadOnlyList<string> HostDevices { get; init; } = Array.Empty<string>();

    /// <summary>Its disks.</summary>
    public IReadOnlyList<DiskFacts> Disks { get; init; } = Array.Empty<DiskFacts>();

    /// <summary>Its network adapters.</summary>
    public IReadOnlyList<AdapterFacts> Adapters { get; init; } = Array.Empty<AdapterFacts>();

    /// <summary>Architecture, such as <c>x86_64</c>.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>Machine type, such as <c>pc-i440fx-7.2</c>.</summary>
    public string MachineType { get; init; } = "";

    /// <summary>The emulator's path, such as <c>/usr/bin/qemu-system-x86_64</c>; empty where there is none.</summary>
    public string Emulator { get; init; } = "";

    /// <summary>Its definition in DSP1057's elements, which the parameters of a migration refer to.</summary>
    public SystemDefinition SettingData { get; init; } = new();

    /// <summary>The platform's own definition of it (on libvirt: its XML), opaque to the rules.</summary>
    public string Definition { get; init; } = "";
}
