using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Composition;
using VsMigration.Profile;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>
/// What people give as <c>-Session</c>: a session, its name, or a URI. It is looked up when the command runs and not when its parameters
/// are bound, so that a wrong one is an error with an id and a way out.
/// </summary>
public sealed class SessionReference
{
    private readonly MigrationSession? _session;
    private readonly string _text;

    /// <summary>A session that is open.</summary>
    public SessionReference(MigrationSession session)
    {
        _session = session;
        _text = session.Name;
    }

    /// <summary>The name of a session, or a connection URI.</summary>
    public SessionReference(string nameOrUri) => _text = nameOrUri;

    /// <summary>A connection URI.</summary>
    public SessionReference(Uri connectionUri) => _text = connectionUri.OriginalString;

    /// <inheritdoc/>
    public override string ToString() => SecretFree.Text(_text);

    /// <summary>Finds the session, connecting where it is named by a URI.</summary>
    /// <exception cref="MigrationException">SessionNotFound, UriInvalid, and what connecting may throw.</exception>
    internal Task<MigrationSession> ResolveAsync(SessionRegistry registry, CancellationToken cancellationToken)
    {
        if (_session is not null)
        {
            return Task.FromResult(_session);
        }

        return UriArgument.IsMeant(_text)
            ? registry.ImplyAsync(UriArgument.Connection(_text), cancellationToken)
            : Task.FromResult(registry.Find(_text));
    }
}
