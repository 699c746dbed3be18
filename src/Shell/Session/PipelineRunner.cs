using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using VsMigration.Shell.Host;

namespace VsMigration.Shell.Session;

/// <summary>Runs commands in the session's runspace, one at a time, where a signal can stop them.</summary>
internal sealed class PipelineRunner(Runspace runspace, Interruption interruption, Terminal terminal)
{
    private int _depth;

    /// <summary>Runs a command and shows its results and errors.</summary>
    /// <param name="command">A cmdlet or a function.</param>
    /// <param name="input">What the command finds in $input, read as it comes; null = nothing.</param>
    public PipelineEnd Show(Command command, TextReader? input = null)
    {
        using var pipeline = Create();
        pipeline.Commands.Add(command);
        return Show(pipeline, input);
    }

    /// <summary>
    /// Runs a typed statement, shows its results and errors, and remembers it in the session's history and its success in $?, which
    /// PowerShell keeps for statements with a history only.
    /// </summary>
    /// <param name="text">The statement.</param>
    /// <param name="input">What the statement finds in $input, read as it comes; null = nothing.</param>
    public PipelineEnd ShowStatement(string text, TextReader? input = null)
    {
        using var pipeline = _depth == 0
            ? runspace.CreatePipeline(text, addToHistory: true)
            : runspace.CreateNestedPipeline(text, addToHistory: true);
        return Show(pipeline, input);
    }

    /// <summary>Runs a command for vsm itself and returns its results. Its single errors are dropped.</summary>
    /// <param name="script">The command's text, with a param block for the arguments.</param>
    /// <param name="stoppable">Whether a signal stops it; it then returns what there was until then.</param>
    /// <param name="arguments">Arguments by position.</param>
    /// <exception cref="RuntimeException">An error ended the command.</exception>
    public IReadOnlyList<PSObject> Collect(string script, bool stoppable, params object[] arguments)
    {
        using var pipeline = Create();
        var command = new Command(script, isScript: true);
        foreach (var argument in arguments)
        {
            command.Parameters.Add(null, argument);
        }

        pipeline.Commands.Add(command);
        var results = new List<PSObject>();
        var failure = Run(pipeline, input: null, stoppable, results);
        return failure is null
            ? results
            : throw failure as RuntimeException ?? new RuntimeException(failure.Message, failure);
    }

    /// <summary>What $? says of the statement that ran last.</summary>
    public bool LastStatementSucceeded() => Collect("$?", stoppable: false) is [{ BaseObject: true }];

    /// <summary>Shows an exception as PowerShell shows errors.</summary>
    public void ShowError(Exception exception)
    {
        if (exception is ParseException { ErrorRecord.InvocationInfo: null })
        {
            // PowerShell's error view shows nothing of an error in text that is no file.
            terminal.WriteErrorLine("ParserError: " + exception.Message, PSStyle.Instance.Formatting.Error);
            return;
        }

        var record = (exception as IContainsErrorRecord)?.ErrorRecord
            ?? new ErrorRecord(exception, "PipelineFailure", ErrorCategory.NotSpecified, targetObject: null);
        using var pipeline = Create();
        var show = new Command("Out-Default");
        show.Parameters.Add("InputObject", record);
        pipeline.Commands.Add(show);

        // A record that comes as an object is written like a result; only errors from within a pipeline know where they belong.
        using (terminal.WriteAllToError())
        {
            if (Run(pipeline, input: null, stoppable: false) is not null)
            {
                terminal.WriteErrorLine(exception.Message, PSStyle.Instance.Formatting.Error);
            }
        }
    }

    private Pipeline Create() => _depth == 0 ? runspace.CreatePipeline() : runspace.CreateNestedPipeline();

    private PipelineEnd Show(Pipeline pipeline, TextReader? input)
    {
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true)
        {
            MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
        });
        var failure = Run(pipeline, input, stoppable: true);
        terminal.ClearProgress();
        if (failure is not null)
        {
            ShowError(failure);
            return PipelineEnd.Failed;
        }

        return pipeline.PipelineStateInfo.State == PipelineState.Stopped ? PipelineEnd.Stopped : PipelineEnd.Completed;
    }

    /// <returns>What ended the pipeline; null when it completed or was stopped.</returns>
    private Exception? Run(Pipeline pipeline, TextReader? input, bool stoppable, List<PSObject>? results = null)
    {
        var outer = interruption.Watch(stoppable ? pipeline : null);
        _depth++;
        try
        {
            if (stoppable && interruption.At is not null)
            {
                pipeline.Stop();
            }
            else if (input is null)
            {
                var output = pipeline.Invoke();
                results?.AddRange(output);
            }
            else
            {
                InvokeWithInput(pipeline, input);
            }

            return pipeline.PipelineStateInfo.State == PipelineState.Failed ? pipeline.PipelineStateInfo.Reason : null;
        }
        catch (InvalidPipelineStateException)
        {
            return null;  // a signal stopped it before it began
        }
        catch (PipelineStoppedException)
        {
            return null;
        }
        catch (RuntimeException exception)
        {
            return exception;
        }
        finally
        {
            _depth--;
            interruption.Watch(outer);
        }
    }

    private static void InvokeWithInput(Pipeline pipeline, TextReader input)
    {
        using var ended = new ManualResetEventSlim();
        pipeline.StateChanged += (_, change) =>
        {
            if (change.PipelineStateInfo.State is PipelineState.Completed or PipelineState.Failed or PipelineState.Stopped)
            {
                ended.Set();
            }
        };
        pipeline.InvokeAsync();

        StandardInput.StartReading(() => Feed(pipeline.Input, input));
        ended.Wait();
    }

    private static void Feed(PipelineWriter writer, TextReader input)
    {
        try
        {
            while (input.ReadLine() is { } line)
            {
                writer.Write(line);
            }

            writer.Close();
        }
        catch (PipelineClosedException)
        {
            // The command wants no more.
        }
    }
}
