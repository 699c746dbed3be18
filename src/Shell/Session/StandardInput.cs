using System;
using System.IO;
using System.Management.Automation.Language;
using System.Threading;

namespace VsMigration.Shell.Session;

/// <summary>What comes through a pipe or a redirection: a script, or the $input of one.</summary>
internal static class StandardInput
{
    /// <summary>Reads a script to its end.</summary>
    /// <returns>The script; null when a signal came first.</returns>
    public static string? ReadScript(Interruption interruption)
    {
        string? script = null;
        var ended = new ManualResetEvent(initialState: false);  // not disposed: after a signal its reader may end at any time
        StartReading(() =>
        {
            script = Console.In.ReadToEnd();
            ended.Set();
        });
        return WaitHandle.WaitAny([ended, interruption.Interrupted]) == 0 ? script : null;
    }

    /// <summary>Standard input for a script that speaks of $input. No other waits for a pipe that somebody keeps open.</summary>
    public static TextReader? For(string script)
    {
        if (!Console.IsInputRedirected || !script.Contains("$input", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var mention = Parser.ParseInput(script, out _, out _).Find(
            node => node is VariableExpressionAst { VariablePath.UserPath: var name } && name.Equals("input", StringComparison.OrdinalIgnoreCase),
            searchNestedScriptBlocks: true);
        return mention is null ? null : Console.In;
    }

    /// <summary>Reads in the background, because nobody can interrupt the reading of a pipe that stays open.</summary>
    public static void StartReading(Action read) => new Thread(() => read()) { IsBackground = true, Name = "standard input" }.Start();
}
