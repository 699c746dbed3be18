using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Simulator;

/// <summary>One transfer of an instance while it is under way: the model, driven by the world's clock.</summary>
internal sealed class SimulatorTransfer
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly object _gate = new();
    private readonly SimulatorWorld _world;
    private readonly string _source;
    private readonly string _destination;
    private readonly SimulatedSystem _system;
    private readonly Func<ulong?> _bytesPerSecond;
    private readonly Func<TimeSpan?> _pausedSince;
    private readonly TimeSpan _begun;
    private PreCopyModel _model;
    private bool _moved;
    private bool _ended;

    /// <summary>Makes ready; nothing moves before <see cref="RunAsync"/>.</summary>
    /// <param name="world">The world.</param>
    /// <param name="source">The source host's name.</param>
    /// <param name="destination">The destination host's name.</param>
    /// <param name="system">The virtual system.</param>
    /// <param name="diskBytes">Bytes of disks that travel before the memory.</param>
    /// <param name="order">What was asked for, such as whether to slow the guest down.</param>
    /// <param name="bytesPerSecond">The bandwidth asked for, as it is at the time; null = as much as there is.</param>
    /// <param name="pausedSince">Since when, by the world's clock, this migration has the guest paused; null if it has not.</param>
    public SimulatorTransfer(
        SimulatorWorld world,
        string source,
        string destination,
        SimulatedSystem system,
        ulong diskBytes,
        MigrationOrder order,
        Func<ulong?> bytesPerSecond,
        Func<TimeSpan?> pausedSince)
    {
        _world = world;
        _source = source;
        _destination = destination;
        _system = system;
        _bytesPerSecond = bytesPerSecond;
        _pausedSince = pausedSince;
        _begun = world.Clock.Elapsed;
        _model = new PreCopyModel(
            new PreCopyGuest
            {
                Memory = system.Memory,
                Disks = diskBytes,
                DirtyBytesPerSecond = system.DirtyBytesPerSecond,
                WritableWorkingSet = system.WritableWorkingSet,
            },
            new PreCopySettings { AutoConverge = order.AutoConverge });
    }

    /// <summary>Runs it to its end. Cancelled before the guest has run at the destination, it ends; after that it cannot be cancelled any more.</summary>
    public async Task RunAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        _world.CountTransfer(_source, _destination, +1);
        try
        {
            TimeSpan last = _begun;
            while (true)
            {
                double bandwidth = Bandwidth();
                await WaitAsync(_model.SecondsToNextPhase(bandwidth), cancellationToken);
                TimeSpan now = _world.Clock.Elapsed;
                MigrationProgress report = Advance((now - last).TotalSeconds, bandwidth);
                last = now;
                progress.Report(report);
                if (report.PercentComplete == 100)
                {
                    return;
                }
            }
        }
        finally
        {
            lock (_gate)
            {
                _ended = true;
            }

            _world.CountTransfer(_source, _destination, -1);
        }
    }

    /// <summary>Lets the guest run on at the destination.</summary>
    /// <exception cref="Profile.Methods.MigrationException">InvalidState: the transfer is over.</exception>
    public void SwitchToPostCopy()
    {
        lock (_gate)
        {
            if (_ended)
            {
                throw SimulatorErrors.InvalidState(
                    $"The transfer of the virtual system named {_system.Name} is over.", "Look at the job: it has ended or is being undone.");
            }

            _model = _model.SwitchToPostCopy();
            MoveOnceDue();
        }
    }

    /// <summary>Sets how long the guest may stand still at the end.</summary>
    public void SetMaxDowntime(TimeSpan maxDowntime)
    {
        lock (_gate)
        {
            _model = _model.WithMaxDowntime(maxDowntime);
        }
    }

    private double Bandwidth() => Math.Min(_bytesPerSecond() ?? double.MaxValue, _world.Bandwidth(_source, _destination));

    private async Task WaitAsync(double secondsToNextPhase, CancellationToken cancellationToken)
    {
        TimeSpan wait = secondsToNextPhase < ReportInterval.TotalSeconds ? TimeSpan.FromSeconds(secondsToNextPhase) : ReportInterval;
        wait = wait < ShortestWait ? ShortestWait : wait;
        try
        {
            await _world.Clock.DelayAsync(wait, HasMoved() ? CancellationToken.None : cancellationToken);
        }
        catch (OperationCanceledException) when (HasMoved())
        {
            // The guest was switched over during the wait: from here on the only way is forward.
        }
    }

    private bool HasMoved()
    {
        lock (_gate)
        {
            return _moved;
        }
    }

    private MigrationProgress Advance(double seconds, double bandwidth)
    {
        lock (_gate)
        {
            SimulatorState state = _world.Read();
            Watch(state);
            bool runs = state.System(_source, _system.Id)?.State == VirtualSystemState.Active;
            PreCopyModel next = _model.Advance(seconds, bandwidth, runs);
            MigrationProgress report = next.ToProgress(bandwidth, runs);
            if (_world.TakeFault(SimulatorAction.Transfer, _system, report.PercentComplete) is { } fault)
            {
                Fail();
                throw SimulatorErrors.Scripted(fault, _system.Name, _destination);
            }

            _model = next;
            MoveOnceDue();
            return _model.Phase == PreCopyPhase.Completed ? Final(report) : report;
        }
    }

    // What ends a transfer from outside: a host or the link fails, or the guest ends by itself.
    private void Watch(SimulatorState state)
    {
        string? offline = new[] { _source, _destination }.FirstOrDefault(name => state.Host(name) is not { IsOnline: true });
        if (offline is not null)
        {
            Fail();
            throw SimulatorErrors.HostOffline(offline);
        }

        if (state.Link(_source, _destination) is not { IsUp: true })
        {
            Fail();
            throw SimulatorErrors.LinkDown(_source, _destination);
        }

        if (!_moved && state.System(_source, _system.Id) is not { IsInstantiated: true })
        {
            throw SimulatorErrors.Prevented(_system.Name, "shut down by itself during the transfer: there is no instance");
        }
    }

    // Half of the memory on each side and the guest at the destination: it stands still there, and nobody can bring it back.
    private void Fail()
    {
        if (_moved)
        {
            _world.Update(state => state.System(_destination, _system.Id) is { } there
                ? state.With(_destination, there with { State = VirtualSystemState.Paused })
                : state);
        }
    }

    private void MoveOnceDue()
    {
        if (_moved || _model.Phase < PreCopyPhase.PostCopy)
        {
            return;
        }

        _world.Update(state =>
        {
            var here = state.System(_source, _system.Id)!;
            var there = state.System(_destination, _system.Id) ?? here;
            return state.Without(_source, _system.Id)
                .With(_destination, there with { State = here.State, GoesDownAt = here.GoesDownAt, IsIncoming = false, Autostart = false });
        });
        _moved = true;
    }

    private MigrationProgress Final(MigrationProgress report)
    {
        TimeSpan now = _world.Clock.Elapsed;
        double seconds = (now - _begun).TotalSeconds;
        return report with
        {
            PercentComplete = 100,
            BytesRemaining = 0,
            BytesPerSecond = seconds > 0 ? (ulong)(report.BytesTransferred / seconds) : report.BytesPerSecond,
            Downtime = _pausedSince() is { } since ? now - since : report.Downtime,
        };
    }
}
