using System;
using System.Threading;
using RadLine;
using Spectre.Console;
using VsMigration.Shell.Session;

namespace VsMigration.Shell.Interactive;

/// <summary>Reads a line with editing, history (arrow keys) and completion (Tab); a signal ends the reading.</summary>
internal sealed class LineReader
{
    private readonly Interruption _interruption;
    private readonly LineEditor _editor;
    private readonly PromptText _prompt = new();
    private CancellationTokenSource? _reading;

    public LineReader(ShellSession session, Interruption interruption)
    {
        _interruption = interruption;
        _editor = new LineEditor { MultiLine = false, Prompt = _prompt, Completion = new Completion(session) };
        _editor.KeyBindings.Add(ConsoleKey.D, ConsoleModifiers.Control, () => new LeaveCommand());

        // What is typed while a command runs comes with its line ends as newlines, and .NET takes those for Ctrl-Enter.
        _editor.KeyBindings.Add(ConsoleKey.Enter, ConsoleModifiers.Control, () => new SubmitCommand());
        interruption.WhileIdle = () => _reading?.Cancel();
    }

    /// <returns>The line; null when a signal came first.</returns>
    public string? Read(string prompt)
    {
        using var reading = new CancellationTokenSource();
        _reading = reading;
        try
        {
            if (_interruption.EndsProgram)
            {
                return null;
            }

            _prompt.Text = prompt.TrimEnd();
            return _editor.ReadLine(reading.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            _reading = null;
        }
    }

    private sealed class PromptText : ILineEditorPrompt
    {
        public string Text { get; set; } = "";

        public (Markup Markup, int Margin) GetPrompt(ILineEditorState state, int line) => (new Markup(Markup.Escape(Text)), 1);
    }

    /// <summary>Ctrl-D on an empty line leaves, as in every shell.</summary>
    private sealed class LeaveCommand : LineEditorCommand
    {
        public override void Execute(LineEditorContext context)
        {
            if (context.Buffer.Length == 0)
            {
                context.Buffer.Insert("exit");
                context.Submit(SubmitAction.Submit);
            }
        }
    }
}
