using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Profile.Methods;
using VsMigration.PowerShell.Completion;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>A cmdlet that works through a session.</summary>
public abstract class SessionCommand : AsyncCommand
{
    /// <summary>A session, its name, or a connection URI; none = this machine.</summary>
    [Parameter]
    [Alias("CimSession", "ConnectionUri")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public virtual SessionReference? Session { get; set; }

    /// <summary>The session that was named, or this machine's.</summary>
    /// <exception cref="MigrationException">SessionNotFound, UriInvalid, NoPlatform, and what connecting may throw.</exception>
    protected Task<MigrationSession> GetSessionAsync(CancellationToken cancellationToken) => Session is null
        ? ModuleState.Registry.ImplyAsync(uri: null, cancellationToken)
        : Session.ResolveAsync(ModuleState.Registry, cancellationToken);
}
