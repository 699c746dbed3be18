using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Cim.Mapping;
using VsMigration.Jobs.Events;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Views;

/// <summary>Events as the indications of the profile.</summary>
[Clause("7.6", "10.17", "10.18", "10.19", "10.20")]
public static class IndicationViews
{
    /// <summary>
    /// The indication of an event: CIM_InstCreation, CIM_InstDeletion, CIM_InstModification or CIM_InstMethodCall. Null where a job changed
    /// in nothing that its element shows: the query of Table 17 wants SourceInstance &lt;&gt; PreviousInstance.
    /// </summary>
    /// <param name="happened">The event.</param>
    /// <param name="host">The host of the migration service.</param>
    public static InstIndication? Indication(MigrationEvent happened, string host)
    {
        InstIndication indication = happened.Kind switch
        {
            MigrationEventKind.JobCreated => new InstCreation { IndicationFilterName = IndicationFilters.JobCreate },
            MigrationEventKind.JobDeleted => new InstDeletion { IndicationFilterName = IndicationFilters.JobDelete },
            MigrationEventKind.JobChanged => Change(happened, host),
            _ => Call(happened, host),
        };
        if (indication is InstModification { ChangedPropertyNames.Count: 0 })
        {
            return null;
        }

        indication = indication with
        {
            IndicationIdentifier = happened.IndicationIdentifier,
            CorrelatedIndications = happened.CorrelatedIndications,
            IndicationTime = CimDateTime.Of(happened.Time),
            PerceivedSeverity = PerceivedSeverity.Information,
            SourceInstanceHost = host,
            SequenceNumber = happened.SequenceNumber,
        };
        return indication is InstMethodCall ? indication : indication with
        {
            SourceInstance = ElementMap.ToInstance(JobViews.Job(happened.Job!, happened.Current!, host), Namespaces.Migration),
            SourceInstanceModelPath = ElementPaths.Job(happened.Job!.InstanceId).ToString(),
        };
    }

    /// <summary>What all indications of a call of a method have in common.</summary>
    internal static InstMethodCall MethodCall(MigrationMethod method, string host) => new()
    {
        IndicationFilterName = IndicationFilters.MethodCall,
        PerceivedSeverity = PerceivedSeverity.Information,
        SourceInstance = ElementMap.ToInstance(SystemViews.Service(host), Namespaces.Migration),
        SourceInstanceModelPath = ElementPaths.Service(host).ToString(),
        SourceInstanceHost = host,
        MethodName = method.ToString(),
    };

    private static InstModification Change(MigrationEvent happened, string host)
    {
        var before = ElementMap.ToInstance(JobViews.Job(happened.Job!, happened.Previous!, host), Namespaces.Migration);
        var after = ElementMap.ToInstance(JobViews.Job(happened.Job!, happened.Current!, host));
        return new InstModification
        {
            IndicationFilterName = IndicationFilters.JobChange,
            PreviousInstance = before,
            ChangedPropertyNames = after.Properties
                .Where(property => CimValue.ToText(property.Value) != CimValue.ToText(before[property.Name]))
                .Select(property => property.Name)
                .ToList(),
        };
    }

    private static InstMethodCall Call(MigrationEvent happened, string host)
    {
        var method = happened.Method!.Value;
        var request = happened.Request! with { Method = method };
        var call = MethodCall(method, host);
        if (happened.Kind == MigrationEventKind.MethodCallStarted)
        {
            return call with { PreCall = true, MethodParameters = CallParameters.In(InstMethodCall.ParametersClass, request, host) };
        }

        bool check = method is MigrationMethod.CheckVirtualSystemIsMigratableToHost or MigrationMethod.CheckVirtualSystemIsMigratableToSystem;
        return call with
        {
            PreCall = false,
            MethodParameters = check
                ? CallParameters.Out(InstMethodCall.ParametersClass, happened.IsMigratable)
                : CallParameters.Out(InstMethodCall.ParametersClass, method, happened.Job is { } job ? ElementPaths.Job(job.InstanceId) : null, newSystem: null),
            ReturnValue = ((uint)(happened.ReturnCode ?? ReturnCode.Failed)).ToString(CultureInfo.InvariantCulture),
            ReturnValueType = ReturnValueType.UInt32,
            Error = happened.Errors.Count == 0
                ? null
                : happened.Errors.Select(error => ErrorElements.ToElement(error, MigrationErrorKind.Unexpected, Origins(happened, host))).ToList(),
        };
    }

    private static Dictionary<ErrorOrigin, CimObjectPath> Origins(MigrationEvent happened, string host) => new()
    {
        [ErrorOrigin.Service] = ElementPaths.Service(host),
        [ErrorOrigin.SourceHost] = ElementPaths.Host(host),
        [ErrorOrigin.VirtualSystem] = ElementPaths.System(happened.Request!.SystemId, host),
        [ErrorOrigin.TargetHost] = ElementPaths.Host(happened.Request.Destination.Name),
    };
}
