using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using VsMigration.Shell.Host;
using VsMigration.Shell.Interactive;
using VsMigration.Shell.Session;

namespace VsMigration.Shell;

internal static class Program
{
    private static int Main(string[] args)
    {
        try
        {
            var line = CommandLine.Parse(args);
            switch (line.Action)
            {
                case ShellAction.Help:
                    Console.Out.WriteLine(HelpText.Usage);
                    return ExitCode.Success;
                case ShellAction.Version:
                    Console.Out.WriteLine("vsm " + Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
                    return ExitCode.Success;
                default:
                    return Run(line);
            }
        }
        catch (UsageException exception)
        {
            Console.Error.WriteLine("vsm: " + exception.Message);
            Console.Error.WriteLine("Try 'vsm -Help'.");
            return ExitCode.Usage;
        }
    }

    private static int Run(CommandLine line)
    {
        var script = line.Action == ShellAction.File ? ScriptFile.Find(line.Text) : null;
        var terminal = new Terminal(line.NonInteractive);
        using var interruption = new Interruption(terminal);
        using var session = ShellSession.Open(terminal, interruption);
        var module = line.ModulePath ?? ModuleLocator.Find(AppContext.BaseDirectory);
        if (module is null)
        {
            terminal.WriteErrorLine("vsm: VsMigration.psd1 is neither beside vsm nor in a folder above it; name it with -Module <path>.");
            return ExitCode.Failure;
        }

        if (!session.Import(module))
        {
            return interruption.ExitCode ?? ExitCode.Failure;
        }

        var guard = new JobGuard(session, interruption, terminal);
        var code = line.Action switch
        {
            ShellAction.Command => RunText(session, line.Text),
            ShellAction.File => RunFile(session, script!, line.Arguments),
            ShellAction.Prompt when terminal.CanAsk => new Prompt(session, interruption, terminal, guard).Run(showLogo: !line.NoLogo),
            _ => StandardInput.ReadScript(interruption) is { } text ? RunText(session, text) : ExitCode.Failure,
        };
        guard.ReportEndedBySignal();
        guard.WaitForJobs();
        return interruption.ExitCode ?? session.Host.RequestedExitCode ?? code;
    }

    private static int RunText(ShellSession session, string text)
    {
        var end = session.Pipelines.ShowStatement(text, StandardInput.For(text));
        return end == PipelineEnd.Completed && session.Pipelines.LastStatementSucceeded() ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>A script that ran to its end has succeeded, whatever its last statement did: pwsh's rule for -File.</summary>
    private static int RunFile(ShellSession session, string path, IReadOnlyList<string> arguments)
    {
        try
        {
            var function = ScriptFile.Define(path, session.Runspace.SessionStateProxy);
            var end = session.Pipelines.Show(ScriptFile.Call(function, arguments), StandardInput.For(File.ReadAllText(path)));
            return end == PipelineEnd.Completed ? ExitCode.Success : ExitCode.Failure;
        }
        catch (ParseException exception)
        {
            session.Pipelines.ShowError(exception);
            return ExitCode.Failure;
        }
    }
}
