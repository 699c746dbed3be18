using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Platforms;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service;

/// <summary>The migration service of a host that a platform's driver leads to: facts → planner → job.</summary>
public sealed class LocalMigrationService : IMigrationService
{
    private readonly IPlatformDriver _source;
    private readonly DestinationDrivers _destinations;
    private readonly JobRunner _runner;
    private readonly object _gate = new();
    private readonly List<MigrationJob> _jobs = new();

    /// <summary>Puts a service in front of a driver, which it closes with itself.</summary>
    public LocalMigrationService(IPlatform platform, IPlatformDriver source, JobRunner runner)
    {
        _source = source;
        _runner = runner;
        _destinations = new DestinationDrivers(platform);
    }

    /// <inheritdoc/>
    public Guid Id { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public Uri ConnectionUri => _source.ConnectionUri;

    /// <inheritdoc/>
    public string HostName => _source.HostName;

    /// <inheritdoc/>
    public IReadOnlyList<MigrationJob> Jobs
    {
        get
        {
            lock (_gate)
            {
                return _jobs.ToList();
            }
        }
    }

    /// <inheritdoc/>
    public async Task<MigrationCapability> GetCapabilityAsync(CancellationToken cancellationToken) =>
        await _source.GetCapabilityAsync(cancellationToken) with { SessionId = Id };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<VirtualSystem>> GetSystemsAsync(CancellationToken cancellationToken)
    {
        var systems = await _source.GetSystemsAsync(cancellationToken);
        return systems.Select(Stamp).ToList();
    }

    /// <inheritdoc/>
    public async Task<VirtualSystem?> FindSystemAsync(string systemId, CancellationToken cancellationToken) =>
        await _source.FindSystemAsync(systemId, cancellationToken) is { } system ? Stamp(system) : null;

    /// <inheritdoc/>
    public Task<SystemDefinition?> GetDefinitionAsync(string systemId, CancellationToken cancellationToken) =>
        _source.GetDefinitionAsync(systemId, cancellationToken);

    /// <inheritdoc/>
    public MigrationJob? FindJob(string instanceId) => Jobs.FirstOrDefault(job => job.InstanceId == instanceId);

    /// <inheritdoc/>
    public async Task<MigrationReport> CheckAsync(MigrationRequest request, CancellationToken cancellationToken) =>
        (await InspectAsync(request, cancellationToken)).Report;

    /// <inheritdoc/>
    public async Task<MigrationJob> StartAsync(MigrationRequest request, CancellationToken cancellationToken)
    {
        if (_runner.FindRunning(request.SystemId) is { } running)
        {
            throw JobRunner.AlreadyRunning(running);
        }

        var (context, report, destination) = await InspectAsync(request, cancellationToken);
        if (!report.IsMigratable || destination is null)
        {
            throw NotMigratable(report);
        }

        var actions = await _source.OpenMigrationAsync(context.Source, context.Order, destination, context.Destination!, cancellationToken);
        var procedure = ProcedureBuilder.Build(report.Steps, context, actions, _source.Clock);
        var job = _runner.Start(SubjectOf(context, report, destination), procedure, _source.Clock);
        lock (_gate)
        {
            _jobs.Add(job);
        }

        return job;
    }

    /// <inheritdoc/>
    public Task RequestStateChangeAsync(MigrationJob job, JobEvent request)
    {
        _runner.Stop(job, request);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _ = CloseAsync();

    // Jobs outlive the session that they were started through, and stop by its connections.
    private async Task CloseAsync()
    {
        await Task.WhenAll(Jobs.Select(job => job.WhenFinishedAsync()));
        _destinations.Dispose();
        _source.Dispose();
    }

    private async Task<Inspection> InspectAsync(MigrationRequest request, CancellationToken cancellationToken)
    {
        var capability = await _source.GetCapabilityAsync(cancellationToken);
        var source = await _source.GetSourceFactsAsync(request.SystemId, cancellationToken);
        source = source with { System = Stamp(source.System) };
        var findings = new List<MigrationError>();
        var order = OrderBuilder.Build(request, source.System, capability, findings);

        IPlatformDriver? destination = null;
        DestinationFacts? facts = null;
        try
        {
            destination = await _destinations.GetAsync(order.Destination, cancellationToken);
            facts = await destination.GetDestinationFactsAsync(source, _source, order, cancellationToken);
        }
        catch (MigrationException e)
        {
            // What can be checked without the destination is checked all the same: every blocker at once.
            destination = null;
            findings.Add(Unreachable(order, e));
        }

        var context = new MigrationContext { Source = source, Destination = facts, Order = order };
        findings.AddRange(MigrationPlanner.Check(context));
        var sorted = findings.OrderByDescending(finding => finding.Severity).ToList();
        bool blocked = sorted.Exists(finding => finding.Severity == ErrorSeverity.Error);
        return new Inspection(context, new MigrationReport
        {
            VirtualSystem = source.System,
            SourceHost = source.HostName,
            DestinationHost = context.DestinationName,
            MigrationType = order.MigrationType,
            TransportType = order.TransportType,
            Findings = sorted,
            Steps = blocked ? Array.Empty<MigrationStepName>() : MigrationPlanner.Plan(context),
            SessionId = Id,
        }, destination);
    }

    private JobSubject SubjectOf(MigrationContext context, MigrationReport report, IPlatformDriver destination) => new()
    {
        VirtualSystem = report.VirtualSystem,
        SourceHost = report.SourceHost,
        DestinationHost = report.DestinationHost,
        SourceUri = SecretFree.Text(_source.ConnectionUri),
        DestinationUri = SecretFree.Text(destination.ConnectionUri),
        MigrationType = report.MigrationType,
        TransportType = report.TransportType,
        Priority = context.Order.Priority,
        Warnings = report.Findings,
        SessionId = Id,
    };

    private VirtualSystem Stamp(VirtualSystem system) => system with { SessionId = Id };

    private static MigrationError Unreachable(MigrationOrder order, MigrationException e) => StandardMessages.TargetHostState.Error(
        e.RecommendedAction, order.Destination.Name, "cannot be asked: " + e.Message) with
    { PeerCode = e.Errors[0].PeerCode, PeerMessage = e.Errors[0].PeerMessage };

    private static MigrationException NotMigratable(MigrationReport report)
    {
        var blockers = report.Findings.Where(finding => finding.Severity == ErrorSeverity.Error).ToList();
        string list = string.Join(" ", blockers.Select(finding => finding.ToString()));
        return new MigrationException(
            MigrationErrorKind.NotMigratable,
            $"The virtual system '{report.VirtualSystem.Name}' cannot be migrated to '{report.DestinationHost}'. {list}",
            blockers);
    }

    private sealed record Inspection(MigrationContext Context, MigrationReport Report, IPlatformDriver? Destination);
}
