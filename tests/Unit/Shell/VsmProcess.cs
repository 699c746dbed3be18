using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Tests.Shell;

/// <summary>The real vsm in a process of its own, with a configuration of its own.</summary>
internal sealed class VsmProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _home = new();
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Process _process;
    private readonly Task _reading;

    private VsmProcess(string file, IEnumerable<string> arguments, bool noColor = false)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["VSMIGRATION_HOME"] = _home.Path;
        start.Environment["TERM"] = "xterm";
        start.Environment["NO_COLOR"] = noColor ? "1" : "";
        _process = Process.Start(start)!;
        _reading = Task.WhenAll(ReadAsync(_process.StandardOutput, _output), ReadAsync(_process.StandardError, _error));
    }

    /// <summary>The module with jobs that tests end.</summary>
    public static string FakeJobs { get; } = Path.Combine(AppContext.BaseDirectory, "Shell", "FakeJobs.psm1");

    public string Output => Text(_output);

    public string Error => Text(_error);


    private static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "vsm.dll");

    /// <summary>Starts it as a shell would. A test run in the background ignores Ctrl-C, and env takes that back; it becomes vsm itself.</summary>
    public static VsmProcess Start(params string[] arguments) => OperatingSystem.IsLinux()
        ? new("env", ["--default-signal=INT,HUP,TERM", "dotnet", Program, .. arguments])
        : new("dotnet", [Program, .. arguments]);

    /// <summary>Starts it on a terminal, by util-linux script, which passes its standard input on as typed.</summary>
    public static VsmProcess StartOnTerminal(string options, bool noColor = false) =>
        new("script", ["--quiet", "--return", "--command", $"dotnet '{Program}' {options}", "/dev/null"], noColor);

    /// <summary>Runs it to its end, without standard input.</summary>
    /// <returns>How it ended.</returns>
    public static async Task<Command> RunAsync(params string[] arguments)
    {
        using var vsm = Start(arguments);
        return await vsm.EndAsync();
    }

    /// <summary>Runs it to its end with a text on standard input.</summary>
    /// <returns>How it ended.</returns>
    public static async Task<Command> RunWithInputAsync(string input, params string[] arguments)
    {
        using var vsm = Start(arguments);
        await vsm.TypeAsync(input);
        return await vsm.EndAsync();
    }

    /// <summary>Writes to its standard input, which stays open.</summary>
    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Sends a signal by name: INT, TERM, HUP.</summary>
    public Task SignalAsync(string signal) => Command.RunAsync("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Waits until a text stands in its output or its errors.</summary>
    /// <exception cref="InvalidOperationException">It ended without the text.</exception>
    public Task SaysAsync(string text) => Eventually.HoldsAsync(
        $"vsm says '{text}'",
        () => (Output + Error).Contains(text, StringComparison.Ordinal)
            || (_process.HasExited && !(Output + Error).Contains(text, StringComparison.Ordinal)
                ? throw new InvalidOperationException($"vsm ended and did not say '{text}'.\n{Output}\n{Error}")
                : false),
        s_patience);

    /// <summary>Waits for its end while its standard input stays open.</summary>
    public Task ExitsAsync() => Eventually.HoldsAsync("vsm ends", () => _process.HasExited, s_patience);

    /// <summary>Closes its standard input and waits for its end.</summary>
    /// <returns>How it ended.</returns>
    public async Task<Command> EndAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(s_patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            await _reading.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"vsm did not end.\n{Output}\n{Error}", late);
        }

        return new Command(_process.ExitCode, Output, Error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _home.Dispose();
    }

    /// <summary>Takes characters as they come: a prompt ends without a newline.</summary>
    private static async Task ReadAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer) is var count and > 0)
        {
            lock (text)
            {
                text.Append(buffer, 0, count);
            }
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
