using System;
using System.Management.Automation;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Implementation;

namespace VsMigration.PowerShell.Commands;

/// <summary>Makes a setting: everything about the way of a migration in one object.</summary>
/// <remarks>
/// Test-VSMigration and Start-VSMigration take it as -Setting; what is given to them one by one goes before it. What is left out is the
/// host's default (Get-VSMigrationCapability shows the defaults and what is admissible). Nothing is checked here: whether a host can do
/// it, the check says. A bandwidth is a number and a unit; a unit alone changes nothing.
/// </remarks>
/// <example>
/// <code>$night = New-VSMigrationSetting -Bandwidth 400 -BandwidthUnit MiB/s -Priority 200 -TimeoutSec 0
/// Get-VSMigrationSystem | Start-VSMigration -DestinationHost kvm7 -Setting $night</code>
/// One setting for many migrations.
/// </example>
/// <example>
/// <code>$night | New-VSMigrationSetting -Priority 10</code>
/// A copy in which one thing is different.
/// </example>
[Cmdlet(VerbsCommon.New, "VSMigrationSetting")]
[OutputType(typeof(MigrationSetting))]
public sealed class NewVSMigrationSettingCommand : PSCmdlet
{
    /// <summary>A setting to copy; what is given goes before it.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public MigrationSetting? InputObject { get; set; }

    /// <summary>Live, Resume or Restart; left out = the host's default (Live).</summary>
    [Parameter]
    public MigrationType? MigrationType { get; set; }

    /// <summary>How memory travels; left out = the host's default.</summary>
    [Parameter]
    public TransportType? TransportType { get; set; }

    /// <summary>The name of the transport where <see cref="TransportType"/> is Other.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OtherTransportType { get; set; }

    /// <summary>How much of the network a transfer may take, in <see cref="BandwidthUnit"/>; 0 = the default.</summary>
    [Parameter]
    public ushort? Bandwidth { get; set; }

    /// <summary>The unit of <see cref="Bandwidth"/>, such as MiB/s, Mbit/s or byte/second*2^20; left out = the host's (MiB/s).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BandwidthUnitCompleter))]
    public string? BandwidthUnit { get; set; }

    /// <summary>Importance: 1 the highest; 0 = the default.</summary>
    [Parameter]
    public ushort? Priority { get; set; }

    /// <summary>The longest time the transfer may take, in seconds; 0 = no limit; left out = 800 s per GiB of memory, at least 120 s.</summary>
    [Parameter]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue)]
    public int? TimeoutSec { get; set; }

    /// <summary>What happens when that time is used up; left out = Abort.</summary>
    [Parameter]
    public TimeoutAction? OnTimeout { get; set; }

    /// <summary>Powers off a guest that did not shut down in time (Restart only).</summary>
    [Parameter]
    public SwitchParameter TurnOff { get; set; }

    /// <summary>Whether a guest that writes to its memory faster than it can be sent is slowed down; left out = yes.</summary>
    [Parameter]
    public bool? AutoConverge { get; set; }

    /// <summary>The migration may be switched to post-copy while it runs (Set-VSMigrationJob -PostCopy); both hosts must be able to.</summary>
    [Parameter]
    public SwitchParameter PostCopy { get; set; }

    /// <summary>How many connections carry the memory side by side; 0 = the default, one.</summary>
    [Parameter]
    public uint? ParallelConnections { get; set; }

    /// <summary>How memory is compressed on its way, by the platform's name for it, such as xbzrle; none = not at all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Compression { get; set; }

    /// <summary>How long the guest may stand still for the hand-over: milliseconds, or a TimeSpan; left out = the platform's default.</summary>
    [Parameter]
    [TimeArgument(TimeArgumentUnit.Milliseconds)]
    public TimeSpan? MaxDowntime { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(SettingMerge.Over(InputObject, new MigrationSetting
    {
        MigrationType = MigrationType,
        TransportType = TransportType,
        OtherTransportType = OtherTransportType,
        Bandwidth = Bandwidth,
        BandwidthUnit = BandwidthUnit,
        Priority = Priority,
        TimeLimit = TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        OnTimeout = OnTimeout,
        TurnOff = TurnOff ? true : null,
        AutoConverge = AutoConverge,
        PostCopy = PostCopy ? true : null,
        ParallelConnections = ParallelConnections,
        Compression = Compression,
        MaxDowntime = MaxDowntime,
    }));
}
