using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>
/// One transfer of memory under way. The call that migrates blocks its own connection until the end; figures, pausing and aborting go
/// over the shared one, because libvirtd serves a client five requests at a time and no sixth.
/// </summary>
internal sealed class TransferRun
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AbortInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan EndOfCall = TimeSpan.FromSeconds(5);

    private readonly MigrationPlan _plan;
    private readonly LibvirtHost _source;
    private readonly LibvirtHost _destination;
    private readonly IClock _clock;
    private readonly Settlement _settlement;
    private readonly Task<VirError?> _call;
    private readonly TaskCompletionSource _moving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MigrationProgress _last = MigrationProgress.None;

    internal TransferRun(MigrationPlan plan, LibvirtConnection own, LibvirtHost source, LibvirtHost destination, Settlement settlement, IClock clock)
    {
        _plan = plan;
        _source = source;
        _destination = destination;
        _clock = clock;
        _settlement = settlement;
        _call = BlockingCall.Run(() => Migrate(own));
    }

    /// <summary>Whether the call that migrates has come back, well or not.</summary>
    internal bool HasEnded => _call.IsCompleted;

    /// <summary>Reports until the end, and says what became of it.</summary>
    /// <exception cref="OperationCanceledException">It was aborted, and the virtual system stayed.</exception>
    /// <exception cref="MigrationException">It failed, and the virtual system stayed; or nobody can see where it is.</exception>
    internal async Task RunAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        var aborting = AbortWhenCancelledAsync(cancellationToken);
        await ReportUntilEndAsync(progress);
        var failure = await _call;
        await aborting;
        if (failure is { } error)
        {
            await ExplainAsync(error, progress, cancellationToken);
        }

        progress.Report(await FinalFiguresAsync());
    }

    /// <summary>Changes something of the transfer, once it moves; nothing if it has ended by then.</summary>
    /// <remarks>Before that, libvirt would overwrite it with what the transfer was begun with.</remarks>
    internal async Task ChangeAsync(Action<DomainHandle> change, CancellationToken cancellationToken)
    {
        await Task.WhenAny(_moving.Task, _call).WaitAsync(cancellationToken);
        try
        {
            if (!HasEnded)
            {
                await new HostDomain(_source, _plan.SystemId).DoAsync(change);
            }
        }
        catch (Exception e) when (e is LibvirtException or MigrationException)
        {
            // The guest leaves the source a moment before the call that migrates it returns: then nothing is left to change.
            await Task.WhenAny(_call, _clock.DelayAsync(EndOfCall, CancellationToken.None));
            if (!HasEnded)
            {
                throw;
            }
        }
    }

    private VirError? Migrate(LibvirtConnection own)
    {
        try
        {
            using var domain = VirDomainLookupByUUIDString.Call(own.Handle, _plan.SystemId);
            bool isRunning = VirDomainGetState.Call(domain).State is DomainState.Running or DomainState.Blocked;
            using var parameters = Parameters(domain);
            VirDomainMigrateToURI3.Call(domain, ConnectionUris.WithoutPrompts(_plan.Order.Destination.ConnectionUri!), parameters, _plan.TransferFlags(isRunning));
            return null;
        }
        catch (LibvirtException e)
        {
            return e.Error;
        }
    }

    // Read now and not at the check, so that nothing else of the definition is put back to what it was then.
    private TypedParameters Parameters(DomainHandle domain)
    {
        var change = _plan.Order.Change;
        return change.IsEmpty
            ? _plan.TransferParameters()
            : _plan.TransferParameters(
                DestinationXml.Arrive(VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.Migratable | DomainXmlFlags.Secure), change),
                _plan.Source.IsPersistent
                    ? DestinationXml.Arrive(VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.Inactive | DomainXmlFlags.Migratable | DomainXmlFlags.Secure), change)
                    : null);
    }

    // The call's error is one host's word. What counts is where the virtual system is now, and it may have arrived after all: the
    // connection may have broken while the source goes on by itself, or the last message of the hand-over was lost.
    private async Task ExplainAsync(VirError error, IProgress<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        var outcome = await _settlement.SettleAsync(async () =>
        {
            if (cancellationToken.IsCancellationRequested)
            {
                await AbortAsync();
            }

            progress.Report(_last = await ReadFiguresAsync() ?? _last);
        });
        switch (outcome)
        {
            case TransferOutcome.Arrived:
                return;
            case TransferOutcome.ArrivedWithRemnant:
                await _source.DoAsync(RemoveRemnant);
                return;
            case TransferOutcome.Stayed when cancellationToken.IsCancellationRequested:
                throw new OperationCanceledException(cancellationToken);
            default:
                throw LibvirtErrors.ToException(error, _plan.Context);
        }
    }

    private void RemoveRemnant(LibvirtConnection connection)
    {
        using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, _plan.SystemId);
        bool isPersistent = VirDomainIsPersistent.Call(domain);
        VirDomainDestroy.Call(domain);
        if (isPersistent)
        {
            HostDomain.Undefine(domain);
        }
    }

    // Reports at intervals, whether figures come or not, because the deadline is looked at then; and when a pass begins. A question can
    // hang at the end of a job, so no end waits for it.
    private async Task ReportUntilEndAsync(IProgress<MigrationProgress> progress)
    {
        var listening = PassEvents.ListenAsync(_source, _plan.SystemId);
        var asking = ReadFiguresAsync();
        while (!_call.IsCompleted)
        {
            var pause = _clock.DelayAsync(ReportInterval, CancellationToken.None);
            var pass = listening.IsCompletedSuccessfully ? (await listening).Next : pause;
            await Task.WhenAny(asking, _call, pause);
            if (_call.IsCompleted)
            {
                break;
            }

            if (asking.IsCompleted)
            {
                _last = await asking ?? _last;
            }

            if (_last.BytesTotal > 0)
            {
                _moving.TrySetResult();
            }

            progress.Report(_last);
            await Task.WhenAny(_call, pause, pass);
            asking = asking.IsCompleted ? ReadFiguresAsync() : asking;
        }

        _ = EndListeningAsync(listening);
    }

    private static async Task EndListeningAsync(Task<PassEvents> listening) => (await listening).End();

    private async Task<MigrationProgress?> ReadFiguresAsync()
    {
        try
        {
            return await _source.AskAsync(
                connection =>
                {
                    using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, _plan.SystemId);
                    var (type, figures) = VirDomainGetJobStats.Call(domain, JobStatsFlags.None);
                    return type is DomainJobType.Unbounded or DomainJobType.Bounded ? JobFigures.Running(figures) : null;
                },
                CancellationToken.None);
        }
        catch (Exception e) when (e is LibvirtException or MigrationException or ObjectDisposedException)
        {
            return null;    // it has not begun, has just ended, or cannot be asked now: the end of the call tells
        }
    }

    // Asked again and again: before the job exists there is nothing to abort, and an answer may get lost.
    private async Task AbortWhenCancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(() => cancelled.TrySetResult());
        await Task.WhenAny(_call, cancelled.Task);
        while (!_call.IsCompleted)
        {
            await AbortAsync();
            await Task.WhenAny(_call, _clock.DelayAsync(AbortInterval, CancellationToken.None));
        }
    }

    /// <summary>Asks the job to stop; harmless where there is none.</summary>
    internal async Task AbortAsync()
    {
        try
        {
            await _source.DoAsync(connection =>
            {
                using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, _plan.SystemId);
                VirDomainAbortJob.Call(domain);
            });
        }
        catch (Exception e) when (e is LibvirtException or MigrationException)
        {
            // "no job is active", "in post-copy mode", or no connection: the transfer itself ends one way or another.
        }
    }

    // The source has no virtual system left to ask; what the destination remembers of the job is read once, as reading clears it.
    private async Task<MigrationProgress> FinalFiguresAsync()
    {
        try
        {
            return await _destination.AskAsync(
                connection =>
                {
                    using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, _plan.SystemId);
                    return JobFigures.Completed(VirDomainGetJobStats.Call(domain, JobStatsFlags.Completed).Figures);
                },
                CancellationToken.None);
        }
        catch (Exception e) when (e is LibvirtException or MigrationException)
        {
            return MigrationProgress.None with { PercentComplete = 100 };   // figures are lost; the migration is not
        }
    }
}
