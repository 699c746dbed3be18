using System.Management.Automation;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Commands;

/// <summary>Makes what becomes of one virtual resource - memory, processors, a network adapter, a disk - on the way.</summary>
/// <remarks>
/// Test-VSMigration and Start-VSMigration take it as -NewResourceSetting, several of them as an array. It holds only what is to change;
/// everything else stays as it is. Memory and processors of a running guest change with -MigrationType Restart; what cannot change in
/// the migration type that was chosen is a finding of the check. Adapters and disks are named by the address that the guest sees (a MAC
/// address, a device name such as vda), or come down the pipeline from Get-VSMigrationResourceSetting; one that the virtual system does
/// not have is an error, unless -Add says that it is new.
/// </remarks>
/// <example>
/// <code>Start-VSMigration db01 kvm7 -MigrationType Restart -NewResourceSetting (New-VSMigrationResourceSetting -Memory 5GB) -Wait</code>
/// More memory at the destination.
/// </example>
/// <example>
/// <code>$changes = @(
///     New-VSMigrationResourceSetting -NetworkAdapter 52:54:00:6b:3c:58 -Bridge br-prod
///     New-VSMigrationResourceSetting -Disk vda -Path /srv/images/web01.qcow2
/// )
/// Test-VSMigration web01 kvm7 -NewResourceSetting $changes</code>
/// Another bridge and another path there.
/// </example>
/// <example>
/// <code>Get-VSMigrationResourceSetting db01 -ResourceType Memory | New-VSMigrationResourceSetting -Memory 8GB</code>
/// The same from a resource that was read.
/// </example>
[Cmdlet(VerbsCommon.New, "VSMigrationResourceSetting")]
[OutputType(typeof(ResourceAllocationSettingData))]
public sealed class NewVSMigrationResourceSettingCommand : PSCmdlet
{
    private const string OfMemory = "Memory";
    private const string OfProcessors = "Processor";
    private const string OfNetwork = "AdapterToNetwork";
    private const string OfBridge = "AdapterToBridge";
    private const string OfDisk = "Disk";

    /// <summary>The memory, in bytes: 5GB, 512MB.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfMemory)]
    [ValidateRange(1UL, ulong.MaxValue)]
    public ulong Memory { get; set; }

    /// <summary>The number of virtual processors.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfProcessors)]
    [ValidateRange(1, int.MaxValue)]
    public int ProcessorCount { get; set; }

    /// <summary>The network adapter, by its MAC address; of a new one, the address that it gets.</summary>
    [Parameter(ParameterSetName = OfNetwork)]
    [Parameter(ParameterSetName = OfBridge)]
    [ValidateNotNullOrEmpty]
    public string? NetworkAdapter { get; set; }

    /// <summary>The destination's network that the adapter is plugged into.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfNetwork)]
    [ValidateNotNullOrEmpty]
    public string? Network { get; set; }

    /// <summary>The destination's bridge that the adapter is plugged into.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfBridge)]
    [ValidateNotNullOrEmpty]
    public string? Bridge { get; set; }

    /// <summary>The disk, by the name that the guest sees, such as vda; of a new one, the name that it gets.</summary>
    [Parameter(ParameterSetName = OfDisk)]
    [ValidateNotNullOrEmpty]
    public string? Disk { get; set; }

    /// <summary>The disk's file or block device at the destination.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfDisk)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The InstanceID of the resource, where it is named by that; a resource from Get-VSMigrationResourceSetting brings it along.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? InstanceID { get; set; }

    /// <summary>The adapter or disk does not exist yet and is to be added.</summary>
    [Parameter(ParameterSetName = OfNetwork)]
    [Parameter(ParameterSetName = OfBridge)]
    [Parameter(ParameterSetName = OfDisk)]
    public SwitchParameter Add { get; set; }

    private string? Address => NetworkAdapter ?? Disk;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var change = Change();
        if (Add)
        {
            WriteObject(change with { Address = Address });
        }
        else if (InstanceID is null && Address is null && ParameterSetName is OfNetwork or OfBridge or OfDisk)
        {
            WriteError(ErrorRecords.From(new MigrationException(
                MigrationErrorKind.ParameterInvalid,
                "It is not said which adapter or disk is meant.",
                "Name it with -NetworkAdapter or -Disk, pipe it in from Get-VSMigrationResourceSetting, or add one with -Add."), change));
        }
        else
        {
            WriteObject(change with { InstanceID = InstanceID ?? Address });
        }
    }

    private ResourceAllocationSettingData Change() => ParameterSetName switch
    {
        OfMemory => new() { ResourceType = ResourceType.Memory, VirtualQuantity = Memory, VirtualQuantityUnits = "byte" },
        OfProcessors => new() { ResourceType = ResourceType.Processor, VirtualQuantity = (ulong)ProcessorCount, VirtualQuantityUnits = "count" },
        OfNetwork => new() { ResourceType = ResourceType.EthernetAdapter, ResourceSubType = "network", Connection = new[] { Network! } },
        OfBridge => new() { ResourceType = ResourceType.EthernetAdapter, ResourceSubType = "bridge", Connection = new[] { Bridge! } },
        _ => new() { ResourceType = ResourceType.LogicalDisk, HostResource = new[] { Path! } },
    };
}
