using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Threading;

namespace VsMigration.Shell.Host;

/// <summary>Reads the answer to a question key by key, so that a signal ends the question and a secret is not shown, not even its length.</summary>
internal sealed class KeyboardLine(Terminal terminal, WaitHandle interrupted)
{
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(15);

    /// <summary>Reads a visible line.</summary>
    /// <exception cref="PipelineStoppedException">A signal came first.</exception>
    public string Read()
    {
        var line = "";
        while (true)
        {
            var key = NextKey();
            if (key.Key == ConsoleKey.Enter)
            {
                terminal.WriteLine("");
                return line;
            }

            if (key.Key == ConsoleKey.Backspace && line.Length > 0)
            {
                line = line[..^1];
                terminal.Write("\b \b");
            }
            else if (!char.IsControl(key.KeyChar))
            {
                line += key.KeyChar;
                terminal.Write(key.KeyChar.ToString());
            }
        }
    }

    /// <summary>Reads a line that leaves no trace on the screen.</summary>
    /// <exception cref="PipelineStoppedException">A signal came first.</exception>
    public SecureString ReadSecret()
    {
        var secret = new SecureString();
        while (true)
        {
            var key = NextKey();
            if (key.Key == ConsoleKey.Enter)
            {
                terminal.WriteLine("");
                secret.MakeReadOnly();
                return secret;
            }

            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
            }
        }
    }

    private ConsoleKeyInfo NextKey()
    {
        while (!Console.KeyAvailable)
        {
            if (interrupted.WaitOne(s_pollInterval))
            {
                terminal.WriteLine("");
                throw new PipelineStoppedException();
            }
        }

        var key = Console.ReadKey(intercept: true);
        return key is { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control }
            ? throw new HostException("The input ended before the question was answered.")
            : key;
    }
}
