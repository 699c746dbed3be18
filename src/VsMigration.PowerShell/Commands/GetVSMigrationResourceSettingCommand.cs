using System;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows the resources of virtual systems - memory, processors, network adapters, disks: their CIM_ResourceAllocationSettingData.</summary>
/// <remarks>
/// What is to be different after a migration is made by New-VSMigrationResourceSetting, which takes these from the pipeline too. The
/// InstanceID of a resource is another one on each host.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationResourceSetting web01</code>
/// What one is made of.
/// </example>
/// <example>
/// <code>Get-VSMigrationSystem | Get-VSMigrationResourceSetting -ResourceType EthernetAdapter</code>
/// The network adapters of all virtual systems of this machine.
/// </example>
[Cmdlet(VerbsCommon.Get, "VSMigrationResourceSetting")]
[OutputType(typeof(ResourceAllocationSettingData))]
public sealed class GetVSMigrationResourceSettingCommand : SystemCommand
{
    /// <summary>Kinds of resources; left out = all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public ResourceType[] ResourceType { get; set; } = Array.Empty<ResourceType>();

    /// <inheritdoc/>
    protected override async Task ProcessSystemAsync(
        MigrationSession session, VirtualSystem system, PipelineSink pipeline, CancellationToken cancellationToken)
    {
        var definition = await SystemDefinitions.GetAsync(session, system, cancellationToken);
        pipeline.WriteObjects(definition.Resources.Where(resource =>
            ResourceType.Length == 0 || (resource.ResourceType is { } kind && ResourceType.Contains(kind))));
    }
}
