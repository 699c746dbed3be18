using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile;

namespace VsMigration.PowerShell.Commands;

/// <summary>Opens a session to a host.</summary>
/// <remarks>
/// The URI's scheme picks what stands behind: qemu:, qemu+unix:, qemu+tcp:, qemu+tls:, qemu+ssh: (libvirt), or simulator: (a
/// rehearsal; simulator:///file keeps its state in a file). Connecting takes at most 20 seconds and never prompts. A session is not
/// needed: every cmdlet takes a URI as -Session.
/// </remarks>
/// <example>
/// <code>New-VSMigrationSession qemu+ssh://kvm3/system -Name kvm3</code>
/// A session that can be named: Get-VSMigrationSystem -Session kvm3.
/// </example>
/// <example>
/// <code>$s = New-VSMigrationSession simulator:///tmp/world.xml</code>
/// Two simulated hosts, sim-a and sim-b, whose state is kept in a file.
/// </example>
[Cmdlet(VerbsCommon.New, "VSMigrationSession")]
[OutputType(typeof(MigrationSession))]
public sealed class NewVSMigrationSessionCommand : AsyncCommand
{
    /// <summary>Where to; left out = this machine.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public string? ConnectionUri { get; set; }

    /// <summary>The session's name; left out = Session1, Session2…</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken) =>
        TryAsync(pipeline, ConnectionUri is null ? null : SecretFree.Text(ConnectionUri), async () =>
        {
            var uri = ConnectionUri is null ? ModuleState.Platforms.LocalConnectionUri : UriArgument.Connection(ConnectionUri);
            pipeline.WriteObject(await ModuleState.Registry.OpenAsync(uri, Name, cancellationToken));
        }, cancellationToken);
}
