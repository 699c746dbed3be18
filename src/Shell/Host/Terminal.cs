using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace VsMigration.Shell.Host;

/// <summary>The three standard streams: which of them people look at, and the only place that writes to them.</summary>
/// <remarks>Text for a stream that is no terminal, or under NO_COLOR (no-color.org) or TERM=dumb, loses its escape sequences here.</remarks>
internal sealed class Terminal
{
    private readonly object _gate = new();
    private readonly bool _outputAnsi;
    private readonly bool _errorAnsi;
    private volatile bool _allToError;

    public Terminal(bool nonInteractive)
    {
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") is "dumb"
            || (OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("WT_SESSION") is null);
        InputIsTerminal = !Console.IsInputRedirected;
        OutputIsTerminal = !Console.IsOutputRedirected;
        _outputAnsi = OutputIsTerminal && !plain;
        _errorAnsi = !Console.IsErrorRedirected && !plain;
        CanAsk = !nonInteractive && InputIsTerminal && OutputIsTerminal;
        Progress = new ProgressPane(Console.Out, _outputAnsi);
        if (!_outputAnsi && !_errorAnsi)
        {
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        }
    }

    public bool InputIsTerminal { get; }

    public bool OutputIsTerminal { get; }

    /// <summary>Whether somebody is there to answer a question.</summary>
    public bool CanAsk { get; }

    /// <summary>Whether escape sequences reach the screen.</summary>
    public bool SupportsAnsi => _outputAnsi;

    /// <summary>The lines of progress below the text.</summary>
    public ProgressPane Progress { get; }

    /// <summary>Columns of a line: the screen's, or enough for a log when there is none.</summary>
    public int Width => OutputIsTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : 160;

    public void Write(string text)
    {
        if (_allToError)
        {
            Put(Console.Error, text, _errorAnsi);
        }
        else
        {
            Put(Console.Out, text, _outputAnsi);
        }
    }

    public void WriteLine(string text) => Write(text + Environment.NewLine);

    /// <summary>Until the result is disposed of, all text goes to standard error.</summary>
    public IDisposable WriteAllToError()
    {
        _allToError = true;
        return new Restore(() => _allToError = false);
    }

    /// <summary>A line on standard error, in a colour where there are colours.</summary>
    /// <param name="text">The line.</param>
    /// <param name="style">The escape sequence that begins the colour; "" = none.</param>
    public void WriteErrorLine(string text, string style = "")
    {
        var coloured = style.Length > 0 && _errorAnsi ? style + text + PSStyle.Instance.Reset : text;
        Put(Console.Error, coloured + Environment.NewLine, _errorAnsi);
    }

    public void ShowProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate)
        {
            Progress.Update(sourceId, record, Width);
        }
    }

    public void ClearProgress()
    {
        lock (_gate)
        {
            Progress.Clear();
        }
    }

    private void Put(TextWriter writer, string text, bool ansi)
    {
        var shown = ansi || !text.Contains('\e', StringComparison.Ordinal)
            ? text
            : new StringDecorated(text).ToString(OutputRendering.PlainText);
        lock (_gate)
        {
            Progress.Hide();
            try
            {
                writer.Write(shown);
            }
            catch (IOException)
            {
                // Nobody reads any more: the terminal is gone or the pipe closed. Migrations must go on to their end all the same.
            }
        }
    }

    private sealed class Restore(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
