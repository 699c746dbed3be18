using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Clock;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What a migration does at the source, apart from the transfer.</summary>
internal sealed class SourceActions
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    private readonly MigrationPlan _plan;
    private readonly HostDomain _here;
    private readonly HostDomain _there;
    private readonly IClock _clock;

    internal SourceActions(MigrationPlan plan, LibvirtHost source, LibvirtHost destination, IClock clock)
    {
        _plan = plan;
        _here = new HostDomain(source, plan.SystemId);
        _there = new HostDomain(destination, plan.SystemId);
        _clock = clock;
    }

    /// <summary>Whether something was begun by which the destination may run it; then nothing is started here without a look there.</summary>
    internal bool MayRunElsewhere { get; set; }

    internal async Task PauseAsync()
    {
        var view = await _here.LookAsync(CancellationToken.None);
        if (!view.IsInstance)
        {
            throw TransferErrors.NotHere(_plan, view);
        }

        if (view.State != DomainState.Paused)
        {
            await _here.DoAsync(VirDomainSuspend.Call);
        }
    }

    internal async Task LoadSavedStateAsync()
    {
        if (!(await _here.LookAsync(CancellationToken.None)).IsInstance)
        {
            await _here.DoAsync(VirDomainCreateWithFlags.CallPaused);
        }
    }

    internal async Task ShutDownAsync(CancellationToken cancellationToken)
    {
        if (!(await _here.LookAsync(cancellationToken)).IsInstance)
        {
            return;
        }

        await _here.DoAsync(VirDomainShutdown.Call);
        var begun = _clock.Elapsed;
        while ((await _here.LookAsync(cancellationToken)).IsInstance)
        {
            if (_plan.Order.TimeLimit is { } limit && _clock.Elapsed - begun >= limit)
            {
                if (!_plan.Order.TurnOff)
                {
                    throw TransferErrors.ShutdownPending(_plan);
                }

                await _here.DestroyAsync();
                return;
            }

            await _clock.DelayAsync(LookInterval, cancellationToken);
        }
    }

    /// <summary>Before the first pass over the memory there is nothing to switch yet; so it is asked for until it is granted.</summary>
    internal async Task SwitchToPostCopyAsync(Func<bool> hasEnded, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await _here.DoAsync(VirDomainMigrateStartPostCopy.Call);
                return;
            }
            catch (LibvirtException e) when (e.Code is VirErrorCode.OperationInvalid && !hasEnded())
            {
                await _clock.DelayAsync(LookInterval, cancellationToken);
            }
        }
    }

    /// <summary>Sets, before a transfer, how long the guest may stand still at its end; QEMU remembers it.</summary>
    internal Task SetMaxDowntimeAsync(ulong milliseconds) =>
        _here.DoAsync(domain => VirDomainMigrateSetMaxDowntime.Call(domain, milliseconds));

    /// <summary>A limit that was set for a transfer which did not come about would hold for the next one.</summary>
    internal async Task ForgetBandwidthAsync()
    {
        try
        {
            await _here.DoAsync(domain => VirDomainMigrateSetMaxSpeed.Call(domain, TransferRate.Mebibytes(null)));
        }
        catch (LibvirtException)
        {
            // The guest ended by itself, and its limits with it.
        }
    }

    /// <summary>Back into the state it had, unless the destination runs it.</summary>
    internal async Task RestoreAsync()
    {
        if (MayRunElsewhere && (await _there.LookAsync(CancellationToken.None)).IsInstance)
        {
            throw TransferErrors.RunsElsewhere(_plan);
        }

        await ReturnToStateAsync();
    }

    /// <summary>Back into the state it had. Only where it is known that the destination does not run it.</summary>
    internal async Task ReturnToStateAsync()
    {
        var view = await _here.LookAsync(CancellationToken.None);
        switch (_plan.State)
        {
            case VirtualSystemState.Active when view.State == DomainState.Paused:
                await _here.DoAsync(VirDomainResume.Call);
                break;
            case VirtualSystemState.Active when view.Exists && !view.IsInstance:
                await _here.DoAsync(VirDomainCreate.Call);
                break;
            case VirtualSystemState.Paused when view.IsRunning:
                await _here.DoAsync(VirDomainSuspend.Call);
                break;
            case VirtualSystemState.Suspended when view.IsInstance:
                await _here.DoAsync(VirDomainManagedSave.Call);
                break;
        }
    }

    internal async Task ReleaseAsync()
    {
        var view = await _here.LookAsync(CancellationToken.None);
        if (view.IsInstance)
        {
            throw TransferErrors.StillActive(_plan, _here.HostName);
        }

        if (view.Exists)
        {
            await _here.UndefineAsync();
        }
    }

    internal async Task VerifyReleasedAsync(CancellationToken cancellationToken)
    {
        var view = await _here.LookAsync(cancellationToken);
        if (view.Exists)
        {
            throw TransferErrors.SourceRemains(_plan, view);
        }
    }
}
