using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Profile.Methods;

namespace VsMigration.PowerShell.Pipeline;

/// <summary>
/// The one bridge from PowerShell's thread to the engine's tasks. Ctrl-C cancels the token, and the pipeline thread then waits until the
/// engine has finished what it has to undo.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Cancelled by Ctrl-C.</summary>
    protected CancellationToken Stopped => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessRecordAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndProcessingAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <summary>Does the work of one pipeline object; off the pipeline thread, so everything is written to <paramref name="pipeline"/>.</summary>
    /// <param name="pipeline">Where to write.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C, and when the pipeline takes no more.</param>
    protected virtual Task ProcessRecordAsync(PipelineSink pipeline, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does the work that is left when the last pipeline object has been processed.</summary>
    /// <param name="pipeline">Where to write.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C, and when the pipeline takes no more.</param>
    protected virtual Task EndProcessingAsync(PipelineSink pipeline, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called on the pipeline thread when the command has ended, however it ended.</summary>
    /// <param name="disposing">Always true; there is no finalizer.</param>
    protected virtual void Dispose(bool disposing) => _stop.Dispose();

    /// <summary>Does one thing; if it fails, that is one error record, and the next thing gets its turn.</summary>
    /// <param name="pipeline">Where the error goes.</param>
    /// <param name="target">What it is about.</param>
    /// <param name="work">What is to be done.</param>
    /// <param name="cancellationToken">Once cancelled, a failure is no error any more but the end of the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    protected static async Task TryAsync(PipelineSink pipeline, object? target, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (MigrationException) when (cancellationToken.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested(); // a peer's way to say that it was cancelled
        }
        catch (Exception e)
        {
            pipeline.WriteError(ErrorRecords.From(e, target));
        }
    }

    /// <summary>The same for what needs no waiting.</summary>
    /// <param name="pipeline">Where the error goes.</param>
    /// <param name="target">What it is about.</param>
    /// <param name="work">What is to be done.</param>
    protected static void Try(PipelineSink pipeline, object? target, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
        {
            pipeline.WriteError(ErrorRecords.From(e, target));
        }
    }

    private void Run(Func<PipelineSink, CancellationToken, Task> work)
    {
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        using var pipeline = new PipelineSink(this, closed.Cancel);
        var token = closed.Token;
        pipeline.Run(() => GuardAsync(work, pipeline, token));
    }

    private static async Task GuardAsync(Func<PipelineSink, CancellationToken, Task> work, PipelineSink pipeline, CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(pipeline, target: null, () => work(pipeline, cancellationToken), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Asked for: by Ctrl-C or by the end of the pipeline, which PowerShell itself reports.
        }
    }
}
