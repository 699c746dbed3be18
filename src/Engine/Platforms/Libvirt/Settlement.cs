using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Implementation;
using VsMigration.Profile.Methods;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What became of a transfer, by looking at both hosts.</summary>
internal enum TransferOutcome
{
    /// <summary>The source has it, the destination has no instance.</summary>
    Stayed,

    /// <summary>The destination has it, the source has not.</summary>
    Arrived,

    /// <summary>It runs at the destination; a paused remnant stands at the source.</summary>
    ArrivedWithRemnant,

    /// <summary>Neither host has an instance.</summary>
    Lost,

    /// <summary>Its memory lies on both hosts: post-copy broke off.</summary>
    Torn,
}

/// <summary>Waits until both hosts of a transfer have come to rest, and looks at them.</summary>
internal sealed class Settlement
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly MigrationPlan _plan;
    private readonly LibvirtHost _source;
    private readonly LibvirtHost _destination;
    private readonly IClock _clock;
    private TimeSpan _patience = TimeSpan.FromSeconds(60);

    internal Settlement(MigrationPlan plan, LibvirtHost source, LibvirtHost destination, IClock clock)
    {
        _plan = plan;
        _source = source;
        _destination = destination;
        _clock = clock;
    }

    /// <summary>Waits, and judges.</summary>
    /// <param name="whileMoving">Called again and again as long as a job goes on at the source.</param>
    /// <exception cref="MigrationException">A host did not answer, or did not come to rest, for a minute.</exception>
    internal async Task<TransferOutcome> SettleAsync(Func<Task>? whileMoving = null)
    {
        var begun = _clock.Elapsed;
        while (true)
        {
            var here = await LookAsync(_source);
            var there = await LookAsync(_destination);
            if (Judge(here.View, there.View, _plan.State) is { } outcome)
            {
                return outcome;
            }

            // A job that goes on at the source has its own limits; it is not counted here.
            if (here.View is { IsBusy: true })
            {
                begun = _clock.Elapsed;
                await (whileMoving?.Invoke() ?? Task.CompletedTask);
            }

            if (_clock.Elapsed - begun > _patience)
            {
                _patience = TimeSpan.FromSeconds(5);    // whoever looks once more after that has waited long enough
                throw Unsettled(here.Failure ?? there.Failure);
            }

            await _clock.DelayAsync(Pause, CancellationToken.None);
        }
    }

    /// <summary>What two views mean together; null while something still moves, or cannot be told. Pure.</summary>
    /// <param name="here">The source; null where it does not answer.</param>
    /// <param name="there">The destination; null where it does not answer.</param>
    /// <param name="before">The state that the virtual system had at the source.</param>
    internal static TransferOutcome? Judge(HostView? here, HostView? there, VirtualSystemState before)
    {
        if (here is { IsTorn: true } || there is { IsTorn: true })
        {
            return TransferOutcome.Torn;
        }

        if (here is null or { IsBusy: true } || there is { IsBusy: true })
        {
            return null;
        }

        if (there is null)
        {
            // libvirt lets it run on at the source only when it has given the transfer up.
            return here.IsRunning ? TransferOutcome.Stayed : null;
        }

        return (here.IsInstance, there.IsInstance) switch
        {
            (true, false) => TransferOutcome.Stayed,
            (false, true) => TransferOutcome.Arrived,
            (false, false) => TransferOutcome.Lost,

            // Once it runs there, what stands paused here is older. While it runs here, what stands paused there never ran.
            (true, true) => there.IsRunning && !here.IsRunning && before == VirtualSystemState.Active
                ? TransferOutcome.ArrivedWithRemnant
                : TransferOutcome.Stayed,
        };
    }

    private async Task<(HostView? View, Exception? Failure)> LookAsync(LibvirtHost host)
    {
        try
        {
            return (await host.AskAsync(connection => HostView.Look(connection, _plan.SystemId), CancellationToken.None), null);
        }
        catch (Exception e) when (e is MigrationException or LibvirtException)
        {
            return (null, e);
        }
    }

    private MigrationException Unsettled(Exception? cause) => new(
        MigrationErrorKind.HostUnreachable,
        StandardMessages.ComponentError.Error(
            $"Look at both hosts (virsh list --all, virsh domjobinfo {_plan.Source.System.Name}) before anything is started again: it could not be seen "
            + $"where the virtual system is, because {(cause is null ? "it is still moving" : cause.Message)}",
            _plan.Context.System, _plan.Context.DestinationHost, "connection", "error"),
        cause);
}
