using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms.Libvirt.Native;
using VsMigration.Profile.Implementation;

namespace VsMigration.Platforms.Libvirt;

/// <summary>What a migration does at the destination, apart from disks.</summary>
internal sealed class DestinationActions
{
    private readonly MigrationPlan _plan;
    private readonly LibvirtHost _destination;
    private readonly LibvirtHost _source;
    private readonly HostDomain _here;
    private readonly HostDomain _there;
    private bool _defined;
    private bool _started;
    private string? _replacedDefinition;

    internal DestinationActions(MigrationPlan plan, LibvirtHost source, LibvirtHost destination)
    {
        _plan = plan;
        _source = source;
        _destination = destination;
        _here = new HostDomain(source, plan.SystemId);
        _there = new HostDomain(destination, plan.SystemId);
    }

    /// <summary>
    /// Defines it by an offline migration, which takes no change (libvirt holds it to what a running guest could bear), or else with the
    /// changed definition. libvirt takes a running guest's without a word; so its state is looked at.
    /// </summary>
    internal async Task DefineAsync()
    {
        if ((await _here.LookAsync(CancellationToken.None)).IsInstance)
        {
            throw TransferErrors.StillActive(_plan, _here.HostName);
        }

        if (_plan.Destination.SameId is not null)
        {
            _replacedDefinition = await _there.AskAsync(
                domain => VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.Inactive | DomainXmlFlags.Secure), CancellationToken.None);
        }

        _defined = true;
        if (_plan.Order.Change.IsEmpty)
        {
            await MigrateOfflineAsync();
            return;
        }

        string source = await _here.AskAsync(
            domain => VirDomainGetXMLDesc.Call(domain, DomainXmlFlags.Inactive | DomainXmlFlags.Migratable | DomainXmlFlags.Secure), CancellationToken.None);
        string changed = DestinationXml.Define(source, _plan.Order.Change, _plan.Destination.NewDisks);
        await _destination.DoAsync(connection => VirDomainDefineXML.Call(connection.Handle, changed).Dispose());
    }

    private Task MigrateOfflineAsync() => _source.DoAsync(connection =>
    {
        using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, _plan.SystemId);
        using var parameters = new TypedParameters();
        VirDomainMigrateToURI3.Call(
            domain,
            ConnectionUris.WithoutPrompts(_plan.Order.Destination.ConnectionUri!),
            parameters,
            MigrateFlags.Offline | MigrateFlags.PersistDestination | MigrateFlags.PeerToPeer);
    });

    internal async Task UndefineAsync()
    {
        if (!_defined)
        {
            return;
        }

        var view = await _there.LookAsync(CancellationToken.None);
        if (view.IsInstance)
        {
            throw TransferErrors.StillActive(_plan, _there.HostName);
        }

        if (_replacedDefinition is { } xml)
        {
            await _destination.DoAsync(connection => VirDomainDefineXML.Call(connection.Handle, xml).Dispose());
        }
        else if (view.Exists)
        {
            await _there.UndefineAsync();
        }

        _defined = false;
    }

    internal async Task StartAsync()
    {
        if ((await _here.LookAsync(CancellationToken.None)).IsInstance)
        {
            throw TransferErrors.StillActive(_plan, _here.HostName);
        }

        _started = true;
        await _there.DoAsync(VirDomainCreate.Call);
    }

    internal async Task StopAsync()
    {
        if (_started)
        {
            await _there.DestroyAsync();
            _started = false;
        }
    }

    internal async Task ResumeAsync()
    {
        if ((await _there.LookAsync(CancellationToken.None)).State == DomainState.Paused)
        {
            await _there.DoAsync(VirDomainResume.Call);
        }
    }

    /// <summary>
    /// Suspends it as it was. libvirt does not tell whether a saved state was running or paused; it is saved as running, as
    /// <c>virsh managedsave</c> of a running guest does. It runs for a moment before (<see cref="PausedArrival"/>).
    /// </summary>
    internal async Task SuspendAsync()
    {
        var view = await _there.LookAsync(CancellationToken.None);
        if (view.State == DomainState.Paused)
        {
            await _there.DoAsync(VirDomainResume.Call);
        }

        if (view.IsInstance)
        {
            await _there.DoAsync(VirDomainManagedSave.Call);
        }
    }

    internal async Task CarryOverAsync()
    {
        if (_plan.Source is { Autostart: true, IsPersistent: true })
        {
            await _there.DoAsync(domain => VirDomainSetAutostart.Call(domain, 1));
        }
    }

    /// <summary>Removes what a transfer that stayed has left: an instance that never ran, a definition that was not there before.</summary>
    internal async Task RemoveRemainsAsync()
    {
        var view = await _there.LookAsync(CancellationToken.None);
        if (view.IsInstance)
        {
            await _there.DestroyAsync();
            view = await _there.LookAsync(CancellationToken.None);
        }

        if (view.Exists && _plan.Destination.SameId is null)
        {
            await _there.UndefineAsync();
        }
    }

    internal async Task VerifyAsync(CancellationToken cancellationToken)
    {
        var view = await _there.LookAsync(cancellationToken);
        bool isAsExpected = view is { Exists: true, IsTorn: false } && _plan.State switch
        {
            VirtualSystemState.Active => view.IsRunning,
            VirtualSystemState.Paused => view.State == DomainState.Paused,
            VirtualSystemState.Suspended => !view.IsInstance && await _there.AskAsync(VirDomainHasManagedSaveImage.Call, cancellationToken),
            _ => !view.IsInstance,
        };
        if (!isAsExpected || (await _here.LookAsync(cancellationToken)).IsRunning)
        {
            throw TransferErrors.NotAsExpected(_plan, _there.HostName, view, _plan.State.ToString());
        }

        if (_plan.Source.IsPersistent && !await _there.AskAsync(VirDomainIsPersistent.Call, cancellationToken))
        {
            throw TransferErrors.NotAsExpected(_plan, _there.HostName, view, "defined");
        }

        await RequireArrivedAsync(DomainXmlFlags.None, cancellationToken);
        if (_plan.Source.IsPersistent && view.IsInstance)
        {
            await RequireArrivedAsync(DomainXmlFlags.Inactive, cancellationToken);  // what it will start with the next time
        }
    }

    private async Task RequireArrivedAsync(DomainXmlFlags flags, CancellationToken cancellationToken)
    {
        var (system, definition) = await _destination.AskAsync(connection => SourceReader.Describe(connection, _plan.SystemId, flags), cancellationToken);
        var change = _plan.Order.Change;
        ArrivalCheck.Require(_plan.Source.System, flags == DomainXmlFlags.Inactive ? change.Within(definition) : change, system, definition);
    }
}
