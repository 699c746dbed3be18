using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VsMigration.Cim;
using VsMigration.Jobs;
using VsMigration.Profile;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Service.Views;

/// <summary>Jobs, the method calls behind them and their errors as elements of the profile.</summary>
[Clause("10.3", "10.8")]
public static class JobViews
{
    /// <summary>A job as it is now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="host">The host of the migration service.</param>
    public static VsmMigrationJob Job(MigrationJob job, string host) => Job(job, job.Snapshot, host);

    /// <summary>A job as it was at one moment.</summary>
    /// <param name="job">The job.</param>
    /// <param name="snapshot">What changes of it, at that moment.</param>
    /// <param name="host">The host of the migration service.</param>
    [Clause("T20")]
    public static VsmMigrationJob Job(MigrationJob job, JobSnapshot snapshot, string host) => new()
    {
        InstanceID = job.InstanceId,
        Name = job.Name,
        ElementName = job.Name,
        JobState = (ushort)snapshot.JobState,
        JobStatus = snapshot.JobStatus,
        OperationalStatus = snapshot.OperationalStatus,
        Status = snapshot.Status,
        // Never changed is an interval of 0 (CIM schema).
        TimeOfLastStateChange = snapshot.TimeOfLastStateChange is { } changed ? CimDateTime.Of(changed) : CimDateTime.Of(TimeSpan.Zero),
        TimeSubmitted = CimDateTime.Of(job.TimeSubmitted),
        StartTime = snapshot.StartTime is { } started ? CimDateTime.Of(started) : null,
        ElapsedTime = snapshot.ElapsedTime,
        PercentComplete = (ushort)snapshot.PercentComplete,
        Owner = job.Owner,
        Priority = snapshot.Priority,
        DeleteOnCompletion = snapshot.DeleteOnCompletion,
        TimeBeforeRemoval = snapshot.TimeBeforeRemoval,
        ErrorCode = snapshot.ErrorCode,
        ErrorDescription = snapshot.ErrorDescription,
        JobInParameters = CallParameters.In(ConcreteJob.InParametersClass, job.Request, job.SourceHost),
        JobOutParameters = snapshot.JobState == JobState.Completed
            ? CallParameters.WithReturnValue(Outputs(ConcreteJob.OutParametersClass, job, snapshot), ReturnCode.Completed)
            : null,
        BytesTransferred = snapshot.Progress.BytesTransferred,
        BytesRemaining = snapshot.Progress.BytesRemaining,
        BytesTotal = snapshot.Progress.BytesTotal,
        BytesPerSecond = snapshot.Progress.BytesPerSecond,
        DirtyBytesPerSecond = snapshot.Progress.DirtyBytesPerSecond,
        Downtime = snapshot.Progress.Downtime,
        ExpectedDowntime = snapshot.Progress.ExpectedDowntime,
        Iterations = (uint)Math.Max(0, snapshot.Progress.Iterations),
        Bandwidth = snapshot.Bandwidth,
        BandwidthUnit = snapshot.BandwidthUnit,
        MaxDowntime = snapshot.MaxDowntime,
        SourceHost = job.SourceHost,
        DestinationHost = job.DestinationHost,
        MigrationType = job.MigrationType,
        TransportType = job.TransportType,
    };

    /// <summary>The method call that a job does the work of: how it went in, and once the job has ended how it came out.</summary>
    /// <param name="job">The job.</param>
    /// <param name="host">The host of the migration service.</param>
    [Clause("T25")]
    public static MethodResult Call(MigrationJob job, string host)
    {
        var snapshot = job.Snapshot;
        var called = IndicationViews.MethodCall(job.Request.Method, host) with
        {
            IndicationIdentifier = ElementPaths.MethodResultId(job.InstanceId) + "/pre",
            IndicationTime = CimDateTime.Of(job.TimeSubmitted),
            MethodParameters = CallParameters.In(InstMethodCall.ParametersClass, job.Request, job.SourceHost),
            PreCall = true,
        };
        return new MethodResult
        {
            InstanceID = ElementPaths.MethodResultId(job.InstanceId),
            ElementName = job.Request.Method.ToString(),
            PreCallIndication = called,
            PostCallIndication = !snapshot.IsFinished ? null : called with
            {
                IndicationIdentifier = ElementPaths.MethodResultId(job.InstanceId) + "/post",
                CorrelatedIndications = new[] { called.IndicationIdentifier! },
                IndicationTime = CimDateTime.Of(snapshot.TimeOfLastStateChange ?? job.TimeSubmitted),
                MethodParameters = Outputs(InstMethodCall.ParametersClass, job, snapshot),
                PreCall = false,
                ReturnValue = ((uint)CodeOf(snapshot)).ToString(CultureInfo.InvariantCulture),
                ReturnValueType = ReturnValueType.UInt32,
                Error = snapshot.Errors.Count == 0 ? null : Errors(job, snapshot, host),
            },
        };
    }

    /// <summary>The CIM_Error instances of a job that did not complete; none while it runs and where it did.</summary>
    /// <param name="job">The job.</param>
    /// <param name="host">The host of the migration service.</param>
    [Clause("9.2.1-11")]
    public static IReadOnlyList<Error> Errors(MigrationJob job, string host) => Errors(job, job.Snapshot, host);

    private static List<Error> Errors(MigrationJob job, JobSnapshot snapshot, string host)
    {
        var origins = new Dictionary<ErrorOrigin, CimObjectPath>
        {
            [ErrorOrigin.Service] = ElementPaths.Service(host),
            [ErrorOrigin.SourceHost] = ElementPaths.Host(job.SourceHost),
            [ErrorOrigin.VirtualSystem] = ElementPaths.System(job.VirtualSystem.Id, job.SourceHost),
            [ErrorOrigin.TargetHost] = ElementPaths.Host(job.Request.Destination.Name),
        };
        return snapshot.Errors.Select(error => ErrorElements.ToElement(error, MigrationErrorKind.MigrationFailed, origins)).ToList();
    }

    private static ReturnCode CodeOf(JobSnapshot snapshot) => snapshot.Errors.Count == 0
        ? snapshot.JobState == JobState.Completed ? ReturnCode.Completed : ReturnCode.Failed
        : MethodFailure.Of(new MigrationException(MigrationErrorKind.MigrationFailed, snapshot.JobStatus, snapshot.Errors)).Code;

    private static CimInstance Outputs(string className, MigrationJob job, JobSnapshot snapshot) => CallParameters.Out(
        className,
        job.Request.Method,
        ElementPaths.Job(job.InstanceId),
        snapshot.NewSystem is { } target ? ElementPaths.System(target.Id, target.HostName) : null);
}
