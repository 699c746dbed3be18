using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Jobs;

/// <summary>One run of one job: its steps one after another, and when one fails or somebody stops it, their undos the other way round.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A source without timer holds nothing; a late Stop may still touch it.")]
internal sealed class JobRun : IJobReport
{
    /// <summary>How long each undo of a killed job may take.</summary>
    public static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(10);

    private readonly Func<bool, CancellationToken, Task<MigrationProcedure>> _prepareAsync;
    private readonly JobJournal _journal;
    private readonly IClock _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<bool> _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stack<MigrationStep> _begun = new();
    private readonly BandwidthPush _bandwidth;
    private volatile ITransferControl? _control;
    private JobRecord _record;
    private bool _committed;

    /// <summary>Makes a run that has not begun.</summary>
    /// <param name="job">The job, in the state New.</param>
    /// <param name="prepareAsync">
    /// Called when its turn has come, told whether it had to wait for it; gives the steps, or throws what speaks against them by now.
    /// </param>
    /// <param name="journal">Where its record is kept.</param>
    /// <param name="clock">The clock that the hosts go by.</param>
    public JobRun(MigrationJob job, Func<bool, CancellationToken, Task<MigrationProcedure>> prepareAsync, JobJournal journal, IClock clock)
    {
        Job = job;
        _prepareAsync = prepareAsync;
        _journal = journal;
        _clock = clock;
        _bandwidth = new BandwidthPush(job.Subject.BytesPerSecond, e => Warn(NotChanged(e)));
        _record = new JobRecord { InstanceId = job.InstanceId, Subject = job.Subject, Submitted = job.TimeSubmitted };
    }

    public MigrationJob Job { get; }

    /// <summary>Its place in the order of submission.</summary>
    public long Sequence { get; init; }

    /// <summary>Whether it was still waiting when the queue was last looked through.</summary>
    public bool HasWaited { get; set; }

    /// <summary>Starts the run on a thread of the pool; its end is the job's end.</summary>
    public void Begin()
    {
        if (Job.TryMove(JobEvent.Begin, snapshot => snapshot with { JobStatus = "Starting.", Begun = _clock.Elapsed, StartTime = _clock.UtcNow }))
        {
            _ = Task.Run(RunAsync);
        }
    }

    /// <summary>Asks it to stop, to wait, or to go back into the queue.</summary>
    /// <returns>False where its state does not allow it.</returns>
    public bool Request(JobEvent request)
    {
        bool moved = Job.TryMove(request, snapshot => request switch
        {
            JobEvent.Start => snapshot with { JobStatus = "Waiting for its turn." },
            JobEvent.Suspend => snapshot with { JobStatus = "Held back." },
            _ when snapshot.Begun is null => snapshot with
            {
                JobStatus = MigrationStepTexts.NeverBegun(Job),
                Errors = Explain(new OperationCanceledException()),
            },
            _ => snapshot with { StopRequest = request, JobStatus = "Stopping." },
        });
        if (!moved || request is not (JobEvent.Terminate or JobEvent.Kill))
        {
            return moved;
        }

        if (request == JobEvent.Kill)
        {
            _killed.TrySetResult(true);
        }

        if (!Job.IsFinished)
        {
            // Off this thread: registered callbacks abort transfers, and the asker shall not wait for that.
            _ = Task.Run(_stop.Cancel);
        }

        return true;
    }

    /// <summary>Sets the bandwidth that it may use; a transfer under way is told behind the caller's back.</summary>
    public void Grant(ulong? bytesPerSecond)
    {
        Job.Update(snapshot => snapshot with { GrantedBytesPerSecond = bytesPerSecond });
        _bandwidth.Want(bytesPerSecond);
    }

    /// <summary>Sets how long the guest may stand still, now or when it begins.</summary>
    /// <exception cref="MigrationException">The platform's own, where it refuses.</exception>
    public async Task SetMaxDowntimeAsync(TimeSpan maxDowntime, CancellationToken cancellationToken)
    {
        Job.Update(snapshot => snapshot with { MaxDowntime = maxDowntime });
        if (_control is { } control)
        {
            await control.SetMaxDowntimeAsync(maxDowntime, cancellationToken);
        }
    }

    /// <summary>Lets the guest run on at the destination at once.</summary>
    /// <exception cref="MigrationException">InvalidState: nothing is being transferred; and the platform's own.</exception>
    public Task SwitchToPostCopyAsync(CancellationToken cancellationToken) => _control is { } control
        ? control.SwitchToPostCopyAsync(cancellationToken)
        : throw new MigrationException(
            MigrationErrorKind.InvalidState,
            $"The job '{Job.Name}' transfers nothing: it is {Job.JobState}.",
            "Switch to post-copy while the job is Running.");

    void IProgress<MigrationProgress>.Report(MigrationProgress value) => Job.Report(value);

    public void Warn(MigrationError warning) =>
        Job.Update(snapshot => snapshot with { Warnings = snapshot.Warnings.Append(warning).ToList().AsReadOnly() });

    void IJobReport.Arrived(VirtualSystem system) => Job.Update(snapshot => snapshot with { NewSystem = system });

    private async Task RunAsync()
    {
        var errors = new List<MigrationError>();
        MigrationProcedure? procedure = null;
        try
        {
            procedure = await _prepareAsync(HasWaited, _stop.Token);
            await OpenControlAsync(procedure.Control);
            await DoStepsAsync(procedure.Steps, errors);
        }
        catch (Exception e)
        {
            errors.AddRange(Explain(e));
            await UndoAsync(errors);
        }

        // Before the end is told: whoever waits for it may want what the procedure held.
        _control = null;
        _bandwidth.Close();
        procedure?.Dispose();
        End(errors);
    }

    private async Task OpenControlAsync(ITransferControl? control)
    {
        _control = control;
        await _bandwidth.OpenAsync(control);
        if (control is not null && Job.MaxDowntime is { } maxDowntime)
        {
            try
            {
                await control.SetMaxDowntimeAsync(maxDowntime, _stop.Token);
            }
            catch (MigrationException e)
            {
                Warn(NotChanged(e));
            }
        }
    }

    private async Task DoStepsAsync(IReadOnlyList<MigrationStep> steps, List<MigrationError> errors)
    {
        foreach (var step in steps)
        {
            if (!_committed)
            {
                _stop.Token.ThrowIfCancellationRequested();
            }

            try
            {
                _begun.Push(step);
                Note(step, StepOutcome.Begun, flush: step.ChangesHost);
                Job.Update(snapshot => snapshot with { CurrentStep = step.Name, JobStatus = MigrationStepTexts.Doing(step.Name) });
                Job.TryMove(JobEvent.Run);
                await step.DoAsync(this, _committed ? CancellationToken.None : _stop.Token);
                Note(step, StepOutcome.Done, flush: false);
                _committed |= step.Commits;
            }
            catch (Exception e) when (_committed)
            {
                // The migration has happened: what is left is still done, and what failed is told.
                errors.AddRange(Explain(e));
            }
        }
    }

    private async Task UndoAsync(List<MigrationError> errors)
    {
        Job.TryMove(JobEvent.Fail);
        while (_begun.Count > 0)
        {
            var step = _begun.Pop();
            if (step.UndoAsync is null)
            {
                continue;
            }

            Job.Update(snapshot => snapshot with { CurrentStep = step.Name, JobStatus = MigrationStepTexts.Undoing(step.Name) });
            try
            {
                await UndoAsync(step.UndoAsync);
                Note(step, StepOutcome.Undone, flush: false);
            }
            catch (Exception e)
            {
                // The other steps are undone all the same; one that does not depend on this may still succeed.
                Note(step, StepOutcome.UndoFailed, flush: true);
                errors.Add(UndoFailed(step, e));
            }
        }
    }

    private async Task UndoAsync(Func<Task> undo)
    {
        // Not on this thread: an undo that blocks must not outlast the patience with a killed job.
        var undoing = Task.Run(undo);
        var patience = Task.Run(async () =>
        {
            await _killed.Task;
            await Task.Delay(KillPatience); // a person's time, whatever clock the hosts go by
        });
        if (await Task.WhenAny(undoing, patience) != undoing)
        {
            throw new TimeoutException("it was not finished when the job was killed.");
        }

        await undoing;
    }

    private void End(List<MigrationError> errors)
    {
        bool undone = _record.Steps.All(step => step.Outcome != StepOutcome.UndoFailed);
        var how = Job.Snapshot.StopRequest switch
        {
            _ when _committed && errors.Count == 0 => JobEvent.Complete,
            JobEvent.Kill when !_committed => JobEvent.EndKilled,
            JobEvent.Terminate when !_committed && undone => JobEvent.EndTerminated,
            _ => JobEvent.EndFailed,
        };
        if (how == JobEvent.EndFailed)
        {
            Job.TryMove(JobEvent.Fail);
        }

        errors.AddRange(CloseRecord(keep: !undone));
        Job.TryMove(how, snapshot => snapshot with
        {
            JobStatus = MigrationStepTexts.Ended(how, Job),
            Errors = how == JobEvent.Complete ? Array.Empty<MigrationError>() : errors.AsReadOnly(),
        });
    }

    // A record that outlives its job would make the next start speak of an interrupted migration that was not.
    private IEnumerable<MigrationError> CloseRecord(bool keep)
    {
        try
        {
            if (keep)
            {
                _journal.Write(_record);
            }
            else
            {
                _journal.Delete(_record.InstanceId);
            }
        }
        catch (Exception e)
        {
            return Explain(e);
        }

        return Enumerable.Empty<MigrationError>();
    }

    private void Note(MigrationStep step, StepOutcome outcome, bool flush)
    {
        _record = _record.With(step.Name, outcome) with { State = Job.JobState, Started = Job.StartTime };
        if (flush)
        {
            _journal.Write(_record);
        }
    }

    private MigrationError UndoFailed(MigrationStep step, Exception e)
    {
        var cause = Explain(e)[0];
        return StandardMessages.UndoFailed.Error(
            $"Look for '{Job.VirtualSystem.Name}' on {Job.SourceHost} and on {Job.DestinationHost}, and put right by hand what the message names. "
            + "The record " + _journal.PathOf(Job.InstanceId) + " is kept until you delete it.",
            step.Name.ToString(), Job.VirtualSystem.Name, cause.Message) with
        { PeerCode = cause.PeerCode, PeerMessage = cause.PeerMessage };
    }

    private MigrationError NotChanged(Exception e)
    {
        var cause = Explain(e)[0];
        return StandardMessages.TransferNotChanged.Warning(
            "The migration goes on as it was. Change the job again, or stop it.", Job.VirtualSystem.Name, cause.Message) with
        { PeerCode = cause.PeerCode, PeerMessage = cause.PeerMessage };
    }

    private IReadOnlyList<MigrationError> Explain(Exception e) => e switch
    {
        MigrationException known => known.Errors,
        OperationCanceledException => new[]
        {
            StandardMessages.MigrationCancelled.Error(
                "Start the migration again when you want it.", Job.VirtualSystem.Name, Job.SourceHost, Job.DestinationHost),
        },
        _ => new[]
        {
            StandardMessages.MigrationFailed.Error(
                "This is a fault of VsMigration itself: please report it with this message.",
                Job.VirtualSystem.Name, Job.SourceHost, Job.DestinationHost) with
            { PeerCode = e.GetType().Name, PeerMessage = e.Message },
        },
    };
}
