using System;
using System.Collections.Generic;
using System.Globalization;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Service.Views;
using JobState = VsMigration.Jobs.JobState;

namespace VsMigration.PowerShell.Events;

/// <summary>One thing that happened to a job or a service, as scripts see it: <c>$EventArgs</c> of an action, and what -Wait writes.</summary>
public sealed class MigrationEventArgs : EventArgs
{
    private readonly string _host;

    /// <summary>Makes one.</summary>
    /// <param name="happened">What the engine has told.</param>
    /// <param name="hostOf">The host of a service, by its identity.</param>
    internal MigrationEventArgs(MigrationEvent happened, Func<Guid, string> hostOf)
    {
        Event = happened;
        _host = happened.Job?.SourceHost ?? hostOf(happened.ServiceId);
    }

    /// <summary>What happened.</summary>
    public MigrationEventType EventType => TypeOf(Event.Kind);

    /// <summary>When, by the clock that the hosts go by.</summary>
    public DateTimeOffset Time => Event.Time;

    /// <summary>The place among all events of this process; there are no gaps.</summary>
    public long SequenceNumber => Event.SequenceNumber;

    /// <summary>The job that it is about, or that the method made; null where there is none. It lives: what it was is in <see cref="Event"/>.</summary>
    public MigrationJob? Job => Event.Job;

    /// <summary>The state of the job after it; null with method calls.</summary>
    public JobState? JobState => Event.Current?.JobState;

    /// <summary>The state of the job before it; with JobChange only.</summary>
    public JobState? PreviousJobState => Event.Previous?.JobState;

    /// <summary>How far the job had come; null with method calls.</summary>
    public int? PercentComplete => Event.Current?.PercentComplete;

    /// <summary>The method that was called; null with jobs.</summary>
    public MigrationMethod? Method => Event.Method;

    /// <summary>It all, in words.</summary>
    public string Text => Event.Kind switch
    {
        MigrationEventKind.JobCreated => FormattableString.Invariant($"submitted with priority {Event.Current?.Priority}"),
        MigrationEventKind.JobChanged => Change(Event.Previous ?? new JobSnapshot(), Event.Current ?? new JobSnapshot()),
        MigrationEventKind.JobDeleted => "removed",
        MigrationEventKind.MethodCallStarted => Event.Method + " called",
        _ => Event.Method + Outcome(),
    };

    /// <summary>
    /// The same as an indication of the profile: CIM_InstCreation, CIM_InstModification, CIM_InstDeletion or CIM_InstMethodCall; null
    /// where nothing changed that CIM_ConcreteJob shows.
    /// </summary>
    public InstIndication? Indication => IndicationViews.Indication(Event, _host);

    /// <summary>The whole event, as the engine has told it.</summary>
    public MigrationEvent Event { get; }

    /// <inheritdoc/>
    public override string ToString() => Job is { } job ? job.Name + ": " + Text : Text;

    /// <summary>Of which type an event of the engine is.</summary>
    internal static MigrationEventType TypeOf(MigrationEventKind kind) => kind switch
    {
        MigrationEventKind.JobCreated => MigrationEventType.JobCreate,
        MigrationEventKind.JobChanged => MigrationEventType.JobChange,
        MigrationEventKind.JobDeleted => MigrationEventType.JobDelete,
        _ => MigrationEventType.MethodCall,
    };

    private string Outcome() => Event switch
    {
        { Errors.Count: > 0 } => " failed: " + Event.Errors[0],
        { IsMigratable: { } migratable } => migratable ? ": migratable" : ": not migratable",
        { Job: { } job } => FormattableString.Invariant($" made job {job.Id}"),
        _ => " returned",
    };

    private static string Change(JobSnapshot before, JobSnapshot after)
    {
        var parts = new List<string>();
        Add(before.JobState != after.JobState, before.JobState + " to " + after.JobState);
        Add(before.CurrentStep != after.CurrentStep, "step " + after.CurrentStep);
        Add(before.Progress != after.Progress, after.PercentComplete.ToString(CultureInfo.InvariantCulture) + " %");
        Add(before.Progress.BytesRemaining != after.Progress.BytesRemaining, HumanUnits.Bytes(after.Progress.BytesRemaining) + " left");
        Add(before.Priority != after.Priority, FormattableString.Invariant($"priority {after.Priority}"));
        Add(before.GrantedBytesPerSecond != after.GrantedBytesPerSecond, after.GrantedBytesPerSecond is { } rate ? "up to " + HumanUnits.Rate(rate) : "no bandwidth limit");
        Add(before.MaxDowntime != after.MaxDowntime, "downtime at most " + HumanUnits.Time(after.MaxDowntime));
        return parts.Count > 0 ? string.Join(", ", parts) : after.JobStatus;

        void Add(bool changed, string text)
        {
            if (changed)
            {
                parts.Add(text);
            }
        }
    }
}
