using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms;
using VsMigration.Profile.Elements;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Service;

/// <summary>
/// A transfer with its time limit. The clock is looked at whenever the platform reports, about four times a second; so a simulated hour
/// has its deadline as a real one has.
/// </summary>
internal sealed class TransferDeadline
{
    private readonly MigrationContext _context;
    private readonly IMigrationActions _actions;
    private readonly IClock _clock;

    public TransferDeadline(MigrationContext context, IMigrationActions actions, IClock clock)
    {
        _context = context;
        _actions = actions;
        _clock = clock;
    }

    /// <summary>Transfers within the limit.</summary>
    /// <exception cref="MigrationException">Timeout: the limit was used up and the order says Abort.</exception>
    public async Task TransferAsync(IProgress<MigrationProgress> progress, CancellationToken cancellationToken)
    {
        var order = _context.Order;
        if (order.TimeLimit is not { } limit)
        {
            await _actions.TransferAsync(progress, cancellationToken);
            return;
        }

        using var abort = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = new Watch(progress, _clock, limit, () => ActAsync(order.OnTimeout, abort, cancellationToken));
        try
        {
            await _actions.TransferAsync(watch, abort.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested && abort.IsCancellationRequested)
        {
            throw TimedOut(limit, e);
        }
        finally
        {
            await watch.Action;
        }
    }

    /// <returns>Whether it was done.</returns>
    private async Task<bool> ActAsync(TimeoutAction action, CancellationTokenSource abort, CancellationToken cancellationToken)
    {
        try
        {
            switch (action)
            {
                case TimeoutAction.Suspend:
                    await _actions.PauseAsync(cancellationToken);
                    break;
                case TimeoutAction.PostCopy:
                    await _actions.SwitchToPostCopyAsync(cancellationToken);
                    break;
                default:
                    await Task.Run(abort.Cancel, CancellationToken.None);
                    break;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The transfer itself is being cancelled, and says so.
        }
        catch (MigrationException)
        {
            // Either the transfer has ended meanwhile, and there is nothing left to pause or to switch; or the platform would not do it
            // now, and is asked again at the next report, because no other action may take its place.
            return false;
        }

        return true;
    }

    private MigrationException TimedOut(TimeSpan limit, Exception cause) => new(
        MigrationErrorKind.Timeout,
        StandardMessages.MigrationTimedOut.Error(
            $"The limit was {limit.TotalSeconds:0} seconds. Give more time (-TimeoutSec), a faster network, or say -OnTimeout Suspend or PostCopy.",
            _context.SystemName, _context.DestinationName),
        cause);

    /// <summary>Passes reports on, and acts when the limit is used up, once if that works.</summary>
    private sealed class Watch : IProgress<MigrationProgress>
    {
        private readonly IProgress<MigrationProgress> _inner;
        private readonly IClock _clock;
        private readonly TimeSpan _due;
        private readonly Func<Task<bool>> _act;
        private int _acting;

        public Watch(IProgress<MigrationProgress> inner, IClock clock, TimeSpan limit, Func<Task<bool>> act)
        {
            _inner = inner;
            _clock = clock;
            _due = clock.Elapsed + limit;
            _act = act;
        }

        public Task Action { get; private set; } = Task.CompletedTask;

        public void Report(MigrationProgress value)
        {
            _inner.Report(value);
            if (_clock.Elapsed >= _due && Interlocked.Exchange(ref _acting, 1) == 0)
            {
                Action = Task.Run(ActAsync);
            }
        }

        private async Task ActAsync()
        {
            if (!await _act())
            {
                Interlocked.Exchange(ref _acting, 0);
            }
        }
    }
}
