using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile;

namespace VsMigration.PowerShell.Commands;

/// <summary>Makes a host known by a name, so that it can be given as destination.</summary>
/// <remarks>
/// The name can then be given as -DestinationHost, and is offered by completion. Hosts are kept in the user's configuration folder
/// (on Linux ~/.config/vsmigration, on Windows %APPDATA%\VsMigration; the variable VSMIGRATION_HOME names another). The connection
/// URI must be one that the source host can use too: with libvirt it is the source's daemon that calls the destination. No password
/// is kept.
/// </remarks>
/// <example>
/// <code>Add-VSMigrationHost kvm7 qemu+ssh://kvm7/system</code>
/// The host kvm7, reached through ssh; its memory transfers go where kvm7 says.
/// </example>
/// <example>
/// <code>Add-VSMigrationHost -Name kvm7 -ConnectionUri qemu+tls://kvm7/system -MigrationUri tcp://10.0.0.7</code>
/// Control by TLS, and transfers over a network that only the hosts are on.
/// </example>
[Cmdlet(VerbsCommon.Add, "VSMigrationHost", SupportsShouldProcess = true)]
[OutputType(typeof(MigrationHost))]
public sealed class AddVSMigrationHostCommand : AsyncCommand
{
    /// <summary>The name. A host that has it already is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>Where the control connection goes.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public string ConnectionUri { get; set; } = "";

    /// <summary>Where the transfer goes, such as tcp://10.0.0.7; left out = where the destination says.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    public string? MigrationUri { get; set; }

    /// <summary>Writes the host that was added.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken) => TryAsync(pipeline, Name, async () =>
    {
        var host = new MigrationHost
        {
            Name = Name.Trim(),
            ConnectionUri = UriArgument.WithoutPassword(UriArgument.Connection(ConnectionUri)),
            MigrationUri = string.IsNullOrEmpty(MigrationUri) ? null : UriArgument.WithoutPassword(UriArgument.Migration(MigrationUri!)),
        };
        var hosts = ModuleState.Registry.Hosts;
        bool replaces = hosts.Find(host.Name) is not null;
        string what = $"the host {host.Name} at {SecretFree.Text(host.ConnectionUri)}";
        if (await pipeline.ShouldProcessAsync(
            replaces ? $"Replacing the known host by {what}" : $"Adding {what} to the known hosts",
            replaces ? $"Replace the known host by {what}?" : $"Add {what} to the known hosts?",
            "Add-VSMigrationHost"))
        {
            hosts.Add(host);
            if (PassThru)
            {
                pipeline.WriteObject(host);
            }
        }
    }, cancellationToken);
}
