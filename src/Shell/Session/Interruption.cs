using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;
using System.Threading;
using VsMigration.Shell.Host;

namespace VsMigration.Shell.Session;

/// <summary>Turns signals into requests: stop the running pipeline, leave the prompt, end the program. None of them kills.</summary>
/// <remarks>Ctrl-C stops what runs. SIGTERM and SIGHUP stop it too, and then the program ends. Whatever undoes itself is waited for.</remarks>
internal sealed class Interruption : IDisposable
{
    private readonly object _gate = new();
    private readonly ManualResetEvent _interrupted = new(initialState: false);
    private readonly List<PosixSignalRegistration> _registrations;
    private readonly Terminal _terminal;
    private Pipeline? _running;
    private bool _stopping;

    public Interruption(Terminal terminal)
    {
        _terminal = terminal;
        _registrations =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }
                .Select(signal => PosixSignalRegistration.Create(signal, Handle)),
        ];
    }

    /// <summary>Set from a signal on, until the next pipeline begins.</summary>
    public WaitHandle Interrupted => _interrupted;

    /// <summary>When the last signal came that stopped something; null when none did since the last pipeline began.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>How many signals came.</summary>
    public int Count { get; private set; }

    /// <summary>The exit code for the signal that came; null when none did.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Whether the program was told to end, and not only what runs in it.</summary>
    public bool EndsProgram { get; private set; }

    /// <summary>Set while everything that can be stopped has been told to stop: signals are answered, and stop nothing more.</summary>
    public bool Undoing { get; set; }

    /// <summary>Called on the signal's thread for a signal that finds no pipeline to stop.</summary>
    public Action? WhileIdle { get; set; }

    /// <summary>From now on a signal stops this pipeline.</summary>
    /// <returns>The pipeline that it replaces, when this one is nested.</returns>
    public Pipeline? Watch(Pipeline? pipeline)
    {
        lock (_gate)
        {
            var before = _running;
            _running = pipeline;
            _stopping = false;
            return before;
        }
    }

    /// <summary>Forgets a Ctrl-C that has done its work. An order to end the program stays.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            At = null;
            if (!EndsProgram)
            {
                ExitCode = null;
                _interrupted.Reset();
            }
        }
    }

    /// <summary>Waits a while, or until the next signal.</summary>
    public void Pause(TimeSpan time)
    {
        lock (_gate)
        {
            Monitor.Wait(_gate, time);
        }
    }

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _interrupted.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        Pipeline? running;
        bool again;
        lock (_gate)
        {
            At ??= DateTimeOffset.UtcNow;
            ExitCode = EndsProgram ? ExitCode : Shell.ExitCode.SignalBase + Number(context.Signal);
            EndsProgram |= context.Signal != PosixSignal.SIGINT;
            Count++;
            running = _running;
            again = _stopping || Undoing;
            _stopping = running is not null;
            _interrupted.Set();
            Monitor.PulseAll(_gate);
        }

        if (again)
        {
            _terminal.WriteErrorLine("vsm: it is being stopped and undone already; stopping at once could leave a virtual system on both hosts or on none.");
        }
        else if (running is not null)
        {
            running.StopAsync();
        }
        else
        {
            WhileIdle?.Invoke();
        }
    }

    private static int Number(PosixSignal signal) => signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        _ => 15,
    };
}
