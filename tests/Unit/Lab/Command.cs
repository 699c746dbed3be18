using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Tests;

/// <summary>A program run to its end, in the C locale, without standard input, for a bounded time.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record Command(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a program and returns how it ended, well or not.</summary>
    /// <exception cref="TimeoutException">It took longer than <paramref name="timeout"/> (default 60 s) and was killed.</exception>
    public static async Task<Command> TryAsync(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, TimeSpan? timeout = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(timeout ?? TimeSpan.FromSeconds(60));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Command(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException late)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"Took too long: {file} {string.Join(' ', start.ArgumentList)}", late);
        }
    }

    /// <summary>Runs a program that must succeed and returns its standard output without the newline at the end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static async Task<string> RunAsync(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, TimeSpan? timeout = null)
    {
        var result = await TryAsync(file, arguments, environment, timeout);
        return result.ExitCode == 0
            ? result.Output.TrimEnd()
            : throw new InvalidOperationException(
                $"{file} {string.Join(' ', arguments)}: exit code {result.ExitCode}\n{result.Error.Trim()}\n{result.Output.Trim()}");
    }
}
