using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;
using VsMigration.Service;
using VsMigration.Service.Views;

namespace VsMigration.Server;

/// <summary>The methods of VSM_VirtualSystemMigrationService: the profile's four, and a check that says why.</summary>
[Clause("8.1.1", "8.1.2", "8.1.3", "8.1.4")]
internal sealed class MigrationMethods
{
    // A client waits longer for any answer; what has not ended by then gets a job.
    private static readonly TimeSpan s_atOnce = TimeSpan.FromSeconds(10);

    private readonly IMigrationService _service;
    private readonly IDestinationHosts _destinations;

    public MigrationMethods(IMigrationService service, IDestinationHosts destinations)
    {
        _service = service;
        _destinations = destinations;
    }

    /// <summary>Calls a method.</summary>
    /// <param name="method">Its declaration.</param>
    /// <param name="given">The parameters, unchecked.</param>
    /// <param name="cancellationToken">Ends the waiting; a job that was started goes on.</param>
    public async Task<MethodAnswer> InvokeAsync(CimMethodDeclaration method, IReadOnlyList<CimProperty> given, CancellationToken cancellationToken)
    {
        var origins = new MigrationCall(method.Name, new Dictionary<string, CimProperty>(), _service, _destinations).Origins();
        try
        {
            var call = new MigrationCall(method.Name, ParameterCheck.Check(method, given), _service, _destinations);
            origins = call.Origins();
            return method.Name switch
            {
                "CheckMigration" => await ExplainAsync(call, origins, cancellationToken),
                _ => (MigrationMethod)Enum.Parse(typeof(MigrationMethod), method.Name) switch
                {
                    MigrationMethod.MigrateVirtualSystemToHost or MigrationMethod.MigrateVirtualSystemToSystem =>
                        await MigrateAsync(call, (MigrationMethod)Enum.Parse(typeof(MigrationMethod), method.Name), cancellationToken),
                    var check => await CheckAsync(call, check, cancellationToken),
                },
            };
        }
        catch (MigrationException e)
        {
            return new MethodAnswer { ReturnValue = (uint)MethodFailure.Of(e).Code, Cause = e, Origins = origins };
        }
    }

    private async Task<MethodAnswer> MigrateAsync(MigrationCall call, MigrationMethod method, CancellationToken cancellationToken)
    {
        var job = await _service.StartAsync(await call.ToRequestAsync(method, cancellationToken), cancellationToken);
        if (!job.CompletesAtOnce || !await EndsInTimeAsync(job, cancellationToken))
        {
            return MethodAnswer.Of(ReturnCode.JobStarted, Outputs(method, newSystem: null, ElementPaths.Job(job.InstanceId)));
        }

        return job.JobState == JobState.Completed && job.NewSystem is { } target
            ? MethodAnswer.Of(ReturnCode.Completed, Outputs(method, ElementPaths.System(target.Id, target.HostName), job: null))
            : throw new MigrationException(MigrationErrorKind.MigrationFailed, job.JobStatus, job.Errors);
    }

    private static async Task<bool> EndsInTimeAsync(MigrationJob job, CancellationToken cancellationToken)
    {
        var ended = job.WhenFinishedAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_atOnce);
        await Task.WhenAny(ended, Task.Delay(Timeout.InfiniteTimeSpan, patience.Token));
        return ended.IsCompleted;
    }

    private async Task<MethodAnswer> CheckAsync(MigrationCall call, MigrationMethod method, CancellationToken cancellationToken)
    {
        var report = await _service.CheckAsync(await call.ToRequestAsync(method, cancellationToken), cancellationToken);
        return Inconclusive(report) is { } why ? throw why : MethodAnswer.Of(ReturnCode.Completed, Migratable(report));
    }

    private async Task<MethodAnswer> ExplainAsync(
        MigrationCall call, IReadOnlyDictionary<ErrorOrigin, CimObjectPath> origins, CancellationToken cancellationToken)
    {
        var request = await call.ToRequestAsync(MigrationMethod.CheckVirtualSystemIsMigratableToHost, cancellationToken);
        var report = await _service.CheckAsync(request, cancellationToken);
        var findings = report.Findings.Select(finding => ElementMap.ToInstance(ErrorElements.ToElement(finding, MigrationErrorKind.NotMigratable, origins)));
        return MethodAnswer.Of(
            ReturnCode.Completed, Migratable(report), new CimProperty("Findings", CimType.Instance, findings.ToArray(), isArray: true));
    }

    /// <summary>
    /// Why a check has no answer: a parameter that the service does not take, or a state, of the virtual system or of the target host, in
    /// which nothing can be said (CIM schema: 4 and 5, without IsMigratable). Null where it has one.
    /// </summary>
    private static MigrationException? Inconclusive(MigrationReport report)
    {
        var without = report.Findings.Where(finding => finding.Severity == ErrorSeverity.Error
            && (finding.MessageId == StandardMessages.ParameterInvalid.Id
                || finding.MessageId == StandardMessages.SystemStateInvalid.Id
                || (!report.DestinationAnswered && finding.MessageId == StandardMessages.TargetHostState.Id))).ToList();
        return without.Count == 0 ? null : new MigrationException(
            without[0].MessageId == StandardMessages.ParameterInvalid.Id ? MigrationErrorKind.ParameterInvalid : MigrationErrorKind.InvalidState,
            without[0].Message,
            without);
    }

    private static CimProperty Migratable(MigrationReport report) => new("IsMigratable", CimType.Boolean, report.IsMigratable);

    private static CimProperty[] Outputs(MigrationMethod method, CimObjectPath? newSystem, CimObjectPath? job)
    {
        var jobParameter = new CimProperty("Job", CimType.Reference, job);
        return method == MigrationMethod.MigrateVirtualSystemToSystem
            ? new[] { new CimProperty("NewComputerSystem", CimType.Reference, newSystem), jobParameter }
            : new[] { jobParameter };
    }
}
