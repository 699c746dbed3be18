using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Platforms;
using VsMigration.PowerShell.Completion;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>A cmdlet that takes virtual systems, a destination for them, and how they are to get there.</summary>
public abstract class MigrationCommand : SystemCommand
{
    /// <summary>Where to: a name added before, a DNS name, an address, or a connection URI.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = ParameterSets.Name, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.Id, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ParameterSets.InputObject, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(HostCompleter))]
    public string DestinationHost { get; set; } = "";

    /// <summary>Live, Resume or Restart; left out = the host's default (Live).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public MigrationType? MigrationType { get; set; }

    /// <summary>How memory travels; left out = the host's default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public TransportType? TransportType { get; set; }

    /// <summary>Everything about the way in one object, from New-VSMigrationSetting; the parameters that are given one by one go before it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public MigrationSetting? Setting { get; set; }

    /// <summary>What the virtual system is called and described as afterwards, from New-VSMigrationSystemSetting.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public VirtualSystemSettingData? NewSystemSetting { get; set; }

    /// <summary>Resources that are changed or added on the way, from New-VSMigrationResourceSetting.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public ResourceAllocationSettingData[] NewResourceSetting { get; set; } = Array.Empty<ResourceAllocationSettingData>();

    /// <summary>What the parameters ask for one by one.</summary>
    protected virtual MigrationSetting Given => new() { MigrationType = MigrationType, TransportType = TransportType };

    /// <summary>The request for one virtual system.</summary>
    /// <exception cref="MigrationException">HostNotFound, UriInvalid; ParameterInvalid: it has no such resource.</exception>
    protected async Task<MigrationRequest> RequestForAsync(MigrationSession session, VirtualSystem system, CancellationToken cancellationToken)
    {
        var setting = SettingMerge.Over(Setting, Given);
        return new MigrationRequest
        {
            SystemId = system.Id,
            Destination = ModuleState.Registry.Destinations.Resolve(DestinationHost, session.Service.ConnectionUri, setting.TransportType),
            Setting = setting,
            NewSystemSetting = NewSystemSetting,
            NewResourceSettings = await ResourcesForAsync(session, system, cancellationToken),
            // What somebody started at the prompt is there to be looked at until it is removed, or vsm or PowerShell ends.
            DeleteOnCompletion = false,
        };
    }

    private async Task<IReadOnlyList<ResourceAllocationSettingData>> ResourcesForAsync(
        MigrationSession session, VirtualSystem system, CancellationToken cancellationToken)
    {
        if (NewResourceSetting.Length == 0)
        {
            return NewResourceSetting;
        }

        var definition = await SystemDefinitions.GetAsync(session, system, cancellationToken);
        return ResourceChoice.Resolve(NewResourceSetting, system.Name, definition.Resources);
    }
}
