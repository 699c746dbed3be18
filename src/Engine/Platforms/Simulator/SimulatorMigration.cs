using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Simulator;

/// <summary>The actions of one migration in a simulated world.</summary>
internal sealed class SimulatorMigration : IMigrationActions
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private readonly object _gate = new();
    private readonly SimulatorWorld _world;
    private readonly SimulatorPair _pair;
    private readonly SimulatedSystem _original;
    private readonly MigrationOrder _order;
    private readonly SimulatorStorage _storage;
    private SimulatorTransfer? _transfer;
    private ulong? _bytesPerSecond;
    private TimeSpan? _maxDowntime;
    private TimeSpan? _pausedSince;
    private bool _defined;
    private bool _started;
    private bool _disposed;

    /// <summary>Makes ready; the world is as it was.</summary>
    public SimulatorMigration(
        SimulatorWorld world, string source, string destination, SimulatedSystem system, MigrationOrder order, IReadOnlyList<DiskFacts> disks)
    {
        _world = world;
        _pair = new SimulatorPair(source, destination, system, order.Change);
        _original = system;
        _order = order;
        _bytesPerSecond = order.BytesPerSecond;
        _storage = new SimulatorStorage(world, source, destination, system, disks.Select(disk => (disk, order.Change.PathOf(disk))).ToList());
    }

    /// <inheritdoc/>
    public Task PrepareStorageAsync(CancellationToken cancellationToken) =>
        ChangeAsync(SimulatorAction.PrepareStorage, _storage.Prepare, cancellationToken);

    /// <inheritdoc/>
    public Task DiscardStorageAsync() => ChangeAsync(SimulatorAction.DiscardStorage, _storage.Discard, CancellationToken.None);

    /// <inheritdoc/>
    public async Task CopyVolumesAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        await LookAsync(SimulatorAction.CopyVolumes, _storage.RequireTargets, cancellationToken);
        await _storage.CopyAsync(BytesPerSecond, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public Task PauseAsync(CancellationToken cancellationToken) => ChangeAsync(
        SimulatorAction.Pause,
        state =>
        {
            var here = state.System(_pair.Source, _original.Id);
            if (here?.State == VirtualSystemState.Paused)
            {
                return state;
            }

            Require(here?.State == VirtualSystemState.Active, $"The virtual system named {_original.Name} does not run at {_pair.Source}.");
            lock (_gate)
            {
                _pausedSince = _world.Clock.Elapsed;
            }

            return state.With(_pair.Source, here! with { State = VirtualSystemState.Paused });
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task LoadSavedStateAsync(CancellationToken cancellationToken) => ChangeAsync(
        SimulatorAction.LoadSavedState,
        state =>
        {
            var here = _pair.Here(state);
            return here.State == VirtualSystemState.Suspended
                ? state.With(_pair.Source, here with { State = VirtualSystemState.Paused })
                : state;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task ShutDownAsync(CancellationToken cancellationToken)
    {
        await ChangeAsync(SimulatorAction.ShutDown, Ask, cancellationToken);
        TimeSpan begun = _world.Clock.Elapsed;
        while (_pair.Here(_world.Read()).State != VirtualSystemState.Defined)
        {
            TimeSpan? left = _order.TimeLimit - (_world.Clock.Elapsed - begun);
            if (left <= TimeSpan.Zero)
            {
                Require(_order.TurnOff, () => new MigrationException(
                    MigrationErrorKind.Timeout,
                    StandardMessages.ShutdownStillPending.Error("Shut it down from inside, or allow it to be powered off with -TurnOff.", _original.Name)));
                _world.Update(state => state.With(_pair.Source, _pair.Here(state) with { State = VirtualSystemState.Defined, GoesDownAt = null }));
                return;
            }

            await _world.Clock.DelayAsync(left < PollInterval ? left.Value : PollInterval, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task RestoreSourceAsync() => ChangeAsync(SimulatorAction.RestoreSource, _pair.Restore, CancellationToken.None);

    /// <inheritdoc/>
    public async Task TransferAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        await ChangeAsync(SimulatorAction.Transfer, _pair.Reserve, cancellationToken);
        var transfer = new SimulatorTransfer(_world, _pair.Source, _pair.Destination, _original, _storage.Bytes, _order, BytesPerSecond, PausedSince);
        lock (_gate)
        {
            _transfer = transfer;
            if (_maxDowntime is { } maxDowntime)
            {
                transfer.SetMaxDowntime(maxDowntime);
            }
        }

        await transfer.RunAsync(progress, cancellationToken);
    }

    /// <inheritdoc/>
    public Task AbandonTransferAsync() => ChangeAsync(
        SimulatorAction.AbandonTransfer, state => _pair.Restore(_pair.Abandon(state)), CancellationToken.None);

    /// <inheritdoc/>
    public Task SetBandwidthAsync(ulong? bytesPerSecond, CancellationToken cancellationToken) => LookAsync(
        SimulatorAction.SetBandwidth,
        _ =>
        {
            lock (_gate)
            {
                _bytesPerSecond = bytesPerSecond;
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task SetMaxDowntimeAsync(TimeSpan maxDowntime, CancellationToken cancellationToken) => LookAsync(
        SimulatorAction.SetMaxDowntime,
        _ =>
        {
            lock (_gate)
            {
                _maxDowntime = maxDowntime;
                _transfer?.SetMaxDowntime(maxDowntime);
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task SwitchToPostCopyAsync(CancellationToken cancellationToken) => LookAsync(
        SimulatorAction.SwitchToPostCopy,
        state =>
        {
            foreach (string name in new[] { _pair.Source, _pair.Destination })
            {
                Require(state.Host(name)!.CanPostCopy, $"The host {name} cannot switch to post-copy.");
            }

            SimulatorTransfer? transfer;
            lock (_gate)
            {
                transfer = _transfer;
            }

            Require(transfer is not null, $"No transfer of the virtual system named {_original.Name} is under way.");
            transfer!.SwitchToPostCopy();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task DefineAtDestinationAsync(CancellationToken cancellationToken) => ChangeAsync(
        SimulatorAction.DefineAtDestination,
        state =>
        {
            _pair.RequireNoClash(state);
            _defined = true;
            return state.With(_pair.Destination, _pair.Changed(state) with { State = VirtualSystemState.Defined, GoesDownAt = null, Autostart = false });
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task UndefineAtDestinationAsync() => ChangeAsync(
        SimulatorAction.UndefineAtDestination,
        state =>
        {
            if (!_defined || _pair.There(state) is not { } there)
            {
                return state;
            }

            Require(!there.IsInstantiated, $"The virtual system named {there.Name} runs at {_pair.Destination}.");
            _defined = false;
            return state.Without(_pair.Destination, there.Id);
        },
        CancellationToken.None);

    /// <inheritdoc/>
    public Task StartAtDestinationAsync(CancellationToken cancellationToken) => ChangeAsync(
        SimulatorAction.StartAtDestination,
        state =>
        {
            _pair.RequireSourceAtRest(state);
            var there = _pair.RequireThere(state);
            if (there.State == VirtualSystemState.Active)
            {
                return state;
            }

            _pair.RequireMemory(state);
            _started = true;
            return state.With(_pair.Destination, there with { State = VirtualSystemState.Active });
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task StopAtDestinationAsync() => ChangeAsync(
        SimulatorAction.StopAtDestination,
        state =>
        {
            if (!_started || _pair.There(state) is not { } there)
            {
                return state;
            }

            _started = false;
            return state.With(_pair.Destination, there with { State = VirtualSystemState.Defined, GoesDownAt = null });
        },
        CancellationToken.None);

    /// <inheritdoc/>
    public Task ResumeAtDestinationAsync(CancellationToken cancellationToken) => ChangeAsync(
        SimulatorAction.ResumeAtDestination,
        state =>
        {
            _pair.RequireSourceAtRest(state);
            var there = _pair.RequireThere(state);
            Require(there.IsInstantiated, $"The virtual system named {there.Name} has no instance at {_pair.Destination}.");
            return there.State == VirtualSystemState.Active ? state : state.With(_pair.Destination, there with { State = VirtualSystemState.Active });
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task SuspendAtDestinationAsync(CancellationToken cancellationToken) => ChangeAsync(
        SimulatorAction.SuspendAtDestination,
        state => state.With(_pair.Destination, _pair.RequireThere(state) with { State = VirtualSystemState.Suspended }),
        cancellationToken);

    /// <inheritdoc/>
    public Task CarryOverAsync(CancellationToken cancellationToken) => ChangeAsync(
        SimulatorAction.CarryOver,
        state => state.With(_pair.Destination, _pair.RequireThere(state) with { Autostart = _original.Autostart }),
        cancellationToken);

    /// <inheritdoc/>
    public Task VerifyDestinationAsync(CancellationToken cancellationToken) => LookAsync(
        SimulatorAction.VerifyDestination,
        state =>
        {
            var there = _pair.RequireThere(state);
            Require(there.State == _original.State, () => new MigrationException(
                MigrationErrorKind.MigrationFailed,
                StandardMessages.TargetSystemActivityFailed.Error(
                    $"Look at it on {_pair.Destination}.", _original.Name, $"is {there.State} at {_pair.Destination} and not {_original.State}")));
            ArrivalCheck.Require(
                SimulatorFacts.Describe(_original, _pair.Source),
                _order.Change,
                SimulatorFacts.Describe(there, _pair.Destination),
                SimulatorFacts.Define(there, _pair.Destination));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseSourceAsync(CancellationToken cancellationToken) => ChangeAsync(
        SimulatorAction.ReleaseSource,
        state =>
        {
            _pair.RequireSourceAtRest(state);
            _pair.RequireThere(state);
            return state.Without(_pair.Source, _original.Id);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task VerifySourceReleasedAsync(CancellationToken cancellationToken) => LookAsync(
        SimulatorAction.VerifySourceReleased,
        state => Require(state.System(_pair.Source, _original.Id) is null, () => new MigrationException(
            MigrationErrorKind.MigrationFailed,
            StandardMessages.SourceRemains.Error($"Remove its definition on {_pair.Source}; disks can stay.", _original.Name, _pair.Source, "its definition"))),
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _world.EndMigration(_original.Id);
        }
    }

    private static void Require(bool condition, string otherwise) =>
        Require(condition, () => SimulatorErrors.InvalidState(otherwise, "Look at both hosts with Get-VSMigrationSystem."));

    private static void Require(bool condition, Func<MigrationException> otherwise)
    {
        if (!condition)
        {
            throw otherwise();
        }
    }

    private ulong? BytesPerSecond()
    {
        lock (_gate)
        {
            return _bytesPerSecond;
        }
    }

    private TimeSpan? PausedSince()
    {
        lock (_gate)
        {
            return _pausedSince;
        }
    }

    // A guest that stands still hears nothing, and neither does one that does not listen.
    private SimulatorState Ask(SimulatorState state)
    {
        var here = _pair.Here(state);
        return here is { State: VirtualSystemState.Active, ShutdownTime: { } time, GoesDownAt: null }
            ? state.With(_pair.Source, here with { GoesDownAt = _world.Clock.UtcNow + time })
            : state;
    }

    private Task LookAsync(SimulatorAction action, Action<SimulatorState> look, CancellationToken cancellationToken) => BeginAsync(
        action,
        () =>
        {
            var state = _world.Read();
            _pair.RequireOnline(state);
            look(state);
        },
        cancellationToken);

    private Task ChangeAsync(SimulatorAction action, Func<SimulatorState, SimulatorState> change, CancellationToken cancellationToken) => BeginAsync(
        action,
        () => _world.Update(state =>
        {
            _pair.RequireOnline(state);
            return change(state);
        }),
        cancellationToken);

    private async Task BeginAsync(SimulatorAction action, Action act, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        if (_world.TakeFault(action, _original, percent: 0) is { } fault)
        {
            throw SimulatorErrors.Scripted(fault, _original.Name, _pair.Destination);
        }

        act();
    }
}
