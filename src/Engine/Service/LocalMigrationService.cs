using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
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
    public IReadOnlyList<MigrationJob> Jobs => _runner.GetJobs(Id);

    /// <inheritdoc/>
    public async Task<MigrationCapability> GetCapabilityAsync(CancellationToken cancellationToken)
    {
        var capability = await _source.GetCapabilityAsync(cancellationToken);
        return capability with { SessionId = Id, TotalBytesPerSecond = _runner.Limits.BytesPerSecondPerHost ?? capability.TotalBytesPerSecond };
    }

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
    public MigrationJob? FindJob(string instanceId) => _runner.Find(instanceId) is { } job && job.SessionId == Id ? job : null;

    /// <inheritdoc/>
    public IReadOnlyList<MigrationJob> FindJobs(string systemId) => _runner.GetJobs(Id, systemId);

    /// <inheritdoc/>
    public Task<MigrationReport> CheckAsync(MigrationRequest request, CancellationToken cancellationToken)
    {
        var method = request.Method is MigrationMethod.MigrateVirtualSystemToSystem or MigrationMethod.CheckVirtualSystemIsMigratableToSystem
            ? MigrationMethod.CheckVirtualSystemIsMigratableToSystem
            : MigrationMethod.CheckVirtualSystemIsMigratableToHost;
        return CallAsync(
            request with { Method = method },
            async _ => (await InspectAsync(request, cancellationToken)).Report,
            (returned, report) => returned with { ReturnCode = ReturnCode.Completed, IsMigratable = report.IsMigratable });
    }

    /// <inheritdoc/>
    public Task<MigrationJob> StartAsync(MigrationRequest request, CancellationToken cancellationToken) => CallAsync(
        request,
        call => SubmitAsync(request, call, cancellationToken),
        (returned, job) => returned with { ReturnCode = ReturnCode.JobStarted, Job = job });

    /// <inheritdoc/>
    public Task RequestStateChangeAsync(MigrationJob job, JobEvent request)
    {
        _runner.RequestStateChange(job, request);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ModifyJobAsync(MigrationJob job, JobChange change, CancellationToken cancellationToken) =>
        _runner.ModifyAsync(job, change, cancellationToken);

    /// <inheritdoc/>
    public void RemoveJob(MigrationJob job) => _runner.Remove(job);

    /// <inheritdoc/>
    public MigrationSubscription Subscribe(Action<MigrationEvent> deliver) =>
        _runner.Events.Subscribe(deliver, happened => happened.ServiceId == Id);

    /// <inheritdoc/>
    public void Dispose() => _ = CloseAsync();

    // Jobs outlive the session that they were started through, and stop by its connections.
    private async Task CloseAsync()
    {
        await Task.WhenAll(Jobs.Select(job => job.WhenFinishedAsync()));
        _destinations.Dispose();
        _source.Dispose();
    }

    // A method call as indications show it: before, and after with what came of it.
    private async Task<T> CallAsync<T>(MigrationRequest request, Func<string, Task<T>> callAsync, Func<MigrationEvent, T, MigrationEvent> returned)
    {
        string call = MigrationEvents.NewIdentifier();
        var happened = new MigrationEvent
        {
            Kind = MigrationEventKind.MethodCallStarted,
            IndicationIdentifier = call,
            Time = _source.Clock.UtcNow,
            ServiceId = Id,
            Method = request.Method,
            Request = request,
        };
        _runner.Events.Publish(happened);
        happened = happened with
        {
            Kind = MigrationEventKind.MethodCallCompleted,
            IndicationIdentifier = MigrationEvents.NewIdentifier(),
            CorrelatedIndications = new[] { call },
        };
        try
        {
            var result = await callAsync(call);
            _runner.Events.Publish(returned(happened, result) with { Time = _source.Clock.UtcNow });
            return result;
        }
        catch (Exception e)
        {
            var failure = MethodFailure.Of(e as MigrationException
                ?? new MigrationException(e is OperationCanceledException ? MigrationErrorKind.Cancelled : MigrationErrorKind.Unexpected, e.Message, "", e));
            _runner.Events.Publish(happened with { Time = _source.Clock.UtcNow, ReturnCode = failure.Code, Errors = failure.Errors });
            throw;
        }
    }

    private async Task<MigrationJob> SubmitAsync(MigrationRequest request, string call, CancellationToken cancellationToken)
    {
        if (_runner.FindRunning(request.SystemId) is { } running)
        {
            throw JobRunner.AlreadyRunning(running);
        }

        var inspection = await InspectAsync(request, cancellationToken);
        var destination = RequireMigratable(inspection);
        return _runner.Submit(
            SubjectOf(request, inspection, destination),
            // What was seen a moment ago need not be looked at again; what was seen before a wait may have changed.
            async (hasWaited, token) => await PrepareAsync(hasWaited ? await InspectAsync(request, token) : inspection, token),
            _source.Clock,
            call);
    }

    private async Task<MigrationProcedure> PrepareAsync(Inspection inspection, CancellationToken cancellationToken)
    {
        var destination = RequireMigratable(inspection);
        var (context, report, _) = inspection;
        var actions = await _source.OpenMigrationAsync(context.Source, context.Order, destination, context.Destination!, cancellationToken);
        return ProcedureBuilder.Build(
            report.Steps, context, actions, _source.Clock, token => destination.FindSystemAsync(context.Source.System.Id, token));
    }

    private static IPlatformDriver RequireMigratable(Inspection inspection) =>
        inspection.Report.IsMigratable && inspection.Destination is { } destination ? destination : throw NotMigratable(inspection.Report);

    private async Task<Inspection> InspectAsync(MigrationRequest request, CancellationToken cancellationToken)
    {
        var capability = await GetCapabilityAsync(cancellationToken);
        var source = await _source.GetSourceFactsAsync(request.SystemId, cancellationToken);
        source = source with { System = Stamp(source.System) };
        var findings = new List<MigrationError>();
        var order = OrderBuilder.Build(request, source.System, capability, findings) with
        {
            Change = DefinitionChangeBuilder.Build(request, source, findings),
        };

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
            DestinationAnswered = facts is not null,
            Steps = blocked ? Array.Empty<MigrationStepName>() : MigrationPlanner.Plan(context),
            SessionId = Id,
        }, destination);
    }

    private JobSubject SubjectOf(MigrationRequest request, Inspection inspection, IPlatformDriver destination)
    {
        var (context, report, _) = inspection;
        return new JobSubject
        {
            Request = request,
            SourceHostId = context.Source.HostId,
            DestinationHostId = context.Destination!.HostId,
            Setting = context.Order.Setting,
            BytesPerSecond = context.Order.BytesPerSecond,
            VirtualSystem = report.VirtualSystem,
            SourceHost = report.SourceHost,
            DestinationHost = report.DestinationHost,
            SourceUri = SecretFree.Text(_source.ConnectionUri),
            DestinationUri = SecretFree.Text(destination.ConnectionUri),
            MigrationType = report.MigrationType,
            TransportType = report.TransportType,
            Priority = context.Order.Priority,
            CompletesAtOnce = report.CompletesAtOnce,
            Warnings = report.Findings,
            SessionId = Id,
        };
    }

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
