using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Methods;
using VsMigration.Service;
using VsMigration.Service.Views;

namespace VsMigration.Server;

/// <summary>
/// The methods of CIM_ConcreteJob (DSP1103). They answer with the schema's return codes only: RequestStateChange has codes of its own for
/// each way to fail.
/// </summary>
[Clause("9.2.1-11")]
internal sealed class JobMethods
{
    private readonly IMigrationService _service;

    public JobMethods(IMigrationService service) => _service = service;

    /// <summary>Calls a method.</summary>
    /// <param name="job">The job.</param>
    /// <param name="method">Its declaration.</param>
    /// <param name="given">The parameters, unchecked.</param>
    public async Task<MethodAnswer> InvokeAsync(MigrationJob job, CimMethodDeclaration method, IReadOnlyList<CimProperty> given)
    {
        IReadOnlyDictionary<string, CimProperty> parameters;
        try
        {
            parameters = ParameterCheck.Check(method, given);
        }
        catch (MigrationException)
        {
            return new MethodAnswer { ReturnValue = JobStateRequest.InvalidParameter };
        }

        return method.Name switch
        {
            "GetError" => Errors("Error", job, isArray: false),
            "GetErrors" => Errors("Errors", job, isArray: true),
            _ => new MethodAnswer { ReturnValue = await RequestStateChangeAsync(job, parameters) },
        };
    }

    private async Task<uint> RequestStateChangeAsync(MigrationJob job, IReadOnlyDictionary<string, CimProperty> parameters)
    {
        if (!parameters.TryGetValue("RequestedState", out var requested)
            || (parameters.TryGetValue("TimeoutPeriod", out var timeout) && timeout.Value is CimDateTime { IsInterval: false }))
        {
            return JobStateRequest.InvalidParameter;
        }

        // An interval beyond what can be counted is a time limit all the same.
        TimeSpan? period = timeout?.Value is CimDateTime interval ? interval.Span ?? TimeSpan.MaxValue : null;
        var (change, answer) = JobStateRequest.Read(job.JobState, (ushort)requested.Value!, period);
        if (change is { } asked)
        {
            try
            {
                await _service.RequestStateChangeAsync(job, asked);
            }
            catch (MigrationException e) when (e.Kind is MigrationErrorKind.InvalidState or MigrationErrorKind.JobNotFound)
            {
                // It moved on between the look and the asking.
                return JobStateRequest.InvalidTransition;
            }
        }

        return answer;
    }

    // NULL for a job without an error, whatever state it is in.
    private MethodAnswer Errors(string parameter, MigrationJob job, bool isArray)
    {
        var errors = JobViews.Errors(job, _service.HostName).Select(error => ElementMap.ToInstance(error)).ToArray();
        object? value = errors.Length == 0 ? null : isArray ? errors : errors[0];
        return new MethodAnswer { OutParameters = new[] { new CimProperty(parameter, CimType.Instance, value, isArray) } };
    }
}
