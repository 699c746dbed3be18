using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows what virtual systems are called and described as: their CIM_VirtualSystemSettingData.</summary>
/// <remarks>
/// New-VSMigrationSystemSetting makes what is to be different after a migration. The resources of a virtual system are shown by
/// Get-VSMigrationResourceSetting.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationSystemSetting web01</code>
/// The settings of one.
/// </example>
/// <example>
/// <code>Get-VSMigrationSystem -Session qemu+ssh://kvm3/system | Get-VSMigrationSystemSetting</code>
/// Those of all that another host has.
/// </example>
[Cmdlet(VerbsCommon.Get, "VSMigrationSystemSetting")]
[OutputType(typeof(VirtualSystemSettingData))]
public sealed class GetVSMigrationSystemSettingCommand : SystemCommand
{
    /// <inheritdoc/>
    protected override async Task ProcessSystemAsync(
        MigrationSession session, VirtualSystem system, PipelineSink pipeline, CancellationToken cancellationToken) =>
        pipeline.WriteObject((await SystemDefinitions.GetAsync(session, system, cancellationToken)).Setting);
}
