using System;
using System.Threading;
using System.Threading.Tasks;
using VsMigration.Platforms.Libvirt.Native;

namespace VsMigration.Platforms.Libvirt;

/// <summary>One virtual system at one host.</summary>
internal sealed class HostDomain
{
    private readonly LibvirtHost _host;
    private readonly string _id;

    internal HostDomain(LibvirtHost host, string id)
    {
        _host = host;
        _id = id;
    }

    internal string HostName => _host.HostName;

    internal Task<HostView> LookAsync(CancellationToken cancellationToken) =>
        _host.AskAsync(connection => HostView.Look(connection, _id), cancellationToken);

    /// <summary>Asks something that may be asked twice.</summary>
    /// <exception cref="LibvirtException">NoDomain where it is not there.</exception>
    internal Task<T> AskAsync<T>(Func<DomainHandle, T> ask, CancellationToken cancellationToken) => _host.AskAsync(
        connection =>
        {
            using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, _id);
            return ask(domain);
        },
        cancellationToken);

    /// <summary>Changes something, to the end.</summary>
    /// <exception cref="LibvirtException">NoDomain where it is not there.</exception>
    internal Task DoAsync(Action<DomainHandle> act) => _host.DoAsync(connection =>
    {
        using var domain = VirDomainLookupByUUIDString.Call(connection.Handle, _id);
        act(domain);
    });

    /// <summary>Removes the definition; firmware variables and TPM state stay, as disks do.</summary>
    internal Task UndefineAsync() => DoAsync(Undefine);

    /// <summary>Ends the instance if there is one.</summary>
    internal async Task DestroyAsync()
    {
        try
        {
            await DoAsync(VirDomainDestroy.Call);
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.NoDomain or VirErrorCode.OperationInvalid)
        {
            // It ended by itself, or is only defined.
        }
    }

    internal static void Undefine(DomainHandle domain)
    {
        try
        {
            VirDomainUndefineFlags.Call(domain, UndefineFlags.KeepNvram | UndefineFlags.KeepTpm);
        }
        catch (LibvirtException e) when (e.Code is VirErrorCode.InvalidArg or VirErrorCode.ArgumentUnsupported)
        {
            VirDomainUndefineFlags.Call(domain, UndefineFlags.KeepNvram);   // before libvirt 8.9 there was no flag for the TPM
        }
    }
}
