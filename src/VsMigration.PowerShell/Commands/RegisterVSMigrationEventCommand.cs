using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Jobs;
using VsMigration.Jobs.Events;
using VsMigration.PowerShell.Completion;
using VsMigration.PowerShell.Events;
using VsMigration.PowerShell.Pipeline;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Commands;

/// <summary>Tells a script what happens to migrations: jobs submitted, changed and removed, and calls of the service's methods.</summary>
/// <remarks>
/// Everything that happens from now on is told, complete and in order; nothing waits for who listens, however slow it is.
/// With -Action a script block is run for each event, with $EventArgs (the event: EventType, Time, Job, JobState, PreviousJobState,
/// PercentComplete, Text, and Indication, the same as CIM has it), $Event and $Sender; what is written is the job that runs the actions, as with Register-ObjectEvent. Actions
/// run in this session, one after another, between its commands and while a command of this module waits; any other command that takes
/// long holds them back, and nothing is lost meanwhile. Without -Action events are queued for Get-Event and Wait-Event, by their
/// -SourceIdentifier. Unregister-Event ends it, and so does the end of the PowerShell session.
/// With -Wait the command itself stays and writes each event, until Ctrl-C, -TimeoutSec or -MaxTriggerCount end it, or the jobs that
/// were given have ended. Events that come before the jobs have reached the end of the pipeline are among them.
/// Progress is a change of a job like any other; -StateOnly leaves it out. These are the indications of DSP1081 clause 7.6.
/// </remarks>
/// <example>
/// <code>Register-VSMigrationEvent -StateOnly -Action { Write-Host "$($EventArgs.Time) $EventArgs" }</code>
/// Says in this session what becomes of every job.
/// </example>
/// <example>
/// <code>Start-VSMigration web01 -DestinationHost kvm7 | Register-VSMigrationEvent -Wait</code>
/// Everything that happens to one migration, until it has ended.
/// </example>
/// <example>
/// <code>Register-VSMigrationEvent -EventType JobChange -StateOnly -SourceIdentifier moves
/// Start-VSMigration web01 -DestinationHost kvm7
/// Wait-Event -SourceIdentifier moves</code>
/// Waits in a script until something has changed.
/// </example>
[Cmdlet(VerbsLifecycle.Register, "VSMigrationEvent", DefaultParameterSetName = OfEvent)]
[OutputType(typeof(PSEventJob), ParameterSetName = new[] { OfEvent })]
[OutputType(typeof(MigrationEventArgs), ParameterSetName = new[] { OfWait })]
public sealed class RegisterVSMigrationEventCommand : SessionCommand
{
    private const string OfEvent = "Event";
    private const string OfWait = "Wait";
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(10);

    private readonly List<MigrationJob> _jobs = new();
    private readonly ConcurrentQueue<MigrationEvent> _arrived = new();
    private readonly SemaphoreSlim _arrival = new(0);
    private MigrationSubscription? _subscription;

    /// <summary>Jobs whose events are wanted; without jobs, those of all.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public MigrationJob[] InputObject { get; set; } = Array.Empty<MigrationJob>();

    /// <summary>Numbers of jobs whose events are wanted.</summary>
    [Parameter]
    [Alias("Id")]
    [ArgumentCompleter(typeof(JobIdCompleter))]
    public int[] JobId { get; set; } = Array.Empty<int>();

    /// <summary>The session whose events are wanted; none = those of all sessions.</summary>
    [Parameter]
    [Alias("CimSession", "ConnectionUri")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(SessionCompleter))]
    public override SessionReference? Session { get; set; }

    /// <summary>JobCreate, JobChange, JobDelete, MethodCall, or their names in CIM (CIM_InstModification); left out = all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EventTypeArgument]
    public MigrationEventType[] EventType { get; set; } = Array.Empty<MigrationEventType>();

    /// <summary>Leaves out the changes of jobs in which their state stays the same, such as progress.</summary>
    [Parameter]
    public SwitchParameter StateOnly { get; set; }

    /// <summary>What is run for each event, in this session.</summary>
    [Parameter(ParameterSetName = OfEvent)]
    [ValidateNotNull]
    public ScriptBlock? Action { get; set; }

    /// <summary>A name for the subscription, for Get-Event, Wait-Event and Unregister-Event; left out = a new one.</summary>
    [Parameter(ParameterSetName = OfEvent)]
    [ValidateNotNullOrEmpty]
    public string? SourceIdentifier { get; set; }

    /// <summary>What the action finds in $Event.MessageData.</summary>
    [Parameter(ParameterSetName = OfEvent)]
    [AllowNull]
    public PSObject? MessageData { get; set; }

    /// <summary>Stays, and writes each event.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OfWait)]
    public SwitchParameter Wait { get; set; }

    /// <summary>The longest time to stay, in seconds; 0 = no limit.</summary>
    [Parameter(ParameterSetName = OfWait)]
    [Alias("Timeout")]
    [ValidateRange(0, int.MaxValue / 1000)]
    public int TimeoutSec { get; set; }

    /// <summary>The number of events after which it ends; 0 = no limit.</summary>
    [Parameter]
    [Alias("First")]
    [ValidateRange(0, int.MaxValue)]
    public int MaxTriggerCount { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Wait)
        {
            _subscription = ModuleState.Registry.Subscribe(happened =>
            {
                _arrived.Enqueue(happened);
                _arrival.Release();
            });
        }
    }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        foreach (var job in InputObject)
        {
            Try(pipeline, job, () => Add(job));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(PipelineSink pipeline, CancellationToken cancellationToken)
    {
        if (JobId.Length > 0)
        {
            var all = Lookup.AllJobs(pipeline);
            foreach (int id in JobId)
            {
                Try(pipeline, id, () => Add(Lookup.Job(all, id)));
            }
        }

        bool jobsWereAsked = MyInvocation.ExpectingInput || InputObject.Length > 0 || JobId.Length > 0;
        if (jobsWereAsked && _jobs.Count == 0)
        {
            return; // no job came: its events are not those of all jobs
        }

        var filter = new EventFilter
        {
            SessionId = Session is null ? null : (await GetSessionAsync(cancellationToken)).InstanceId,
            Jobs = jobsWereAsked ? new HashSet<string>(_jobs.Select(job => job.InstanceId), StringComparer.Ordinal) : null,
            Types = EventType.Length > 0 ? new HashSet<MigrationEventType>(EventType) : null,
            StateOnly = StateOnly,
        };
        await (Wait ? StreamAsync(filter, pipeline, cancellationToken) : RegisterAsync(filter, pipeline));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _subscription?.Dispose();
        base.Dispose(disposing);
    }

    private void Add(MigrationJob job) => _jobs.Add(job.IsLocal ? job : throw new MigrationException(
        MigrationErrorKind.InvalidState,
        $"The job '{job.Name}' does not run in this process, so that its events cannot be told here: it is {job.JobState}.",
        "Register for them in the process that runs it."));

    private async Task RegisterAsync(EventFilter filter, PipelineSink pipeline)
    {
        string name = SourceIdentifier ?? Guid.NewGuid().ToString();
        var source = new MigrationEventSource(ModuleState.Registry.Subscribe, filter.Admits, Lookup.HostOf);
        bool isNew = await pipeline.AskAsync(() =>
        {
            if (Events.GetEventSubscribers(name).Any())
            {
                return false;
            }

            var subscriber = Events.SubscribeEvent(
                source, nameof(MigrationEventSource.Notified), name, MessageData, Action, supportEvent: false, forwardEvent: false, MaxTriggerCount);
            if (subscriber.Action is { } actions)
            {
                WriteObject(actions);
            }

            return true;
        });
        if (!isNew)
        {
            throw new MigrationException(
                MigrationErrorKind.ParameterInvalid,
                $"There is a subscription named '{name}' already.",
                "Give another -SourceIdentifier, or end that one with Unregister-Event.");
        }
    }

    private async Task StreamAsync(EventFilter filter, PipelineSink pipeline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (TimeoutSec > 0)
        {
            limit.CancelAfter(TimeSpan.FromSeconds(TimeoutSec));
        }

        try
        {
            await StreamAsync(filter, pipeline, EndOfJobs(), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is used up.
        }
    }

    private async Task StreamAsync(EventFilter filter, PipelineSink pipeline, Task endOfJobs, CancellationToken cancellationToken)
    {
        int written = 0;
        while (true)
        {
            // Looked at before the queue is emptied: what a job tells at its end has been published by then, and is delivered when nothing is on its way.
            bool isLast = endOfJobs.IsCompleted && _subscription!.IsIdle;
            while (_arrived.TryDequeue(out var happened))
            {
                if (filter.Admits(happened))
                {
                    pipeline.WriteObject(new MigrationEventArgs(happened, Lookup.HostOf));
                    if (++written == MaxTriggerCount)
                    {
                        return;
                    }
                }
            }

            if (isLast)
            {
                return;
            }

            await (endOfJobs.IsCompleted
                ? Task.Delay(s_moment, cancellationToken)
                : Task.WhenAny(endOfJobs, _arrival.WaitAsync(cancellationToken)));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private Task EndOfJobs() => _jobs.Count > 0
        ? Task.WhenAll(_jobs.Select(job => job.WhenFinishedAsync()))
        : new TaskCompletionSource<bool>().Task;
}
