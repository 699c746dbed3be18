using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using VsMigration.Shell.Host;
using VsMigration.Shell.Session;

namespace VsMigration.Shell.Interactive;

/// <summary>Reads a statement, runs it, shows what comes of it, until 'exit', Ctrl-D or a signal to end.</summary>
internal sealed class Prompt(ShellSession session, Interruption interruption, Terminal terminal, JobGuard guard)
{
    private readonly LineReader _reader = new(session, interruption);

    /// <returns>The exit code.</returns>
    public int Run(bool showLogo)
    {
        if (showLogo)
        {
            terminal.WriteLine("vsm " + session.Host.Version.ToString(3) + ". Get-Command -Module VsMigration lists the commands; exit leaves.");
        }

        session.Host.NestedPrompt = () =>
        {
            Loop();
            session.Host.ForgetExit();
        };
        Loop();
        return ExitCode.Success;
    }

    private void Loop()
    {
        while (session.Host.RequestedExitCode is null && !interruption.EndsProgram)
        {
            interruption.Reset();
            if (ReadStatement() is not { } statement)
            {
                continue;
            }

            var end = session.Pipelines.ShowStatement(statement);
            if (end == PipelineEnd.Stopped)
            {
                guard.ReportEndedBySignal();
            }
        }
    }

    /// <summary>Reads lines until they make a whole statement; null when there is none to run.</summary>
    private string? ReadStatement()
    {
        var text = _reader.Read(PromptText());
        while (text is not null && IsIncomplete(text))
        {
            var more = _reader.Read(">> ");
            text = more is null ? null : text + "\n" + more;
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private string PromptText()
    {
        try
        {
            return string.Concat(session.Pipelines.Collect("prompt", stoppable: true).Select(part => LanguagePrimitives.ConvertTo<string>(part)));
        }
        catch (RuntimeException)
        {
            return "vsm> ";  // a prompt function of the user that fails must not lock the prompt
        }
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
