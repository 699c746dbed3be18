using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
using VsMigration.Jobs.Scheduling;
using VsMigration.Profile;
using VsMigration.Profile.Methods;
using VsMigration.Service;

namespace VsMigration.Composition;

/// <summary>
/// The sessions of this process, and the one factory that makes a service from a URI. Safe for concurrent calls.
/// </summary>
public sealed class SessionRegistry : IDisposable
{
    private readonly PlatformRegistry _platforms;
    private readonly JobRunner _runner;
    private readonly ServiceSettings _settings;
    private readonly object _gate = new();
    private readonly List<MigrationSession> _sessions = new();
    private readonly Dictionary<string, MigrationSession> _implied = new(StringComparer.Ordinal);
    private int _lastId;

    /// <summary>Makes a registry.</summary>
    public SessionRegistry(PlatformRegistry platforms, ConfigurationFolder folder)
    {
        _platforms = platforms;
        Hosts = new HostStore(folder);
        _settings = new ServiceSettings(folder);
        Destinations = new DestinationResolver(Hosts, platforms);
        _runner = new JobRunner(new JobJournal(folder.JobsFolder));
    }

    /// <summary>The hosts that the user added.</summary>
    public HostStore Hosts { get; }

    /// <summary>
    /// How many migrations may be under way at once, and what they may use; kept in the configuration folder. A change holds at once.
    /// </summary>
    /// <exception cref="MigrationException">ConfigurationInvalid: the file; ParameterInvalid: a limit that would let nothing start.</exception>
    public JobLimits Limits
    {
        get => _settings.ReadLimits();
        set
        {
            _runner.Limits = value;
            _settings.Write(value);
        }
    }

    /// <summary>What turns destination names into hosts.</summary>
    public DestinationResolver Destinations { get; }

    /// <summary>The sessions that the user opened, the oldest first; sessions implied by a URI or by this machine are not among them.</summary>
    public IReadOnlyList<MigrationSession> Sessions
    {
        get
        {
            lock (_gate)
            {
                return _sessions.ToList();
            }
        }
    }

    /// <summary>Every job of this process, and those that an earlier process left unfinished.</summary>
    /// <param name="unreadable">Told of each record that cannot be read, by its path; the others are listed all the same.</param>
    public IReadOnlyList<MigrationJob> GetJobs(Action<string, Exception> unreadable) => _runner.GetJobs(unreadable);

    /// <summary>Opens a session and keeps it until <see cref="Remove"/>.</summary>
    /// <param name="uri">Where to.</param>
    /// <param name="name">Its name; null = <c>Session1</c>, <c>Session2</c>…</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="MigrationException">UriInvalid, HostUnreachable, AccessDenied, LibraryMissing, ParameterInvalid (the name is taken).</exception>
    public async Task<MigrationSession> OpenAsync(Uri uri, string? name, CancellationToken cancellationToken)
    {
        RefuseTakenName(name);
        var service = await ConnectAsync(uri, cancellationToken);
        lock (_gate)
        {
            try
            {
                RefuseTakenName(name);
            }
            catch (MigrationException)
            {
                service.Dispose();
                throw;
            }

            int id = ++_lastId;
            var session = new MigrationSession(id, name ?? "Session" + id, service, Destinations);
            _sessions.Add(session);
            return session;
        }
    }

    /// <summary>The session of a URI that nobody opened by name: opened once, kept for this process.</summary>
    /// <param name="uri">Where to; null = this machine.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="MigrationException">NoPlatform, UriInvalid, HostUnreachable, AccessDenied, LibraryMissing.</exception>
    public async Task<MigrationSession> ImplyAsync(Uri? uri, CancellationToken cancellationToken)
    {
        uri ??= _platforms.LocalConnectionUri;
        lock (_gate)
        {
            if (_implied.TryGetValue(uri.OriginalString, out var known))
            {
                return known;
            }
        }

        var service = await ConnectAsync(uri, cancellationToken);
        lock (_gate)
        {
            if (_implied.TryGetValue(uri.OriginalString, out var raced))
            {
                service.Dispose();
                return raced;
            }

            return _implied[uri.OriginalString] = new MigrationSession(0, SecretFree.Text(uri), service, Destinations);
        }
    }

    /// <summary>The session of a name, without regard to case.</summary>
    /// <exception cref="MigrationException">SessionNotFound.</exception>
    public MigrationSession Find(string name) =>
        Sessions.FirstOrDefault(session => SameName(session.Name, name)) ?? throw new MigrationException(
            MigrationErrorKind.SessionNotFound,
            $"There is no session named '{name}'.",
            Sessions.Count == 0
                ? "Open one with New-VSMigrationSession, or give a URI such as qemu+ssh://kvm7/system or simulator:"
                : "Sessions: " + string.Join(", ", Sessions.Select(session => session.Name)) + ". Or give a URI such as qemu+ssh://kvm7/system or simulator:");

    /// <summary>The session that an object was read through.</summary>
    /// <param name="instanceId">The object's SessionId.</param>
    /// <exception cref="MigrationException">SessionNotFound: it was removed.</exception>
    public MigrationSession Find(Guid instanceId)
    {
        lock (_gate)
        {
            return _sessions.Concat(_implied.Values).FirstOrDefault(session => session.InstanceId == instanceId)
                ?? throw new MigrationException(
                    MigrationErrorKind.SessionNotFound,
                    "The session that this object was read through has been removed.",
                    "Read the object again through a session that is open, or name a session with -Session.");
        }
    }

    /// <summary>Closes a session; where jobs of it run, its connections close when they have ended.</summary>
    public void Remove(MigrationSession session)
    {
        lock (_gate)
        {
            _sessions.Remove(session);
        }

        session.Service.Dispose();
    }

    /// <summary>A job of this process; null where there is none of that <see cref="MigrationJob.InstanceId"/>.</summary>
    public MigrationJob? FindJob(string instanceId) => _runner.Find(instanceId);

    /// <summary>Asks something of a job, whichever session it was started through. See <see cref="IMigrationService.RequestStateChangeAsync"/>.</summary>
    /// <exception cref="MigrationException">InvalidState: its state does not allow it, or it runs in another process; JobNotFound.</exception>
    public Task RequestStateChangeAsync(MigrationJob job, JobEvent request)
    {
        _runner.RequestStateChange(job, request);
        return Task.CompletedTask;
    }

    /// <summary>Changes a job, whichever session it was started through. See <see cref="IMigrationService.ModifyJobAsync"/>.</summary>
    /// <exception cref="MigrationException">ParameterInvalid, InvalidState, JobNotFound, and the platform's own.</exception>
    public Task ModifyJobAsync(MigrationJob job, JobChange change, CancellationToken cancellationToken) =>
        _runner.ModifyAsync(job, change, cancellationToken);

    /// <summary>Removes a job that has ended, whichever session it was started through; of an interrupted one, its record.</summary>
    /// <exception cref="MigrationException">InvalidState: it has not ended; JobNotFound.</exception>
    public void RemoveJob(MigrationJob job) => _runner.Remove(job);

    /// <summary>Has everything told that happens in any session from now on. See <see cref="IMigrationService.Subscribe"/>.</summary>
    /// <param name="deliver">Called with one event after another, on a thread of the pool. If it throws, the subscription ends.</param>
    public MigrationSubscription Subscribe(Action<MigrationEvent> deliver) => _runner.Events.Subscribe(deliver);

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var session in _sessions.Concat(_implied.Values))
            {
                session.Service.Dispose();
            }

            _sessions.Clear();
            _implied.Clear();
        }

        _runner.Dispose();
    }

    private async Task<IMigrationService> ConnectAsync(Uri uri, CancellationToken cancellationToken)
    {
        // No job gets past this door before the limits that were set are known.
        _runner.Limits = Limits;
        var platform = _platforms.Find(uri);
        var driver = await platform.ConnectAsync(uri, cancellationToken);
        return new LocalMigrationService(platform, driver, _runner);
    }

    private void RefuseTakenName(string? name)
    {
        if (name is not null && Sessions.Any(session => SameName(session.Name, name)))
        {
            throw new MigrationException(
                MigrationErrorKind.ParameterInvalid,
                $"A session named '{name}' is open already.",
                "Give another name, or close it with Remove-VSMigrationSession.");
        }
    }

    private static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
