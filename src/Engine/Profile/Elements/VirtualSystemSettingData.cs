using System;
using System.Collections.Generic;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;

namespace VsMigration.Profile.Elements;

/// <summary>
/// CIM_VirtualSystemSettingData: the definition of a virtual system (DSP1057). As NewSystemSettingData of a migration: what it is to be
/// called and described as afterwards; null = as before (clause 9.2.2).
/// </summary>
[CimClass("CIM_VirtualSystemSettingData", Version = "2.43.0")]
public sealed record VirtualSystemSettingData : SettingData
{
    /// <summary>The name that the system's platform knows it by; null = unchanged.</summary>
    [CimProperty]
    public string? VirtualSystemIdentifier { get; init; }

    /// <summary>The platform's kind of virtual system, such as <c>vs:kvm</c>; null = unchanged.</summary>
    [CimProperty]
    public string? VirtualSystemType { get; init; }

    /// <summary>Notes of its administrators; null = unchanged.</summary>
    [CimProperty]
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>When the definition was made.</summary>
    [CimProperty]
    public CimDateTime? CreationTime { get; init; }

    /// <summary>The platform's own identity of the definition, the same where it is copied to; on libvirt the UUID.</summary>
    [CimProperty]
    public string? ConfigurationID { get; init; }

    /// <summary>The folder of the definition.</summary>
    [CimProperty]
    public string? ConfigurationDataRoot { get; init; }

    /// <summary>The file of the definition.</summary>
    [CimProperty]
    public string? ConfigurationFile { get; init; }

    /// <summary>The folder of snapshots.</summary>
    [CimProperty]
    public string? SnapshotDataRoot { get; init; }

    /// <summary>The folder of saved states.</summary>
    [CimProperty]
    public string? SuspendDataRoot { get; init; }

    /// <summary>The folder of swap files.</summary>
    [CimProperty]
    public string? SwapFileDataRoot { get; init; }

    /// <summary>The folder of logs.</summary>
    [CimProperty]
    public string? LogDataRoot { get; init; }

    /// <summary>What happens when the host starts: 2 nothing, 3 started if it ran before, 4 started.</summary>
    [CimProperty]
    public ushort? AutomaticStartupAction { get; init; }

    /// <summary>How long after the host's start.</summary>
    [CimProperty]
    public TimeSpan? AutomaticStartupActionDelay { get; init; }

    /// <summary>In which order, the lowest first.</summary>
    [CimProperty]
    public ushort? AutomaticStartupActionSequenceNumber { get; init; }

    /// <summary>What happens when the host shuts down: 2 turned off, 3 saved, 4 shut down.</summary>
    [CimProperty]
    public ushort? AutomaticShutdownAction { get; init; }

    /// <summary>What happens when it fails: 2 nothing, 3 restarted, 4 put back to a snapshot.</summary>
    [CimProperty]
    public ushort? AutomaticRecoveryAction { get; init; }

    /// <summary>The file of the recovery definition.</summary>
    [CimProperty]
    public string? RecoveryFile { get; init; }
}
