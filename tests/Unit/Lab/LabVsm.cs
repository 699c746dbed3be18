using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace VsMigration.Tests;

/// <summary>
/// vsm at work in the lab: a process of its own with a configuration of its own, that knows lab-a and lab-b as hosts and as sessions.
/// </summary>
internal sealed class LabVsm : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(150);

    private readonly TemporaryFolder _home = new();
    private readonly Lab _lab;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private Process? _process;

    public LabVsm(Lab lab) => _lab = lab;

    public string Output => Text(_output);

    public string Error => Text(_error);

    /// <summary>The folder that VSMIGRATION_HOME names.</summary>
    public string Home => _home.Path;

    /// <summary>Runs a script to its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> RunAsync(string script)
    {
        Start(script);
        return await EndAsync();
    }

    /// <summary>Runs a script that must end well.</summary>
    /// <returns>What it wrote, without the newline at the end.</returns>
    public async Task<string> SucceedAsync(string script)
    {
        int code = await RunAsync(script);
        return code == 0 ? Output.TrimEnd() : throw new InvalidOperationException($"vsm ended with {code}.\n{Output}\n{Error}");
    }

    /// <summary>Starts a script; $a and $b are sessions of the lab's hosts.</summary>
    public void Start(string script)
    {
        _output.Clear();
        _error.Clear();
        string preamble = string.Join('\n',
            "$ErrorActionPreference = 'Continue'",
            "$WarningPreference = 'SilentlyContinue'",
            Host(_lab.A),
            Host(_lab.B),
            $"$a = New-VSMigrationSession '{_lab.A.Uri}' -Name a",
            $"$b = New-VSMigrationSession '{_lab.B.Uri}' -Name b");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "vsm.dll"), "-NonInteractive", "-c", preamble + "\n" + script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["VSMIGRATION_HOME"] = Home;
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Ctrl-C.</summary>
    public Task InterruptAsync() => Command.RunAsync("kill", ["-INT", _process!.Id.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>kill -9.</summary>
    public void Kill() => _process!.Kill();

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var bound = new CancellationTokenSource(s_patience);
        try
        {
            await _process!.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"vsm did not end.\n{Output}\n{Error}", e);
        }

        return _process.ExitCode;
    }

    /// <summary>Waits until a text stands in its output.</summary>
    public Task SaysAsync(string text) => Eventually.HoldsAsync(
        $"vsm says '{text}'", () => Output.Contains(text, StringComparison.Ordinal) || (_process!.HasExited ? throw new InvalidOperationException(Output + Error) : false));

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _home.Dispose();
    }

    private static string Host(LabHost host) =>
        $"Add-VSMigrationHost -Name {host.HostName} -ConnectionUri '{host.Uri}' -MigrationUri tcp://127.0.0.1";

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
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
