using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;

namespace VsMigration.PowerShell.Commands;

/// <summary>Shows the hosts that were added by name.</summary>
/// <remarks>
/// Hosts are added by Add-VSMigrationHost and kept for the user.
/// </remarks>
/// <example>
/// <code>Get-VSMigrationHost</code>
/// All of them.
/// </example>
/// <example>
/// <code>Get-VSMigrationHost kvm* | Remove-VSMigrationHost</code>
/// Forgets those whose name begins with kvm.
/// </example>
[Cmdlet(VerbsCommon.Get, "VSMigrationHost")]
[OutputType(typeof(MigrationHost))]
public sealed class GetVSMigrationHostCommand : AsyncCommand
{
    /// <summary>Names of hosts; wildcards are allowed; left out = all.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownHostCompleter))]
    public string[] Name { get; set; } = { "*" };

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        foreach (string name in Name)
        {
            Try(pipeline, name, () => pipeline.WriteObjects(Lookup.Hosts(name)));
        }

        return Task.CompletedTask;
    }
}
