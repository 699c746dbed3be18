using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.PowerShell.Events;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>
/// What a cmdlet writes from any thread, carried to the pipeline thread, the only one that PowerShell lets write. Once the pipeline takes
/// no more (Ctrl-C, <c>Select-Object -First</c>, <c>-ErrorAction Stop</c>), what is written is dropped, so that the work can come to its end.
/// </summary>
public sealed class PipelineSink : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly Cmdlet _cmdlet;
    private readonly Action _closed;
    private readonly BlockingCollection<Action> _queue = new();
    private ExceptionDispatchInfo? _refusal;

    internal PipelineSink(Cmdlet cmdlet, Action closed)
    {
        _cmdlet = cmdlet;
        _closed = closed;
    }

    /// <summary>Writes one object.</summary>
    public void WriteObject(object value) => Post(() => _cmdlet.WriteObject(value));

    /// <summary>Writes objects, one by one.</summary>
    public void WriteObjects(IEnumerable<object> values)
    {
        foreach (object value in values)
        {
            WriteObject(value);
        }
    }

    /// <summary>Writes a non-terminating error.</summary>
    public void WriteError(ErrorRecord error) => Post(() => _cmdlet.WriteError(error));

    /// <summary>Writes a warning.</summary>
    public void WriteWarning(string text) => Post(() => _cmdlet.WriteWarning(text));

    /// <summary>Shows or updates a progress bar.</summary>
    public void WriteProgress(ProgressRecord progress) => Post(() => _cmdlet.WriteProgress(progress));

    /// <summary>Asks the user, or <c>-WhatIf</c> and <c>-Confirm</c>, whether to go on.</summary>
    /// <param name="description">What is going to be done, as a sentence.</param>
    /// <param name="question">The same as a question.</param>
    /// <param name="caption">What stands above the question.</param>
    /// <exception cref="OperationCanceledException">The pipeline was closed before there was an answer.</exception>
    public Task<bool> ShouldProcessAsync(string description, string question, string caption) =>
        AskAsync(() => _cmdlet.ShouldProcess(description, question, caption));

    /// <summary>Asks a question that only the pipeline thread can answer.</summary>
    /// <exception cref="OperationCanceledException">The pipeline was closed before there was an answer.</exception>
    internal Task<bool> AskAsync(Func<bool> question)
    {
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                answer.TrySetResult(question());
            }
            finally
            {
                answer.TrySetCanceled(); // no effect where there was an answer
            }
        }, () => answer.TrySetCanceled());
        return answer.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();

    /// <summary>Runs the work on the pool and does its writing here, until it has ended. To be called on the pipeline thread.</summary>
    internal void Run(Func<Task> work)
    {
        var running = Task.Run(work);
        _ = running.ContinueWith(_ => _queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (HasActions)
        {
            while (!_queue.IsCompleted)
            {
                if (_queue.TryTake(out var write, s_pause))
                {
                    write();
                }

                Guard(LetActionsRun);
            }
        }
        else
        {
            foreach (var write in _queue.GetConsumingEnumerable())
            {
                write();
            }
        }

        _refusal?.Throw();
        running.GetAwaiter().GetResult();
    }

    private bool HasActions =>
        _cmdlet is PSCmdlet cmdlet && cmdlet.Events.Subscribers.Any(subscriber => subscriber.SourceObject is MigrationEventSource && subscriber.Action is not null);

    // PowerShell runs the actions of events between the statements of a script; this is one. Without it they would wait for a command
    // that watches a migration until the migration has ended.
    private void LetActionsRun() => ((PSCmdlet)_cmdlet).InvokeCommand.InvokeScript("foreach ($nothing in 0) { }");

    private void Post(Action write, Action? drop = null) => _queue.Add(() =>
    {
        if (_refusal is not null)
        {
            drop?.Invoke();
            return;
        }

        Guard(write);
    });

    private void Guard(Action write)
    {
        if (_refusal is not null)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception e)
        {
            // Whatever a write throws is PowerShell's way to end the pipeline: kept until the work has ended, then thrown on.
            _refusal = ExceptionDispatchInfo.Capture(e);
            _closed();
        }
    }
}
