using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>The actions of one migration between two libvirt hosts: which part does what.</summary>
internal sealed class LibvirtMigration : IMigrationActions
{
    private readonly MigrationPlan _plan;
    private readonly LibvirtHost _source;
    private readonly LibvirtHost _destination;
    private readonly IClock _clock;
    private readonly Settlement _settlement;
    private readonly StorageTargets _targets;
    private readonly SourceActions _here;
    private readonly DestinationActions _there;
    private LibvirtConnection _own;
    private volatile TransferRun? _transfer;
    private ulong? _bytesPerSecond;
    private bool _rateWasSet;
    private int _disposed;

    private LibvirtMigration(MigrationPlan plan, LibvirtHost source, LibvirtHost destination, LibvirtConnection own, IClock clock)
    {
        _plan = plan;
        _source = source.Hold();
        _destination = destination.Hold();
        _own = own;
        _clock = clock;
        _bytesPerSecond = plan.Order.BytesPerSecond;
        _settlement = new Settlement(plan, source, destination, clock);
        _targets = new StorageTargets(plan, source, destination);
        _here = new SourceActions(plan, source, destination, clock);
        _there = new DestinationActions(plan, source, destination);
    }

    /// <summary>Opens the connection that the migration itself will block.</summary>
    internal static async Task<IMigrationActions> OpenAsync(
        MigrationPlan plan, LibvirtHost source, LibvirtHost destination, IClock clock, CancellationToken cancellationToken) =>
        new LibvirtMigration(plan, source, destination, await LibvirtConnection.OpenAsync(source.Uri, cancellationToken), clock);

    public Task PrepareStorageAsync(CancellationToken cancellationToken) => GuardAsync(() => _targets.PrepareAsync(cancellationToken), cancellationToken);

    public Task DiscardStorageAsync() => GuardAsync(_targets.DiscardAsync);

    public Task CopyVolumesAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken) =>
        GuardAsync(() => _targets.CopyAsync(progress, _clock, cancellationToken), cancellationToken);

    public Task PauseAsync(CancellationToken cancellationToken) => GuardAsync(_here.PauseAsync, cancellationToken);

    public Task LoadSavedStateAsync(CancellationToken cancellationToken) => GuardAsync(_here.LoadSavedStateAsync, cancellationToken);

    public Task ShutDownAsync(CancellationToken cancellationToken) => GuardAsync(() => _here.ShutDownAsync(cancellationToken), cancellationToken);

    public Task RestoreSourceAsync() => GuardAsync(_here.RestoreAsync);

    public Task TransferAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken) => GuardAsync(
        async () =>
        {
            if (!_own.IsAlive)
            {
                _own.Dispose();
                _own = await LibvirtConnection.OpenAsync(_source.Uri, cancellationToken);
            }

            _here.MayRunElsewhere = true;
            var transfer = _transfer = new TransferRun(
                _plan with { Order = _plan.Order with { BytesPerSecond = _bytesPerSecond } }, _own, _source, _destination, _settlement, _clock);
            await transfer.RunAsync(progress, cancellationToken);
        },
        cancellationToken);

    public Task AbandonTransferAsync() => GuardAsync(async () =>
    {
        if (_transfer is not { } transfer)
        {
            return;
        }

        var outcome = await _settlement.SettleAsync(transfer.AbortAsync);
        if (outcome != TransferOutcome.Stayed)
        {
            throw TransferErrors.CannotAbandon(outcome, _plan);
        }

        // It runs on first; what is left at a destination that may not even answer comes after.
        await _here.ReturnToStateAsync();
        await _there.RemoveRemainsAsync();
        _here.MayRunElsewhere = false;
        if (_rateWasSet)
        {
            await _here.ForgetBandwidthAsync();
        }
    });

    public Task SetBandwidthAsync(ulong? bytesPerSecond, CancellationToken cancellationToken) => GuardAsync(
        async () =>
        {
            _bytesPerSecond = bytesPerSecond;
            if (_transfer is { HasEnded: false } transfer)
            {
                _rateWasSet = true;
                await transfer.ChangeAsync(
                    domain => VirDomainMigrateSetMaxSpeed.Call(domain, TransferRate.Mebibytes(bytesPerSecond)), cancellationToken);
            }
        },
        cancellationToken);

    public Task SetMaxDowntimeAsync(TimeSpan maxDowntime, CancellationToken cancellationToken) => GuardAsync(
        async () =>
        {
            ulong milliseconds = (ulong)Math.Max(1, maxDowntime.TotalMilliseconds);
            if (_transfer is { HasEnded: false } transfer)
            {
                await transfer.ChangeAsync(domain => VirDomainMigrateSetMaxDowntime.Call(domain, milliseconds), cancellationToken);
            }
            else if (_transfer is null && _plan.State is VirtualSystemState.Active or VirtualSystemState.Paused)
            {
                await _here.SetMaxDowntimeAsync(milliseconds);
            }
        },
        cancellationToken);

    public Task SwitchToPostCopyAsync(CancellationToken cancellationToken) => GuardAsync(
        async () =>
        {
            if (_transfer is { HasEnded: false } transfer && _plan.Order.AllowsPostCopy)
            {
                await _here.SwitchToPostCopyAsync(() => transfer.HasEnded, cancellationToken);
                return;
            }

            throw TransferErrors.NothingToSwitch(_plan);
        },
        cancellationToken);

    public Task DefineAtDestinationAsync(CancellationToken cancellationToken) => GuardAsync(_there.DefineAsync, cancellationToken);

    public Task UndefineAtDestinationAsync() => GuardAsync(_there.UndefineAsync);

    public Task StartAtDestinationAsync(CancellationToken cancellationToken) => GuardAsync(
        async () =>
        {
            _here.MayRunElsewhere = true;
            await _there.StartAsync();
        },
        cancellationToken);

    public Task StopAtDestinationAsync() => GuardAsync(_there.StopAsync);

    public Task ResumeAtDestinationAsync(CancellationToken cancellationToken) => GuardAsync(_there.ResumeAsync, cancellationToken);

    public Task SuspendAtDestinationAsync(CancellationToken cancellationToken) => GuardAsync(_there.SuspendAsync, cancellationToken);

    public Task CarryOverAsync(CancellationToken cancellationToken) => GuardAsync(_there.CarryOverAsync, cancellationToken);

    public Task VerifyDestinationAsync(CancellationToken cancellationToken) =>
        GuardAsync(() => _there.VerifyAsync(cancellationToken), cancellationToken);

    public Task ReleaseSourceAsync(CancellationToken cancellationToken) => GuardAsync(_here.ReleaseAsync, cancellationToken);

    public Task VerifySourceReleasedAsync(CancellationToken cancellationToken) =>
        GuardAsync(() => _here.VerifyReleasedAsync(cancellationToken), cancellationToken);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            LibvirtConnection.CloseBehind(Task.FromResult(_own));
            _source.Release();
            _destination.Release();
        }
    }

    private Task GuardAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return GuardAsync(work);
    }

    private Task GuardAsync(Func<Task> work) => LibvirtErrors.GuardAsync(_plan.Context, work);
}
