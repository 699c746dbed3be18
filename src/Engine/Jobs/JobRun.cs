using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Jobs;

/// <summary>One run of one job: its steps one after another, and when one fails or somebody stops it, their undos the other way round.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "A source without timer holds nothing; a late Stop may still touch it.")]
internal sealed class JobRun : IProgress<MigrationProgress>
{
    /// <summary>How long each undo of a killed job may take.</summary>
    public static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(10);

    private readonly MigrationProcedure _procedure;
    private readonly JobJournal _journal;
    private readonly IClock _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<bool> _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stack<MigrationStep> _begun = new();
    private JobRecord _record;
    private bool _committed;

    public JobRun(MigrationJob job, MigrationProcedure procedure, JobJournal journal, IClock clock)
    {
        Job = job;
        _procedure = procedure;
        _journal = journal;
        _clock = clock;
        _record = new JobRecord { InstanceId = job.InstanceId, Subject = job.Subject, Submitted = job.TimeSubmitted };
    }

    public MigrationJob Job { get; }

    /// <summary>Starts the run on a thread of the pool; its end is the job's end.</summary>
    public void Begin() => _ = Task.Run(RunAsync);

    /// <summary>Asks it to stop.</summary>
    /// <returns>False where the job has ended, or asks for what it is doing already.</returns>
    public bool Stop(JobEvent request)
    {
        bool moved = Job.TryMove(request, status => status with { StopRequest = request, Text = "Stopping." });
        if (moved && request == JobEvent.Kill)
        {
            _killed.TrySetResult(true);
        }

        if (moved && !JobTransitions.IsFinal(Job.JobState))
        {
            // Off this thread: registered callbacks abort transfers, and the asker shall not wait for that.
            _ = Task.Run(_stop.Cancel);
        }

        return moved;
    }

    void IProgress<MigrationProgress>.Report(MigrationProgress value) => Job.Report(value);

    private async Task RunAsync()
    {
        if (!Job.TryMove(JobEvent.Start, status => status with { Begun = _clock.Elapsed, StartTime = _clock.UtcNow }))
        {
            _procedure.Dispose(); // stopped before it began
            return;
        }

        var errors = new List<MigrationError>();
        try
        {
            await DoStepsAsync(errors);
        }
        catch (Exception e)
        {
            errors.AddRange(Explain(e));
            await UndoAsync(errors);
        }

        // Before the end is told: whoever waits for it may want what the procedure held.
        _procedure.Dispose();
        End(errors);
    }

    private async Task DoStepsAsync(List<MigrationError> errors)
    {
        foreach (var step in _procedure.Steps)
        {
            if (!_committed)
            {
                _stop.Token.ThrowIfCancellationRequested();
            }

            try
            {
                _begun.Push(step);
                Note(step, StepOutcome.Begun, flush: step.ChangesHost);
                Job.Update(status => status with { Step = step.Name, Text = MigrationStepTexts.Doing(step.Name) });
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

            Job.Update(status => status with { Step = step.Name, Text = MigrationStepTexts.Undoing(step.Name) });
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
        var how = Job.Status.StopRequest switch
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
        Job.TryMove(how, status => status with
        {
            Text = MigrationStepTexts.Ended(how, Job),
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
        _record = _record.With(step.Name, outcome) with { State = Job.JobState };
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
